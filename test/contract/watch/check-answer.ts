import { findOperation } from '../schema/operations.js';
import { checkApiAnswer } from './check-api-answer.js';
import { checkDeliveryAnswer } from './check-delivery-answer.js';
import { checkUploadAnswer } from './check-upload-answer.js';
import type { Exchange } from './exchange.js';
import { serviceHost } from './service-host.js';

/** What was asked and what is wrong with the answer. */
export interface Verdict {
  /** Name of the operation, or of the host where it has no operations; undefined elsewhere. */
  operation: string | undefined;
  /** Sentences; empty when all is well. */
  violations: readonly string[];
}

/** Holds one answer against everything that is known of its place. */
export function checkAnswer(exchange: Exchange): Verdict {
  const place = serviceHost(exchange.url);
  // The emulator's own pages are no part of the service.
  if (!place) return { operation: undefined, violations: [] };
  const { host, path } = place;
  if (host === 'upload') {
    const operation = exchange.method === 'OPTIONS' ? 'upload: preflight' : 'upload: POST';
    return verdict(exchange, operation, checkUploadAnswer(exchange));
  }
  if (host === 'api' || host === 'batch') {
    const operation = findOperation(host, exchange.method, path);
    return verdict(exchange, operation?.name, checkApiAnswer(exchange, operation));
  }
  return verdict(exchange, `delivery: ${host}`, checkDeliveryAnswer(exchange, host === 'remote'));
}

function verdict(
  { method, url, status }: Exchange,
  operation: string | undefined,
  wrong: string[],
) {
  const { pathname, search } = new URL(url);
  // A signature lets whoever reads the report see the image.
  const shown = search.replace(/([?&]sig=)[^&]*/g, '$1...');
  const violations = wrong.map((each) => `${method} ${pathname}${shown} -> ${status}: ${each}`);
  return { operation, violations };
}
