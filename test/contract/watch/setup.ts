import { afterAll, afterEach, expect, vi } from 'vitest';
import type * as emulatorModule from '../../../src/dev/create-emulator.js';
import type * as delivererModule from '../../../src/dev/delivery/create-deliverer.js';

// Every emulator that a test makes is watched, however it came to it: directly, on a port, or
// inside the Vite plugin. A module is replaced rather than the emulator given a hook, because a
// hook that tests may leave out is one that some test will have left out.
vi.mock('../../../src/dev/create-emulator.js', async (load) => {
  const original = await load<typeof emulatorModule>();
  const { watchEmulator } = await import('./watch-emulator.js');
  const createEmulator: typeof original.createEmulator = (options) =>
    watchEmulator(original.createEmulator, options);
  watching.isOn = true;
  return { ...original, createEmulator };
});

// The tests of delivery use this part of it alone.
vi.mock('../../../src/dev/delivery/create-deliverer.js', async (load) => {
  const original = await load<typeof delivererModule>();
  const { watchDeliverer } = await import('./watch-deliverer.js');
  const createDeliverer: typeof original.createDeliverer = (parts) =>
    watchDeliverer(original.createDeliverer, parts);
  watching.isOn = true;
  return { ...original, createDeliverer };
});

// Most test files have no emulator: they are not to wait for the schemas.
const watching = vi.hoisted(() => ({ isOn: false }));

async function expectNoViolations(): Promise<void> {
  if (!watching.isOn) return;
  const { takeViolations } = await import('./answer-log.js');
  expect(await takeViolations(), 'answers that the contract does not allow').toEqual([]);
}

afterEach(expectNoViolations);
// What hooks asked after the last test.
afterAll(expectNoViolations);
