import { DeliveryError } from './delivery-error.js';

/**
 * How the emulator gets at the source of a transformation. It decides which addresses may be
 * reached at all; a `DeliveryError` it throws is the answer. Redirects are its business.
 */
export type FetchSource = (
  url: URL,
  context: {
    /** The source lies on the host that serves the transformation. */
    sameZone: boolean;
    headers: Readonly<Record<string, string>>;
    signal: AbortSignal;
  },
) => Promise<Response>;

/** What a transformation may read: 100 MB (docs: get-started/limits). */
const maxBytes = 100_000_000;
const timeoutMs = 30_000;

// Not waited for: a body that was split in two is only let go when both halves are.
function abandon(body: ReadableStream | null): void {
  void body?.cancel().catch(() => undefined);
}

function refuseStatus(status: number): void {
  if (status >= 200 && status < 300) return;
  if (status === 404) throw new DeliveryError(9404, 404, 'The origin answered 404');
  if (status === 400) throw new DeliveryError(9519, 502, 'The origin answered 400');
  if (status >= 500) throw new DeliveryError(9509, 502, `The origin answered ${status}`);
  if (status >= 400) throw new DeliveryError(9408, 408, `The origin answered ${status}`);
  throw new DeliveryError(
    9420,
    400,
    `The origin answered ${status}, a redirect that leads nowhere`,
  );
}

async function readBounded(response: Response): Promise<Uint8Array> {
  const tooLarge = () => new DeliveryError(9402, 413, 'The source is larger than 100 MB');
  if (Number(response.headers.get('content-length')) > maxBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    length += part.value.byteLength;
    if (length > maxBytes) {
      void reader?.cancel().catch(() => undefined);
      throw tooLarge();
    }
    chunks.push(part.value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

/** The failure of a connection in the words of delivery. */
function connectionError(error: unknown): unknown {
  if (error instanceof DeliveryError || !(error instanceof Error)) return error;
  if (error.name === 'TimeoutError')
    return new DeliveryError(9504, 522, 'The origin took too long');
  const cause: unknown = error.cause;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return code === 'ENOTFOUND' || code === 'EAI_AGAIN'
    ? new DeliveryError(9407, 523, 'The host of the source has no address')
    : new DeliveryError(9510, 523, 'The origin cannot be reached');
}

/** The bytes of a source and how long its origin lets them be kept. */
export async function loadSource(
  url: URL,
  {
    sameZone,
    request,
    fetchSource,
  }: { sameZone: boolean; request: Request; fetchSource: FetchSource },
): Promise<{ bytes: Uint8Array; cacheControl: string | null }> {
  try {
    const response = await fetchSource(url, {
      sameZone,
      // No cookies and nothing of the client's. The mark is what tells a loop.
      headers: { accept: 'image/*', via: 'image-resizing' },
      signal: AbortSignal.any([request.signal, AbortSignal.timeout(timeoutMs)]),
    });
    if (!response.ok) abandon(response.body);
    refuseStatus(response.status);
    return {
      bytes: await readBounded(response),
      cacheControl: response.headers.get('cache-control'),
    };
  } catch (error) {
    throw connectionError(error);
  }
}
