import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createListChanges, lagMs } from '../../src/react/list-changes.js';
import { imageRecord } from './fake-handler.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const idsOf = (changes: ReturnType<typeof createListChanges>) =>
  changes.get().added.map(({ image }) => image.id);

it('forgets what was added longer ago than the lag when the first list comes', () => {
  const changes = createListChanges();
  changes.add(imageRecord('old'));
  vi.advanceTimersByTime(lagMs);
  changes.add(imageRecord('new'));
  const leave = changes.subscribe(() => {});
  expect(idsOf(changes)).toEqual(['new']);
  leave();
  vi.advanceTimersByTime(lagMs);
  changes.subscribe(() => {});
  expect(idsOf(changes)).toEqual([]);
});

it('forgets nothing while a list is shown, whose pages may be older', () => {
  const changes = createListChanges();
  changes.subscribe(() => {});
  changes.add(imageRecord('old'));
  vi.advanceTimersByTime(lagMs * 2);
  changes.subscribe(() => {});
  changes.add(imageRecord('new'));
  expect(idsOf(changes)).toEqual(['new', 'old']);
});
