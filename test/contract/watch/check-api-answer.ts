import { asKnown } from '../schema/exceptions.js';
import type { Operation } from '../schema/operations.js';
import { checkFailure, parseJson } from './check-failure.js';
import { type Exchange, textOf } from './exchange.js';
import { imageTypeOf } from './image-type.js';

/** What is wrong with an answer of the API or the batch host. */
export function checkApiAnswer(exchange: Exchange, operation: Operation | undefined): string[] {
  const { status, headers } = exchange;
  const ray = headers.has('cf-ray') ? [] : ['the header cf-ray is missing'];
  const isLimited = status === 429;
  const retry =
    headers.has('retry-after') && !isLimited && !exchange.leniency.faulty
      ? ['retry-after is only for 429 and 503']
      : [];
  const body = isSuccess(status) ? checkSuccess(exchange, operation) : checkNo(exchange);
  return [...ray, ...retry, ...body];
}

const isSuccess = (status: number) => status >= 200 && status < 300;

function checkNo(exchange: Exchange): string[] {
  const { status } = exchange;
  return status >= 400 && status < 600
    ? checkFailure(exchange)
    : [`the status ${status} is in no description`];
}

function checkSuccess(exchange: Exchange, operation: Operation | undefined): string[] {
  if (exchange.status !== 200) return [`success has the status 200, not ${exchange.status}`];
  if (!operation) return ['there is no such operation, yet it says 200'];
  if (operation.success === 'bytes') return checkBytes(exchange);
  const text = textOf(exchange);
  if (text === undefined) return [];
  const type = exchange.headers.get('content-type') ?? '';
  const wrongType = type.startsWith('application/json') ? [] : [`content-type is ${type}`];
  const body = parseJson(text);
  // The trap of the official SDK: HTTP says yes, the envelope says no. Only a fault may do that.
  const isLie = exchange.leniency.faulty && (body as { success?: unknown })?.success === false;
  if (isLie) return checkFailure(exchange);
  return [...wrongType, ...operation.success(body, 'body', asKnown)];
}

function checkBytes({ headers, body }: Exchange): string[] {
  const type = headers.get('content-type') ?? '';
  if (!type.startsWith('image/')) return [`the base image has the content-type ${type}`];
  const told = body && imageTypeOf(body);
  return told === undefined || told === type ? [] : [`the bytes are ${told}, not ${type}`];
}
