import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEmulator, type Emulator } from '../../src/dev.js';
import { toNodeListener } from '../../src/node.js';
import {
  createImagesClient,
  createImagesHandler,
  type ImagesClient,
  type ImagesHandlerOptions,
} from '../../src/server.js';

/** One request that goes wrong. `answerAsEmulator` is what would have happened. */
export type Fault = (exchange: {
  body: Uint8Array<ArrayBuffer>;
  response: ServerResponse;
  answerAsEmulator: () => Promise<Response>;
}) => void | Promise<void>;

/** Which requests a script is about. `undefined` in a script lets one request pass. */
export type FaultPlace = 'ticket' | 'preflight' | 'upload' | 'status';

export interface UploadServer {
  origin: string;
  endpoint: string;
  emulator: Emulator;
  client: ImagesClient;
  /** Paths of all POSTs to the upload host, in order. */
  posts: string[];
  /** Permission that a browser asked for before it posted. */
  preflights: string[];
  /** "GET /status" and so on: what our handler was asked. */
  calls: string[];
  /** Bodies of the ticket requests. */
  claims: Record<string, unknown>[];
  /** Sources a page may be made of: tests of a browser put their own in. */
  pages: Map<string, { type: string; body: string }>;
  script(place: FaultPlace, ...faults: (Fault | undefined)[]): void;
  close(): Promise<void>;
}

/** The emulator and our handler behind one real port, with requests that fail as scripted. */
export async function startUploadServer(
  given: Partial<ImagesHandlerOptions> = {},
): Promise<UploadServer> {
  const emulator = createEmulator();
  const scripts: Record<FaultPlace, (Fault | undefined)[]> = {
    ticket: [],
    preflight: [],
    upload: [],
    status: [],
  };
  const posts: string[] = [];
  const preflights: string[] = [];
  const calls: string[] = [];
  const claims: Record<string, unknown>[] = [];
  const pages: UploadServer['pages'] = new Map();

  const server = createServer(async (request, response) => {
    const { method = '', url = '' } = request;
    const path = url.split('?')[0] ?? '';
    const page = pages.get(path);
    if (page) return void response.setHeader('content-type', page.type).end(page.body);
    const place = placeOf(method, path);
    if (place === 'upload') posts.push(path);
    if (place === 'preflight') preflights.push(path);
    if (path.startsWith('/api/images')) calls.push(`${method} ${path.slice('/api/images'.length)}`);
    const fetchShaped = path.startsWith('/api/images') ? handler : emulator.fetch;
    const listed = place && scripts[place].length > 0;
    const fault = place && scripts[place].shift();
    if (place === 'ticket' || listed) {
      const body = await readAll(request).catch(() => undefined);
      if (!body) return; // the client hung up
      if (place === 'ticket') claims.push(JSON.parse(new TextDecoder().decode(body)));
      const answerAsEmulator = () =>
        fetchShaped(
          new Request(origin + url, {
            method,
            headers: headersOf(request),
            ...(method === 'POST' && { body }),
          }),
        );
      if (fault) return fault({ body, response, answerAsEmulator });
      return write(response, await answerAsEmulator());
    }
    toNodeListener(fetchShaped)(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = createImagesClient({
    accountId: emulator.accountId,
    apiToken: emulator.token,
    baseUrl: `${origin}/client/v4`,
    fetch: (request) => emulator.fetch(request),
  });
  const handler = createImagesHandler({ images: client, authorize: () => true, ...given });

  return {
    origin,
    endpoint: `${origin}/api/images`,
    emulator,
    client,
    posts,
    preflights,
    calls,
    claims,
    pages,
    script: (place, ...faults) => void scripts[place].push(...faults),
    async close() {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await emulator.close();
    },
  };
}

function placeOf(method: string, path: string): FaultPlace | undefined {
  if (path.startsWith('/upload.imagedelivery.net/')) {
    return method === 'OPTIONS' ? 'preflight' : 'upload';
  }
  if (method === 'POST' && path === '/api/images/direct-upload') return 'ticket';
  if (method === 'GET' && path === '/api/images/status') return 'status';
  return undefined;
}

/** Answers without doing anything. */
export function answer(
  status: number,
  body: unknown = '',
  headers: Record<string, string> = {},
): Fault {
  return ({ response }) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    response.writeHead(status, { 'access-control-allow-origin': '*', ...headers }).end(text);
  };
}

/** Cloudflare's envelope of a failure. */
export function serviceFailure(status: number, code: number, headers = {}): Fault {
  const errors = [{ code, message: `failure ${code}` }];
  return answer(status, { success: false, result: null, errors, messages: [] }, headers);
}

/** Cuts the connection before anything happens. */
export const cut: Fault = ({ response }) => void response.destroy();

/** Does what was asked, and cuts the connection before the answer. */
export const loseAnswer: Fault = async ({ response, answerAsEmulator }) => {
  await answerAsEmulator();
  response.destroy();
};

/** Does what was asked, and never says so. */
export const withhold: Fault = async ({ answerAsEmulator }) => {
  await answerAsEmulator();
};

/** What a browser does that sends a POST again by itself: the second answer is seen. */
export const repeatSilently: Fault = async ({ response, answerAsEmulator }) => {
  await answerAsEmulator();
  await write(response, await answerAsEmulator());
};

/** Cuts the connection, and does what was asked a moment later. */
export function actLate(ms: number, acted: () => void = () => {}): Fault {
  return async ({ response, answerAsEmulator }) => {
    response.destroy();
    await new Promise((resolve) => setTimeout(resolve, ms));
    await answerAsEmulator();
    acted();
  };
}

/** Answers as it should, once that has happened. */
export function answerAfter(happened: Promise<unknown>): Fault {
  return async ({ response, answerAsEmulator }) => {
    await happened;
    await write(response, await answerAsEmulator());
  };
}

/** Answers only after that time, as it should. */
export function slow(ms: number): Fault {
  return async ({ response, answerAsEmulator }) => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    if (!response.destroyed) await write(response, await answerAsEmulator());
  };
}

/** Never answers. */
export const hang: Fault = () => {};

async function write(response: ServerResponse, answered: Response): Promise<void> {
  response.writeHead(answered.status, Object.fromEntries(answered.headers));
  response.end(new Uint8Array(await answered.arrayBuffer()));
}

async function readAll(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string') headers.set(name, value);
  }
  return headers;
}
