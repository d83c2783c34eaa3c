import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

/**
 * Writes a fetch `Response` to node:http, chunk by chunk and no faster than the socket takes
 * them. Resolves when the last byte is handed over or the other end is gone.
 */
export async function writeResponse(
  response: Response,
  outgoing: ServerResponse,
  method: string | undefined,
): Promise<void> {
  outgoing.statusCode = response.status;
  if (response.statusText) outgoing.statusMessage = response.statusText;
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') outgoing.setHeader(name, value);
  }
  // The one header whose values cannot be joined with commas.
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies);
  if (response.body === null || method === 'HEAD') {
    await response.body?.cancel();
    outgoing.end();
    return;
  }
  const reader = response.body.getReader();
  const onClose = () => void reader.cancel().catch(() => undefined);
  outgoing.once('close', onClose);
  try {
    outgoing.flushHeaders();
    for (;;) {
      const { done, value } = await reader.read();
      if (done || outgoing.destroyed) break;
      if (!outgoing.write(value)) await drained(outgoing);
    }
    outgoing.end();
  } finally {
    outgoing.off('close', onClose);
  }
}

async function drained(outgoing: ServerResponse): Promise<void> {
  if (outgoing.destroyed) return;
  const stop = new AbortController();
  const { signal } = stop;
  // A socket that closes never drains.
  await Promise.race([once(outgoing, 'drain', { signal }), once(outgoing, 'close', { signal })])
    .catch(() => undefined)
    .finally(() => stop.abort());
}
