import { expect, test } from 'vitest';
import { createSingleFlight } from '../../../src/dev/cache/single-flight.js';

test('equal work under way runs once, and again after that', async () => {
  const once = createSingleFlight<number>();
  let runs = 0;
  const work = async () => {
    await Promise.resolve();
    return (runs += 1);
  };
  expect(await Promise.all([once('a', work), once('a', work), once('b', work)])).toEqual([1, 1, 2]);
  expect(await once('a', work)).toBe(3);
});

test('a failure reaches everybody who waited, and is forgotten', async () => {
  const once = createSingleFlight<string>();
  const fail = () => Promise.reject(new Error('no'));
  const results = await Promise.allSettled([once('a', fail), once('a', fail)]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await once('a', async () => 'yes')).toBe('yes');
});
