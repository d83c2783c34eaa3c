import { describe, expect, test } from 'vitest';
import { accepts, type JsonSchema } from './official/json-schema.js';
import { readDescription } from './official/read-description.js';
import { edgeValues, neighbours, validSamples } from './official/samples.js';
import { asKnown, asPublished, type ExceptionName, exceptions } from './schema/exceptions.js';
import { leftOut, type Operation, operations } from './schema/operations.js';
import type { Schema } from './schema/schema.js';
import { show } from './schema/schema.js';

const description = readDescription();
const root = description ?? { paths: {} };

interface Pair {
  name: string;
  status: string;
  published: JsonSchema;
  ours: Schema;
}

function publishedPairs(): Pair[] {
  return operations
    .filter(({ beyond }) => beyond === undefined)
    .flatMap((operation) => {
      const path = root.paths[`/accounts/{account_id}${operation.path}`];
      const responses = path?.[operation.method.toLowerCase()]?.responses ?? {};
      return Object.entries(responses).flatMap(([status, answer]) => {
        const published = answer.content?.['application/json']?.schema;
        const ours = schemaFor(operation, status);
        return published && ours ? [{ name: operation.name, status, published, ours }] : [];
      });
    });
}

function schemaFor({ success, failure }: Operation, status: string): Schema | undefined {
  if (!status.startsWith('2')) return failure;
  return success === 'bytes' ? undefined : success;
}

function barest(published: JsonSchema): unknown {
  const samples = validSamples(published, root);
  const sizes = samples.map((each) => JSON.stringify(each).length);
  return samples[sizes.indexOf(Math.min(...sizes.filter((size) => size > 4)))];
}

function samplesOf(published: JsonSchema): unknown[] {
  const valid = validSamples(published, root);
  const edges = edgeValues(published, root);
  // From the full one and from the one with nothing optional: the others would add no more.
  const near = [valid[0], barest(published)].flatMap((sample) => neighbours(sample, edges));
  return [...new Map([...valid, ...near].map((each) => [JSON.stringify(each), each])).values()];
}

describe.runIf(description)('our schemas beside the published description', () => {
  test('know every operation of it, or say why not', () => {
    const published = Object.entries(root.paths).flatMap(([path, methods]) =>
      Object.keys(methods)
        .filter((method) => method !== 'parameters')
        .map((method) => `${method.toUpperCase()} ${path}`),
    );
    const known = new Set(
      operations.map(({ method, path }) => `${method} /accounts/{account_id}${path}`),
    );
    const strange = published.filter(
      (name) => !known.has(name) && !leftOut.some(({ pattern }) => pattern.test(name)),
    );
    expect(strange).toEqual([]);
    expect(leftOut.filter(({ pattern }) => !published.some((name) => pattern.test(name)))).toEqual(
      [],
    );
    const invented = operations.filter(
      ({ method, path, beyond }) =>
        !beyond && !published.includes(`${method} /accounts/{account_id}${path}`),
    );
    expect(invented).toEqual([]);
  });

  test.each(publishedPairs())(
    'accept and refuse the same for $name, $status',
    ({ published, ours }) => {
      const samples = samplesOf(published);
      const verdicts = { accepted: 0, refused: 0 };
      for (const sample of samples) {
        const isPublished = accepts(published, sample, root);
        const complaints = ours(sample, 'body', asPublished);
        verdicts[isPublished ? 'accepted' : 'refused'] += 1;
        if (isPublished !== (complaints.length === 0)) {
          const word = isPublished ? 'accepts' : 'refuses';
          expect.fail(`The description ${word} ${show(sample)}; ours: ${complaints.join('; ')}`);
        }
      }
      expect(verdicts.accepted).toBeGreaterThan(5);
      expect(verdicts.refused).toBeGreaterThan(50);
    },
  );

  test('are built from samples that fit', () => {
    for (const { published, name } of publishedPairs()) {
      const wrong = validSamples(published, root).filter((each) => !accepts(published, each, root));
      expect(wrong.map(show), name).toEqual([]);
    }
  });

  test('differ by each written exception, and by nothing that is not written', () => {
    const pairs = publishedPairs().map((pair) => ({ ...pair, samples: samplesOf(pair.published) }));
    const idle = (Object.keys(exceptions) as ExceptionName[]).filter((name) => {
      const without = new Set([...asKnown].filter((each) => each !== name));
      const alone = new Set([name]);
      return !pairs.some(({ ours, samples }) =>
        [...samples, ...extraSamples].some(
          (sample) =>
            ours(sample, '', alone).length !== ours(sample, '', asPublished).length ||
            ours(sample, '', without).length !== ours(sample, '', asKnown).length,
        ),
      );
    });
    expect(idle).toEqual([]);
  });
});

// What the service answers beyond the description: no sample of it can show these.
const envelope = { success: true, errors: [], messages: [] };
const wholeImage = {
  id: 'cat',
  filename: 'cat.png',
  meta: {},
  requireSignedURLs: false,
  uploaded: '2026-11-22T10:00:00Z',
  variants: [],
};
const nested = { code: 6003, message: 'a', error_chain: [{ code: 6111, message: 'b' }] };
const wide = { id: 'wide', neverRequireSignedURLs: true };
const extraSamples: readonly unknown[] = [
  { ...envelope, result: { ...wholeImage, draft: true } },
  { ...envelope, result: wholeImage, result_info: null },
  { success: false, errors: [nested], messages: [], result: null },
  {
    ...envelope,
    result: { ...wide, options: { fit: 'pad', metadata: 'none', browser_ttl: 3600, blur: 3 } },
  },
];
