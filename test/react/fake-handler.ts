import type { ImageRecord } from '../../src/protocol/image-record.js';
import type { SendFile } from '../../src/upload/transport.js';

/** A record as our handler answers it. */
export function imageRecord(id: string, more: Partial<ImageRecord> = {}): ImageRecord {
  return {
    id,
    filename: `${id}.png`,
    uploaded: '2026-01-01T00:00:00Z',
    requireSignedURLs: false,
    variants: [],
    meta: {},
    creator: null,
    draft: false,
    ...more,
  };
}

/** Our handler over a list in memory, newest first, as a `fetch`, with the transport to it. */
export function createFakeHandler(stored: ImageRecord[] = [], pageSize = 2) {
  const state = {
    stored,
    /** Method and path of every request, with the cursor of a page. */
    calls: [] as string[],
    headers: [] as Record<string, string>[],
    /** Answers in place of the next request to that path. */
    failures: new Map<string, (() => Response | Promise<Response>)[]>(),
    tickets: 0,
  };
  const fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const url = new URL(String(input), 'http://app.test');
    const path = url.pathname.replace(/^.*\/images(?=\/)/, '');
    const cursor = url.searchParams.get('cursor');
    const call = `${init?.method} ${path}${cursor ? `?cursor=${cursor}` : ''}`;
    state.calls.push(call);
    state.headers.push(Object.fromEntries(new Headers(init?.headers)));
    await new Promise((resolve) => setTimeout(resolve, 1));
    const failure = state.failures.get(call)?.shift();
    if (failure) return failure();
    const id = url.searchParams.get('id') ?? '';
    if (path === '/images') {
      const at = Number(cursor ?? 0);
      const next = at + pageSize;
      return Response.json({
        images: state.stored.slice(at, next),
        cursor: next < state.stored.length ? String(next) : null,
      });
    }
    if (path === '/direct-upload') {
      const ticket = `new-${++state.tickets}`;
      return Response.json({ id: ticket, uploadURL: `upload:${ticket}`, expiresAt: 'later' });
    }
    if (path === '/status') {
      const image = state.stored.find((known) => known.id === id);
      return Response.json(image ? { status: 'ready', image } : { status: 'unknown' });
    }
    state.stored = state.stored.filter((known) => known.id !== id);
    return Response.json({ id });
  };
  const transport: SendFile = async ({ url }) => {
    const result = imageRecord(url.slice('upload:'.length));
    state.stored = [result, ...state.stored];
    const body = JSON.stringify({ success: true, result, errors: [] });
    return { status: 200, body, header: () => null };
  };
  return { state, fetch: fetch as typeof globalThis.fetch, transport };
}

/** An answer of our handler that says no. */
export function wireFailure(status: number, code: string): () => Response {
  return () => Response.json({ error: { code, message: `It said ${code}.` } }, { status });
}
