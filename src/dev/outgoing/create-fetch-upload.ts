import type { Guesses } from '../guesses.js';
import { badRequest, Refusal } from '../refusal.js';
import { readAtMost } from '../form/read-at-most.js';
import { tooLarge } from '../form/read-body.js';
import type { ServiceContext } from '../service-context.js';
import type { Outgoing, OutgoingFetch } from './outgoing-fetch.js';
import { OutgoingError } from './outgoing-error.js';

/** How uploads by URL get their bytes. A failing origin is a bad request of the uploader. */
export function createFetchUpload(
  outgoing: Outgoing,
  guesses: Guesses,
): ServiceContext['fetchUpload'] {
  return async (address) => {
    const url = readAddress(address);
    const headers: Record<string, string> = {};
    if (url.username !== '' || url.password !== '') {
      headers.authorization = `Basic ${encodeBasic(url)}`;
      url.username = '';
      url.password = '';
    }
    const bytes = await load(outgoing, url, headers, guesses.maxUploadBytes);
    if (!bytes) throw tooLarge(guesses);
    return { bytes, fileName: lastSegment(url) };
  };
}

function readAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw badRequest('url must be an absolute http or https address');
}

async function load(
  outgoing: Outgoing,
  url: URL,
  headers: Record<string, string>,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  if (outgoing === 'none' || outgoing === 'same-zone') {
    throw badRequest(
      'This emulator fetches nothing for uploads by URL: start it with outgoing "public", or with a function',
    );
  }
  try {
    const response = await send(outgoing, url, headers);
    if (response.ok) return await readAtMost(response.body, maxBytes, { drain: false });
    await response.body?.cancel();
    throw badRequest(`Could not fetch the image: ${url.host} answered ${response.status}`);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const isOurs = error instanceof OutgoingError;
    const reason = isOurs ? error.message : `${url.host} cannot be reached`;
    throw badRequest(`Could not fetch the image: ${reason}`);
  }
}

async function send(
  outgoing: 'public' | OutgoingFetch,
  url: URL,
  headers: Record<string, string>,
): Promise<Response> {
  if (outgoing !== 'public') return outgoing(new Request(url, { headers }));
  const { createPublicFetch } = await import('./create-public-fetch.js');
  return createPublicFetch()(url, { headers });
}

function lastSegment(url: URL): string | undefined {
  const name = url.pathname.split('/').at(-1);
  return name === undefined || name === '' ? undefined : unescapeAll(name);
}

function unescapeAll(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function encodeBasic(url: URL): string {
  const text = `${unescapeAll(url.username)}:${unescapeAll(url.password)}`;
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
