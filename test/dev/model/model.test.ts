import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEmulator, type Emulator } from '../../../src/dev.js';
import { type AccountModel, createAccountModel, storedIds } from './account-model.js';
import { type AccountStep, anyStep } from './account-steps.js';
import { createModelClient } from './model-client.js';

const stepCount = { minLength: 5, maxLength: 50 };

test('an account in memory is, after any steps, what plain maps say it is', async () => {
  const steps = fc.array(anyStep.filter((step) => step !== 'crash') as fc.Arbitrary<AccountStep>, {
    maxLength: 30,
  });
  await fc.assert(
    fc.asyncProperty(steps, async (steps) => {
      const emulator = createEmulator();
      const model = createAccountModel();
      const client = createModelClient(emulator);
      for (const step of steps) await step.run({ emulator, client, model });
      await expectSame(emulator, model);
      await emulator.close();
    }),
    { numRuns: 100 },
  );
}, 120_000);

test('so is one in a folder, through crashes at any moment between steps', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, stepCount), async (steps) => {
      const directory = await mkdtemp(join(tmpdir(), 'cf-images-model-'));
      const abandoned: Emulator[] = [];
      try {
        let emulator = createEmulator({ store: { directory } });
        const model = createAccountModel();
        for (const step of steps) {
          if (step === 'crash') {
            // Nothing is closed or told: the next one finds the folder as it is.
            abandoned.push(emulator);
            emulator = createEmulator({ store: { directory } });
            emulator.clock.advance(model.aheadMs);
            continue;
          }
          await step.run({ emulator, client: createModelClient(emulator), model });
        }
        await expectSame(emulator, model);
        abandoned.push(emulator);
      } finally {
        await Promise.all(abandoned.map((emulator) => emulator.close()));
        await rm(directory, { recursive: true, force: true });
      }
    }),
    { numRuns: 50 },
  );
}, 240_000);

async function expectSame(emulator: Emulator, model: AccountModel): Promise<void> {
  const client = createModelClient(emulator);
  const listed: string[] = [];
  let token: string | null = null;
  do {
    const query: string = `v2?per_page=10&sort_order=asc${token ? `&continuation_token=${encodeURIComponent(token)}` : ''}`;
    const { body } = await client.json('GET', query);
    listed.push(...body.result.images.map((image: { id: string }) => image.id));
    token = body.result.continuation_token;
  } while (token);
  expect(listed).toEqual(storedIds(model));
  for (const [id, image] of model.images) {
    const { body } = await client.json('GET', `v1/${encodeURIComponent(id)}`);
    expect(body.result).toMatchObject({ id, meta: image.meta, requireSignedURLs: image.isPrivate });
    expect(body.result.creator ?? null).toBe(image.creator);
    expect(body.result.draft ?? false).toBe(image.draft !== undefined);
  }
  const variants = (await client.json('GET', 'v1/variants')).body.result.variants;
  expect(Object.keys(variants).sort()).toEqual([...model.variants.keys()].sort());
  for (const [id, { width }] of model.variants) expect(variants[id].options.width).toBe(width);
  const { keys } = (await client.json('GET', 'v1/keys')).body.result;
  expect(keys.map((key: { name: string }) => key.name).sort()).toEqual([...model.keys].sort());
  const { count } = (await client.json('GET', 'v1/stats')).body.result;
  expect(count.current).toBe(storedIds(model).length);
}
