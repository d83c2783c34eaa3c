import { hashBytes } from '../store/hash-bytes.js';
import type { ServiceContext } from '../service-context.js';
import { successAnswer } from './api-answer.js';
import type { ApiHandler } from './api-call.js';

// How long the service's tokens live is not published.
const lifeMs = 3_600_000;

/**
 * `GET /images/v1/batch_token`. The token says itself when it ends and proves it with the
 * account's own secret, so that it needs no table, outlives a restart, and is good in a second
 * process on the same folder.
 */
export const getBatchToken: ApiHandler = async ({ service }) => {
  const expiresAt = service.now() + lifeMs;
  const token = `batch.${expiresAt}.${await sign(service, expiresAt)}`;
  return successAnswer({ token, expiresAt: new Date(expiresAt).toISOString() });
};

/** Whether a token of `getBatchToken` is one of ours and still good. */
export async function isBatchToken(token: string, service: ServiceContext): Promise<boolean> {
  const [, text, proof] = /^batch\.(\d{1,15})\.([0-9a-f]{64})$/.exec(token) ?? [];
  if (text === undefined || proof === undefined || Number(text) <= service.now()) return false;
  return proof === (await sign(service, Number(text)));
}

async function sign({ accountId, credentials }: ServiceContext, until: number): Promise<string> {
  return hashBytes(new TextEncoder().encode(`${credentials.token} ${accountId} ${until}`));
}
