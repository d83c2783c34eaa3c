import { reportViolations } from '../watch/answer-log.js';
import { checkAnswer } from '../watch/check-answer.js';
import { type Leniency, live, strict } from '../watch/exchange.js';
import { createEmulator, type Emulator } from '../../../src/dev.js';
import type { Coverage } from './coverage.js';

/** An answer, read. What is wrong with it waits in the answer log. */
export interface Answer {
  status: number;
  headers: Headers;
  bytes: Uint8Array;
  text: string;
  /** The parsed body; undefined when it is no JSON. */
  // The shapes differ by operation, and the schemas have been asked already.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  json: any;
}

export interface ApiRequest extends RequestInit {
  /** Another token than the account's; null sends none. */
  token?: string | null;
}

/** What the suite is run against: the emulator, or Cloudflare. */
export interface Subject {
  kind: 'emulator' | 'live';
  accountHash: string;
  /** Present on the emulator: time and faults can be scripted. */
  emulator: Emulator | undefined;
  /** Any host of the service under its real name. The answer is checked and counted. */
  ask(url: string, init?: RequestInit & { faulty?: boolean }): Promise<Answer>;
  /** Below `/client/v4/accounts/{account_id}/images`, such as `/v1/stats`. */
  api(method: string, path: string, init?: ApiRequest & { faulty?: boolean }): Promise<Answer>;
  /** Below the root of the batch host. */
  batch(method: string, path: string, init: ApiRequest & { faulty?: boolean }): Promise<Answer>;
  /** A name that no other run has. */
  name(word: string): string;
  /** Deletes it when the suite ends, whatever happened. */
  later(method: 'DELETE', path: string): void;
  close(): Promise<void>;
}

const credentials = {
  accountId: process.env.CF_ACCOUNT_ID,
  token: process.env.CF_API_TOKEN,
  accountHash: process.env.CF_ACCOUNT_HASH,
};

/** Cloudflare when CF_ACCOUNT_ID, CF_API_TOKEN and CF_ACCOUNT_HASH are set, else an emulator. */
export function createSubject(coverage: Coverage): Subject {
  const { accountId, token, accountHash } = credentials;
  if (accountId && token && accountHash) {
    return build({ kind: 'live', accountId, token, accountHash, send: fetch }, coverage);
  }
  const emulator = createEmulator({
    flexibleVariants: true,
    outgoing: async (request) => outside(request),
  });
  return build({ ...emulator, emulator, kind: 'emulator', send: emulator.fetch }, coverage);
}

/** The rest of the web, for uploads by URL and remote images, on the emulator. */
export const remoteImage = 'https://www.cloudflare.com/img/logo-web-badges/cf-logo-on-white-bg.svg';

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"/>';

function outside(request: Request): Response {
  if (request.url !== remoteImage) return new Response('Not found', { status: 404 });
  return new Response(drawing, { headers: { 'content-type': 'image/svg+xml' } });
}

interface Parts {
  kind: 'emulator' | 'live';
  accountId: string;
  accountHash: string;
  token: string;
  emulator?: Emulator;
  send: typeof fetch | Emulator['fetch'];
}

function build(parts: Parts, coverage: Coverage): Subject {
  const run = Math.random().toString(36).slice(2, 8);
  const leftovers: { method: string; path: string }[] = [];
  const base: Leniency = parts.kind === 'live' ? live : strict;
  const subject: Subject = {
    kind: parts.kind,
    accountHash: parts.accountHash,
    emulator: parts.emulator,
    async ask(url, { faulty = false, ...init } = {}) {
      const request = new Request(url, init);
      const response = await parts.send(request.clone());
      const { status, headers } = response;
      const bytes = new Uint8Array(await response.arrayBuffer());
      const leniency = { ...base, faulty };
      const { method } = request;
      const exchange = { method, url, status, headers, body: bytes, leniency };
      const { operation, violations } = checkAnswer(exchange);
      reportViolations(violations);
      if (operation !== undefined) coverage.count(operation, status);
      const text = new TextDecoder().decode(bytes);
      return { status, headers, bytes, text, json: parse(text) };
    },
    api: (method, path, init = {}) =>
      subject.ask(
        `https://api.cloudflare.com/client/v4/accounts/${parts.accountId}/images${path}`,
        withToken(method, init, parts.token),
      ),
    batch: (method, path, init) =>
      subject.ask(`https://batch.imagedelivery.net${path}`, withToken(method, init, parts.token)),
    name: (word) => `${word}-${run}`,
    later: (method, path) => leftovers.push({ method, path }),
    async close() {
      for (const { method, path } of leftovers) await subject.api(method, path);
      await parts.emulator?.close();
    },
  };
  return subject;
}

function withToken(
  method: string,
  { token, headers, ...init }: ApiRequest & { faulty?: boolean },
  own: string,
) {
  const sent = new Headers(headers);
  if (token !== null) sent.set('authorization', `Bearer ${token ?? own}`);
  return { ...init, method, headers: sent };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
