import { apiStatuses } from '../schema/error-statuses.js';
import { blobFailure } from '../schema/envelope.js';
import { asKnown } from '../schema/exceptions.js';
import { show } from '../schema/schema.js';
import { type Exchange, textOf } from './exchange.js';

/** What is wrong with a failure of the API, the batch host or the upload host. */
export function checkFailure(exchange: Exchange): string[] {
  const { headers, leniency } = exchange;
  const text = textOf(exchange);
  const type = headers.get('content-type') ?? '';
  if (text === undefined) return [];
  if (type.startsWith('application/json')) {
    const body = parseJson(text);
    const wrong = blobFailure(body, 'body', asKnown);
    return wrong.length > 0 ? wrong : checkStatus(exchange, firstCode(body));
  }
  const isText = leniency.textFailures || leniency.faulty;
  const [, code] = /^ERROR (\d+): \S/.exec(text) ?? [];
  if (code !== undefined && isText) return checkStatus(exchange, Number(code));
  if (leniency.plainLinks && /^Upload link /.test(text)) return [];
  return [`a failure has to be JSON${isText ? ' or "ERROR <code>: ..."' : ''}, not ${show(text)}`];
}

function checkStatus({ status, leniency }: Exchange, code: number | undefined): string[] {
  if (leniency.faulty || leniency.otherStatuses || code === undefined) return [];
  const fitting = apiStatuses[code];
  if (!fitting) return [`the code ${code} is not known of this API`];
  return fitting.includes(status) ? [] : [`the code ${code} comes with ${fitting.join(' or ')}`];
}

/** The parsed text; undefined when it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function firstCode(body: unknown): number | undefined {
  return (body as { errors: { code: number }[] }).errors[0]?.code;
}
