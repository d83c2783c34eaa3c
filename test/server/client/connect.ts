import { expect, onTestFinished } from 'vitest';
import { createImagesClient, type ImagesClientOptions, ImagesError } from '../../../src/server.js';
import { type ScriptedAnswer, startScriptedService } from '../scripted-service.js';

/** Must never be seen in any output. */
export const apiToken = 'secret-test-token-4711';

/** An image as the service answers it. */
export const image = {
  id: 'cat',
  filename: 'cat.jpg',
  uploaded: '2026-11-22T10:00:00.000Z',
  requireSignedURLs: false,
  variants: ['https://imagedelivery.net/hash/cat/public'],
  meta: { room: 7 },
};

/** A client and the service that it talks to, which answers by the script. */
export async function connect(
  script: [ScriptedAnswer, ...ScriptedAnswer[]],
  options: Partial<ImagesClientOptions> = {},
) {
  const service = await startScriptedService(...script);
  onTestFinished(service.close);
  const client = createImagesClient({
    accountId: 'acc',
    apiToken,
    baseUrl: service.baseUrl,
    ...options,
  });
  return { client, seen: service.seen };
}

/** The `ImagesError` with which some work fails. */
export async function failureOf(work: Promise<unknown>): Promise<ImagesError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ImagesError);
  return error as ImagesError;
}
