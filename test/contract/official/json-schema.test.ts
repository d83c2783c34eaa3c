import { expect, test } from 'vitest';
import { accepts, type JsonSchema } from './json-schema.js';

// The judge of the other comparison is judged here, by hand.
const root = { parts: { name: { type: 'string', maxLength: 2 } } };

test.each<[JsonSchema, unknown, boolean]>([
  [{ type: 'object' }, [], false],
  [{ type: 'object' }, null, false],
  [{ type: 'object', nullable: true }, null, true],
  [{ type: 'object', enum: [null] }, null, true],
  [{ type: 'object', enum: [null] }, {}, false],
  [{ type: 'integer', minimum: 3 }, 3, true],
  [{ type: 'integer', minimum: 3 }, 3.5, false],
  [{ type: 'integer', minimum: 3 }, 2, false],
  [{ type: 'string', maxLength: 2 }, '\u{1F431}\u{1F431}', true],
  [{ type: 'string', maxLength: 2 }, 'abc', false],
  [{ type: 'string', format: 'date-time' }, '2026-11-22T10:00:00Z', true],
  [{ type: 'string', format: 'date-time' }, '2026-11-22 10:00', false],
  [{ type: 'string', format: 'uri' }, '/relative', false],
  [{ type: 'array', items: { type: 'boolean' } }, [true, 1], false],
  [{ type: 'array', uniqueItems: true }, [1, 1], false],
  [{ type: 'object', uniqueItems: true }, {}, true],
  [{ type: 'object', required: ['a'], properties: { a: {} } }, {}, false],
  [{ type: 'object', properties: { a: { type: 'string' } } }, { a: 1 }, false],
  [{ type: 'object', properties: { a: { type: 'string' } } }, { b: 1 }, true],
  [{ anyOf: [{ type: 'object' }, { type: 'string' }], type: 'object' }, 'text', false],
  [{ $ref: '#/parts/name' }, 'abc', false],
])('%j and %j: %s', (schema, value, isFine) => {
  expect(accepts(schema, value, root)).toBe(isFine);
});

test('does not pass over a keyword that it does not know', () => {
  const newer = { type: 'string', pattern: '^a' } as JsonSchema;
  expect(() => accepts(newer, 'b', root)).toThrow('does not know "pattern"');
});
