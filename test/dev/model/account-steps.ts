import fc from 'fast-check';
import { expect } from 'vitest';
import type { Emulator } from '../../../src/dev.js';
import { type AccountModel, storedIds } from './account-model.js';
import { type ModelClient, png } from './model-client.js';

/** One thing done to the account and to the model, and what must be true afterwards. */
export interface AccountStep {
  name: string;
  run(scene: { emulator: Emulator; client: ModelClient; model: AccountModel }): Promise<void>;
}

const meta = fc.dictionary(
  fc.constantFrom('status', 'rank', 'a_b'),
  fc.oneof(fc.string({ maxLength: 12 }), fc.integer({ min: -9, max: 9 }), fc.boolean()),
  { maxKeys: 3 },
);
const creator = fc.option(fc.constantFrom('ada', 'grace', 'a b'), { nil: null });
const customId = fc.constantFrom('cats/tom', 'cats/tom 2', 'ärger/1', '50%', 'plain');
const nth = fc.nat({ max: 50 });

function pick<T>(items: readonly T[], index: number): T | undefined {
  return items.length === 0 ? undefined : items[index % items.length];
}

const upload = fc
  .record({ meta, creator, isPrivate: fc.boolean(), id: fc.option(customId, { nil: undefined }) })
  .map(({ meta, creator, isPrivate, id }) => ({
    name: `upload ${id ?? 'generated'}${isPrivate ? ' private' : ''}`,
    async run({ client, model }) {
      const answer = await client.form('v1', { file: png, meta, creator, isPrivate, id });
      if (id !== undefined && isPrivate) return expect(answer.status).toBe(400);
      if (id !== undefined && model.images.has(id)) {
        expect(answer.status).toBe(409);
        return expect(answer.body.errors[0]?.code).toBe(5409);
      }
      expect(answer.status).toBe(200);
      model.images.set(answer.body.result.id, { meta, creator, isPrivate, draft: undefined });
    },
  })) satisfies fc.Arbitrary<AccountStep>;

const promise = fc
  .record({ meta, creator, isPrivate: fc.boolean(), id: fc.option(customId, { nil: undefined }) })
  .map(({ meta, creator, isPrivate, id }) => ({
    name: `promise ${id ?? 'generated'}`,
    async run({ client, model, emulator }) {
      const answer = await client.form('v2/direct_upload', { meta, creator, isPrivate, id });
      if (id !== undefined && isPrivate) return expect(answer.status).toBe(400);
      // A custom id may be promised again while it is a draft that has lapsed.
      if (id !== undefined && model.images.has(id)) {
        const lapsed = (model.images.get(id)?.draft?.expiresAt ?? Infinity) < emulator.clock.now();
        if (!lapsed) return expect(answer.status).toBe(409);
        if (answer.status === 409) return;
      }
      expect(answer.status).toBe(200);
      const { id: made, uploadURL } = answer.body.result;
      model.images.delete(made);
      const expiresAt = emulator.clock.now() + 30 * 60_000;
      model.images.set(made, { meta, creator, isPrivate, draft: { uploadURL, expiresAt } });
    },
  })) satisfies fc.Arbitrary<AccountStep>;

const keepPromise = nth.map((index) => ({
  name: `send to draft ${index}`,
  async run({ client, model, emulator }) {
    const drafts = [...model.images].filter(([, image]) => image.draft);
    const [id, image] = pick(drafts, index) ?? [];
    if (!id || !image?.draft) return;
    const { uploadURL, expiresAt } = image.draft;
    const answer = await client.send(uploadURL);
    if (expiresAt < emulator.clock.now()) return expect(answer.status).toBe(410);
    expect(answer.status).toBe(200);
    expect(answer.body.result.id).toBe(id);
    model.usedLinks.push(uploadURL);
    model.images.delete(id);
    model.images.set(id, { ...image, draft: undefined });
  },
})) satisfies fc.Arbitrary<AccountStep>;

const useLinkAgain = nth.map((index) => ({
  name: `use link ${index} again`,
  async run({ client, model }) {
    const link = pick(model.usedLinks, index);
    // After a deletion there is no image left to be used up.
    if (link) expect([404, 409]).toContain((await client.send(link)).status);
  },
})) satisfies fc.Arbitrary<AccountStep>;

const patch = fc
  .record({ index: nth, meta: fc.option(meta), isPrivate: fc.option(fc.boolean()) })
  .map(({ index, meta, isPrivate }) => ({
    name: `patch ${index}`,
    async run({ client, model }) {
      const id = pick(storedIds(model), index);
      const before = id === undefined ? undefined : model.images.get(id);
      if (id === undefined || !before) return;
      const changes = {
        ...(meta && { metadata: meta }),
        ...(isPrivate !== null && { requireSignedURLs: isPrivate }),
      };
      const answer = await client.json('PATCH', `v1/${encodeURIComponent(id)}`, changes);
      const isCustom = !/^[0-9a-f-]{36}$/.test(id);
      if (isCustom && isPrivate) return expect(answer.status).toBe(400);
      expect(answer.status).toBe(200);
      const after = { ...before, ...(meta && { meta }), isPrivate: isPrivate ?? before.isPrivate };
      const turned = after.isPrivate !== before.isPrivate;
      expect(answer.body.result.id !== id, 'an access change gives a new id').toBe(turned);
      // The place in the list stays.
      const entries = [...model.images].map(([key, image]) =>
        key === id ? ([answer.body.result.id, after] as const) : ([key, image] as const),
      );
      model.images.clear();
      for (const [key, image] of entries) model.images.set(key, image);
    },
  })) satisfies fc.Arbitrary<AccountStep>;

const remove = nth.map((index) => ({
  name: `delete ${index}`,
  async run({ client, model }) {
    const id = pick([...model.images.keys()], index);
    if (id === undefined) return;
    const answer = await client.json('DELETE', `v1/${encodeURIComponent(id)}`);
    expect(answer.status).toBe(200);
    model.images.delete(id);
    expect((await client.json('GET', `v1/${encodeURIComponent(id)}`)).status).toBe(404);
  },
})) satisfies fc.Arbitrary<AccountStep>;

const changeVariant = fc
  .record({
    id: fc.constantFrom('hero', 'thumb', 'public'),
    width: fc.integer({ min: 1, max: 99 }),
  })
  .map(({ id, width }) => ({
    name: `make or change variant ${id}`,
    async run({ client, model }) {
      const exists = model.variants.has(id);
      const body = { options: { fit: 'cover', width, height: 9, metadata: 'none' } };
      const answer = exists
        ? await client.json('PATCH', `v1/variants/${id}`, body)
        : await client.json('POST', 'v1/variants', { id, ...body });
      expect(answer.status).toBe(200);
      model.variants.set(id, { width, neverRequireSignedURLs: false });
    },
  })) satisfies fc.Arbitrary<AccountStep>;

const removeVariant = fc.constantFrom('hero', 'thumb').map((id) => ({
  name: `delete variant ${id}`,
  async run({ client, model }) {
    const { status } = await client.json('DELETE', `v1/variants/${id}`);
    expect(status).toBe(model.variants.delete(id) ? 200 : 404);
  },
})) satisfies fc.Arbitrary<AccountStep>;

const changeKey = fc
  .record({ name: fc.constantFrom('default', 'next', 'old'), isNew: fc.boolean() })
  .map(({ name, isNew }) => ({
    name: `${isNew ? 'make' : 'delete'} key ${name}`,
    async run({ client, model }) {
      if (isNew ? model.keys.has(name) : !model.keys.has(name)) return;
      const answer = await client.json(isNew ? 'PUT' : 'DELETE', `v1/keys/${name}`);
      expect(answer.status).toBe(200);
      if (isNew) model.keys.add(name);
      else model.keys.delete(name);
      // Removing the last one makes a fresh default.
      if (model.keys.size === 0) model.keys.add('default');
    },
  })) satisfies fc.Arbitrary<AccountStep>;

const wait = fc.constantFrom(1000, 10 * 60_000, 45 * 60_000).map((ms) => ({
  name: `wait ${ms} ms`,
  async run({ emulator, model }) {
    emulator.clock.advance(ms);
    model.aheadMs += ms;
  },
})) satisfies fc.Arbitrary<AccountStep>;

/** Any step; `crash` is the test's own, because it replaces the emulator. */
export const anyStep: fc.Arbitrary<AccountStep | 'crash'> = fc.oneof(
  { weight: 5, arbitrary: upload },
  { weight: 4, arbitrary: promise },
  { weight: 5, arbitrary: keepPromise },
  { weight: 2, arbitrary: useLinkAgain },
  { weight: 4, arbitrary: patch },
  { weight: 3, arbitrary: remove },
  { weight: 2, arbitrary: changeVariant },
  { weight: 1, arbitrary: removeVariant },
  { weight: 2, arbitrary: changeKey },
  { weight: 1, arbitrary: wait },
  { weight: 2, arbitrary: fc.constant('crash' as const) },
);
