import type { Guesses } from '../guesses.js';
import { asDeliveryError } from './as-delivery-error.js';
import { DeliveryError } from './delivery-error.js';
import type { Explanation } from './explanation.js';
import { type FetchSource, loadSource } from './fetch-source.js';
import type { ImageRequest } from './image-request.js';
import type { DeliveryOptions } from './option-table.js';
import { readGivenOptions } from './read-given-options.js';
import { remoteCacheControl } from './remote-cache-control.js';
import { parseRemotePath } from './remote-path.js';

export interface RemoteParts {
  guesses: Guesses;
  fetchSource?: FetchSource | undefined;
  answer: (wanted: ImageRequest) => Promise<Response>;
}

export interface RemoteDelivery {
  path: string;
  search: string;
  request: Request;
}

const nothingAllowed: FetchSource = () => {
  throw new DeliveryError(
    9401,
    403,
    'Transformation origin is not in allowed origins list. The emulator fetches no source of a transformation unless its option outgoing allows it',
  );
};

function readSourceUrl(source: string, zone: URL): URL {
  if (!URL.canParse(source, zone.origin))
    throw new DeliveryError(9406, 403, 'The source is not a URL');
  const url = new URL(source, zone.origin);
  if (/^\/cdn-cgi\/image\//.test(url.pathname)) {
    throw new DeliveryError(9403, 508, 'Resize loop: the source is a transformation itself');
  }
  // http only where there is no certificate to be had: the zone under development itself.
  if (url.protocol !== 'https:' && url.host !== zone.host) {
    throw new DeliveryError(9406, 403, 'The source has to be https');
  }
  if (url.username !== '' || url.password !== '') {
    throw new DeliveryError(9406, 403, 'The source URL may not hold a user name or password');
  }
  return url;
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(
    await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>),
  );
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Answers `/cdn-cgi/image/<options>/<source>`: an image from anywhere, transformed. */
export async function deliverRemote(
  { guesses, fetchSource = nothingAllowed, answer }: RemoteParts,
  { path, search, request }: RemoteDelivery,
  explanation: Explanation,
): Promise<Response> {
  if (/image-resizing/.test(request.headers.get('via') ?? '')) {
    throw new DeliveryError(9403, 508, 'Resize loop: the request comes from a transformation');
  }
  const parts = parseRemotePath(path, search);
  const options = readGivenOptions(
    parts.options,
    { surface: 'remote', noneKnown: { code: 9401, status: 400 } },
    explanation,
    guesses,
  );
  const zone = new URL(request.url);
  const url = readSourceUrl(parts.source, zone);
  const sameZone = url.host === zone.host;
  try {
    const { bytes, cacheControl } = await loadSource(url, { sameZone, request, fetchSource });
    return await answer({
      surface: 'remote',
      source: { hash: await sha256(bytes), byteLength: bytes.byteLength, read: async () => bytes },
      options,
      cacheControl: remoteCacheControl(cacheControl, explanation),
      vary: ['Accept'],
      explanation,
      request,
    });
  } catch (error) {
    const redirect = redirectToSource(error, options, sameZone ? url : undefined, explanation);
    if (redirect === undefined) throw error;
    return redirect;
  }
}

/** With `onerror=redirect` the browser is sent to the original, if that lies on the same zone. */
function redirectToSource(
  error: unknown,
  { onerror }: DeliveryOptions,
  url: URL | undefined,
  explanation: Explanation,
): Response | undefined {
  if (onerror !== 'redirect' || url === undefined) return undefined;
  const known = asDeliveryError(error);
  if (known === undefined) return undefined;
  // A path of our own making: two slashes at its start would name another host.
  const location = `${url.pathname.replace(/^\/+/, '/')}${url.search}`;
  return new Response(null, {
    status: 307,
    headers: {
      location,
      'cache-control': 'no-store',
      'cf-resized': `err=${known.code}`,
      'x-cf-images-explain': explanation.toString(),
    },
  });
}
