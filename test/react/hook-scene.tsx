import { cleanup } from '@testing-library/react';
import { StrictMode, type ReactNode } from 'react';
import { afterEach, vi } from 'vitest';
import { CfImagesProvider } from '../../src/react/CfImagesProvider.js';
import type { createFakeHandler } from './fake-handler.js';

/** Everything inside StrictMode and a provider of its own, so that no test sees another's pages. */
export function createWrapper(handler: ReturnType<typeof createFakeHandler>) {
  return function Wrapper({ children }: { children: ReactNode }) {
    return (
      <StrictMode>
        <CfImagesProvider fetch={handler.fetch}>{children}</CfImagesProvider>
      </StrictMode>
    );
  };
}

/** Call once at the top of a file: React may say nothing to the console. */
export function expectQuietConsole() {
  const error = vi.spyOn(console, 'error');
  afterEach(() => {
    cleanup();
    const said = error.mock.calls.map((call) => call.join(' '));
    error.mockClear();
    if (said.length > 0) throw new Error(`The console says: ${said.join('\n')}`);
  });
}
