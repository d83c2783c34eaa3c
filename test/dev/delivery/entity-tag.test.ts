import { createHash } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import { createEntityTagger } from '../../../src/dev/delivery/entity-tag.js';

afterEach(() => vi.restoreAllMocks());

test('names source and plan, and hashes them once', async () => {
  const digest = vi.spyOn(crypto.subtle, 'digest');
  const tagOf = createEntityTagger();
  const source = 'ab'.repeat(32);
  const hash = createHash('sha256').update(`${source} plan`).digest('hex');
  const tag = `"cf-${hash.slice(0, 24)}:${source.slice(0, 16)}"`;
  expect(await tagOf(source, 'plan')).toBe(tag);
  expect(await tagOf(source, 'plan')).toBe(tag);
  expect(digest).toHaveBeenCalledTimes(1);
  expect(await tagOf(source, 'other plan')).not.toBe(tag);
  expect(await tagOf('cd'.repeat(32), 'plan')).not.toBe(tag);
});

test('forgets the oldest, and makes it again alike', async () => {
  const digest = vi.spyOn(crypto.subtle, 'digest');
  const tagOf = createEntityTagger();
  const first = await tagOf('source', '0');
  for (let at = 1; at <= 5000; at += 1) await tagOf('source', String(at));
  expect(await tagOf('source', '5000')).toMatch(/^"cf-[0-9a-f]{24}:source"$/);
  expect(digest).toHaveBeenCalledTimes(5001);
  expect(await tagOf('source', '0')).toBe(first);
  expect(digest).toHaveBeenCalledTimes(5002);
});
