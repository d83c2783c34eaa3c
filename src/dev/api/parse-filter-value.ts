import type { Guesses } from '../guesses.js';
import { badRequest } from '../refusal.js';
import type { MetaFilter } from '../store/image-query.js';

type Scalar = string | number | boolean;
type Reader = (text: string, guesses: Guesses) => readonly Scalar[];

const maxElements = 10;

// Each operator with the readings of a value it compares with. Without a type, text comes
// first and a number after it (guess U28).
const readers = new Map<string, Reader>([
  ['eq', readUntyped],
  ['eq:string', (text) => [text]],
  ['eq:number', (text) => [readNumber(text)]],
  ['eq:boolean', (text) => [readBoolean(text)]],
  ['in', (text, guesses) => splitList(text).flatMap((item) => readUntyped(item, guesses))],
  ['in:string', splitList],
  ['in:number', (text) => splitList(text).map(readNumber)],
]);

/** What an operator and its value ask of a field. */
export function parseFilterValue(
  operator: string,
  text: string,
  guesses: Guesses,
): MetaFilter['test'] {
  const read = readers.get(operator);
  if (read) return { kind: 'one-of', values: read(text, guesses) };
  const [, range] = /^(gte|gt|lte|lt)(?::number)?$/.exec(operator) ?? [];
  if (range === undefined) {
    throw badRequest(`Unsupported metadata filter operator: '${operator}'`);
  }
  return {
    kind: 'compare',
    operator: range as 'gt' | 'gte' | 'lt' | 'lte',
    value: readNumber(text),
  };
}

function readUntyped(text: string, guesses: Guesses): readonly Scalar[] {
  const isNumber = text.trim() !== '' && Number.isFinite(Number(text));
  return isNumber && guesses.untypedEq === 'text-then-number' ? [text, Number(text)] : [text];
}

function splitList(text: string): string[] {
  const items = text.split('|');
  if (items.length <= maxElements) return items;
  throw badRequest(
    `Too many elements in metadata filter: ${items.length} provided, maximum ${maxElements} allowed`,
  );
}

function readNumber(text: string): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isFinite(value)) return value;
  throw badRequest(`Invalid number in metadata filter: '${text}'`);
}

function readBoolean(text: string): boolean {
  if (text === 'true') return true;
  if (text === 'false') return false;
  throw badRequest(`Invalid boolean in metadata filter: '${text}'`);
}
