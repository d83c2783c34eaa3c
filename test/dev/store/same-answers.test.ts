import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDirectoryStore } from '../../../src/dev/store/directory/open-directory-store.js';
import type { ImageQuery } from '../../../src/dev/store/image-query.js';
import { createMemoryStore } from '../../../src/dev/store/memory-store.js';
import type { Store } from '../../../src/dev/store/store.js';
import { sampleStored } from './sample-stored-image.js';

let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'cf-images-stores-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

test('both stores answer every question alike', async () => {
  const scalar = fc.oneof(
    fc.constantFrom('1', 'x', 'true', ''),
    fc.integer({ min: 0, max: 3 }),
    fc.boolean(),
  );
  const inner = fc.oneof(scalar, fc.constant(null), fc.array(scalar, { maxLength: 2 }));
  const meta = fc.dictionary(
    fc.constantFrom('a', 'b', '__proto__', 'a.b'),
    fc.oneof(inner, fc.dictionary(fc.constantFrom('a', 'b'), inner)),
  );
  const filter = fc.record({
    path: fc.constantFrom(['a'], ['b'], ['a', 'b'], ['__proto__'], ['length'], ['a', '0']),
    test: fc.oneof(
      fc.record({
        kind: fc.constant('one-of' as const),
        values: fc.array(scalar, { minLength: 1, maxLength: 3 }),
      }),
      fc.record({
        kind: fc.constant('compare' as const),
        operator: fc.constantFrom('gt' as const, 'gte' as const, 'lt' as const, 'lte' as const),
        value: fc.integer({ min: 0, max: 3 }),
      }),
    ),
  });
  const query = fc.record({
    limit: fc.integer({ min: 1, max: 4 }),
    order: fc.constantFrom('asc' as const, 'desc' as const),
    filters: fc.array(filter, { maxLength: 3 }),
    creator: fc.constantFrom(undefined, null, 'ann'),
  });
  const stores = [createMemoryStore(), await openDirectoryStore({ directory })];
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          meta,
          creator: fc.constantFrom(null, 'ann'),
          second: fc.integer({ min: 0, max: 3 }),
        }),
        { maxLength: 12 },
      ),
      fc.array(query, { minLength: 1, maxLength: 6 }),
      async (images, queries) => {
        const account = await (stores[0] as Store).readAll();
        const samples = await Promise.all(
          images.map(({ second, ...fields }, index) =>
            sampleStored(`i${index}`, { ...fields, uploaded: `2026-11-22T10:00:0${second}.000Z` }),
          ),
        );
        const [, bytes] = await sampleStored('any');
        const answers = await Promise.all(
          stores.map(async (store) => {
            await store.replaceAll({
              ...account,
              images: samples.map(([image]) => image),
              bytes: new Map(samples.length > 0 ? [[samples[0]?.[0].hash ?? '', bytes]] : []),
            });
            return Promise.all(queries.map((each) => listAll(store, withoutUndefined(each))));
          }),
        );
        expect(answers[1]).toEqual(answers[0]);
      },
    ),
    { numRuns: 60 },
  );
});

async function listAll(store: Store, query: ImageQuery): Promise<string[]> {
  const ids: string[] = [];
  let after: ImageQuery['after'];
  do {
    const page = await store.listImages({ ...query, ...(after ? { after } : {}) });
    ids.push(...page.images.map(({ id }) => id));
    after = page.next;
  } while (after);
  return ids;
}

function withoutUndefined({
  creator,
  ...query
}: Omit<ImageQuery, 'creator'> & { creator: string | null | undefined }): ImageQuery {
  return creator === undefined ? query : { ...query, creator };
}
