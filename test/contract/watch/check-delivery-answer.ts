import { deliveryStatuses } from '../schema/error-statuses.js';
import { asKnown } from '../schema/exceptions.js';
import { fields } from '../schema/fields.js';
import { number, type Schema, show, text } from '../schema/schema.js';
import { parseJson } from './check-failure.js';
import { type Exchange, textOf } from './exchange.js';
import { imageTypeOf } from './image-type.js';

const side = number({ min: 1, whole: true });
const size = { width: side, height: side };

/** `format=json`. */
const facts: Schema = fields({
  known: {
    ...size,
    original: fields({
      known: { ...size, file_size: side, format: text({ min: 1 }) },
      required: ['file_size', 'width', 'height', 'format'],
    }),
  },
  required: ['width', 'height', 'original'],
});

/** What is wrong with an answer of a host that images are read from. */
export function checkDeliveryAnswer(exchange: Exchange, isRemote: boolean): string[] {
  const { headers, leniency } = exchange;
  // The one promise of the emulator that the service does not make: it says what it did.
  const explain = headers.get('x-cf-images-explain');
  const isSilent = explain === null && !leniency.isLive && !leniency.faulty;
  const silent = isSilent ? ['the header x-cf-images-explain is missing'] : [];
  return [...silent, ...checkByStatus(exchange, isRemote)];
}

function checkByStatus(exchange: Exchange, isRemote: boolean): string[] {
  const { status, headers } = exchange;
  if (status === 200) return checkImage(exchange);
  if (status === 304) return [...cacheHeaders(headers), ...emptyBody(exchange)];
  if (status === 307 && isRemote) {
    return /^\/(?!\/)/.test(headers.get('location') ?? '') ? errorHeader(headers) : ['no location'];
  }
  if (status === 405) return headers.has('allow') ? [] : ['405 has to say what is allowed'];
  if (status === 501 && !exchange.leniency.isLive) {
    return /^NOT EMULATED: \S/.test(textOf(exchange) ?? '') ? [] : ['501 has to name the option'];
  }
  return checkError(exchange);
}

function cacheHeaders(headers: Headers): string[] {
  const control = headers.get('cache-control') ?? '';
  return [
    ...(/^(?:public|private), max-age=\d+/.test(control) ? [] : [`cache-control is "${control}"`]),
    ...(headers.has('etag') ? [] : ['the header etag is missing']),
  ];
}

function emptyBody({ body }: Exchange): string[] {
  return body === undefined || body.length === 0 ? [] : ['a body where none may be'];
}

function checkImage(exchange: Exchange): string[] {
  const { headers, method, leniency } = exchange;
  const type = headers.get('content-type') ?? '';
  const resized = headers.get('cf-resized') ?? '';
  const safe = leniency.isLive || headers.get('x-content-type-options') === 'nosniff';
  return [
    ...cacheHeaders(headers),
    ...(/^internal=ok/.test(resized) || leniency.isLive ? [] : [`cf-resized is "${resized}"`]),
    ...(safe ? [] : ['x-content-type-options: nosniff is missing']),
    ...warnings(headers),
    ...(method === 'HEAD' ? emptyBody(exchange) : checkContent(exchange, type)),
  ];
}

function checkContent(exchange: Exchange, type: string): string[] {
  const { body, headers } = exchange;
  if (!body) return [];
  const length = headers.get('content-length');
  const wrongLength =
    length === null || Number(length) === body.length
      ? []
      : [`content-length is ${length}, the body has ${body.length} bytes`];
  if (type === 'application/json') {
    return [...wrongLength, ...facts(parseJson(textOf(exchange) ?? ''), 'body', asKnown)];
  }
  const told = imageTypeOf(body);
  // No image is as short: a test put a word in the place of one.
  return told === type || body.length < 12
    ? wrongLength
    : [...wrongLength, `the bytes are ${told}, not ${type}`];
}

function warnings(headers: Headers): string[] {
  const value = headers.get('warning');
  const isFine = value === null || /^(?:cf-images 299 "[^"]+"(?:, )?)+$/.test(value);
  return isFine ? [] : [`warning is ${show(value)}`];
}

function errorHeader(headers: Headers): string[] {
  const codes = ['cf-resized', 'cf-images'].flatMap((name) => headers.get(name) ?? []);
  return codes.length > 0 && codes.every((each) => /^err=\d{4}$/.test(each))
    ? []
    : ['neither cf-resized nor cf-images has err=<code>'];
}

function checkError(exchange: Exchange): string[] {
  const { status, headers, leniency } = exchange;
  if (status < 400) return [`the status ${status} is in no description`];
  const type = headers.get('content-type') ?? '';
  const body = textOf(exchange);
  if (body === undefined) return [];
  const [, digits] = /^ERROR (\d{4}): \S/.exec(body) ?? [];
  if (digits === undefined) return [`an error is "ERROR <code>: ...", not ${show(body)}`];
  const wrongType = type.startsWith('text/plain') ? [] : [`content-type of an error is ${type}`];
  if (leniency.faulty) return wrongType;
  const header = leniency.isLive ? [] : errorHeader(headers);
  const other = [headers.get('cf-resized'), headers.get('cf-images')].some(
    (value) => value !== null && value !== `err=${digits}`,
  );
  const fitting = deliveryStatuses[Number(digits)] ?? [];
  const isFitting = fitting.includes(status) || leniency.otherStatuses;
  return [
    ...wrongType,
    ...header,
    ...(other ? [`the headers name another code than ${digits}`] : []),
    ...(isFitting ? [] : [`the code ${digits} comes with ${fitting.join(' or ') || 'nothing'}`]),
  ];
}
