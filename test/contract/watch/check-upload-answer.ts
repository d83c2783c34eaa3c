import { successWith } from '../schema/envelope.js';
import { asKnown } from '../schema/exceptions.js';
import { image } from '../schema/result-schemas.js';
import { checkFailure, parseJson } from './check-failure.js';
import { type Exchange, textOf } from './exchange.js';

const stored = successWith(image);

/** What is wrong with an answer of the upload host, the one that browsers write to. */
export function checkUploadAnswer(exchange: Exchange): string[] {
  const { method, status, headers } = exchange;
  const ray = headers.has('cf-ray') ? [] : ['the header cf-ray is missing'];
  const origin =
    headers.get('access-control-allow-origin') === null
      ? ['without access-control-allow-origin no page can read it']
      : [];
  // Custom headers are refused by the service, and so they must be here.
  const allowed = headers.has('access-control-allow-headers')
    ? ['access-control-allow-headers lets custom headers pass']
    : [];
  return [...ray, ...origin, ...allowed, ...checkBody(exchange, method, status)];
}

function checkBody(exchange: Exchange, method: string, status: number): string[] {
  if (method === 'OPTIONS' && status === 204) {
    const methods = exchange.headers.get('access-control-allow-methods') ?? '';
    return /\bPOST\b/.test(methods) ? [] : ['a preflight has to allow POST'];
  }
  if (status >= 400 && status < 600) return checkFailure(exchange);
  if (status !== 200 || method !== 'POST') return [`${status} is no answer to ${method}`];
  const text = textOf(exchange);
  if (text === undefined) return [];
  const body = parseJson(text);
  const isLie = exchange.leniency.faulty && (body as { success?: unknown })?.success === false;
  if (isLie) return checkFailure(exchange);
  const wrong = stored(body, 'body', asKnown);
  const { result } = body as { result?: { draft?: unknown } };
  return result?.draft === undefined ? wrong : [...wrong, 'what was just stored is no draft'];
}
