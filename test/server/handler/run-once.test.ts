import { expect, it } from 'vitest';
import { createRunOnce } from '../../../src/server/handler/run-once.js';

it('remembers as many keys as it was told, and forgets the oldest', async () => {
  const runOnce = createRunOnce(2);
  const ran: string[] = [];
  for (const key of ['a', 'b', 'a', 'c', 'b', 'c', 'a']) {
    await runOnce(key, () => void ran.push(key));
  }
  // "c" made it forget "a", which the second "a" had not made any younger.
  expect(ran).toEqual(['a', 'b', 'c', 'a']);
});

it('runs again what failed', async () => {
  const runOnce = createRunOnce(2);
  const fail = () => Promise.reject(new Error('not yet'));
  await expect(runOnce('a', fail)).rejects.toThrow('not yet');
  let ran = 0;
  await runOnce('a', () => (ran += 1));
  await runOnce('a', () => (ran += 1));
  expect(ran).toBe(1);
});
