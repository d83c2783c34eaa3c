import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the service saw of one request. */
export interface SeenRequest {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface ScriptedService {
  /** To be used as `baseUrl`. */
  baseUrl: string;
  seen: SeenRequest[];
  close: () => Promise<void>;
}

/** One answer. The script repeats its last one. */
export type ScriptedAnswer = (outgoing: ServerResponse, request: SeenRequest) => void;

/**
 * A server that answers whatever the script says, for the shapes that no healthy service and no
 * emulator of one answers: pages of proxies, cut connections, silence.
 */
export async function startScriptedService(
  ...script: [ScriptedAnswer, ...ScriptedAnswer[]]
): Promise<ScriptedService> {
  const seen: SeenRequest[] = [];
  const server = createServer(async (message, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of message) chunks.push(chunk as Buffer);
    const request = {
      method: message.method ?? '',
      url: message.url ?? '',
      headers: message.headers,
      body: Buffer.concat(chunks).toString(),
    };
    seen.push(request);
    const answer = script[Math.min(seen.length, script.length) - 1] ?? script[0];
    answer(outgoing, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/client/v4`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A body with its status and headers. */
export function text(
  status: number,
  body: string,
  headers: Record<string, string> = {},
): ScriptedAnswer {
  return (outgoing) => void outgoing.writeHead(status, headers).end(body);
}

/** Cloudflare's envelope of a success. */
export function success(result: unknown): ScriptedAnswer {
  return text(200, JSON.stringify({ success: true, errors: [], messages: [], result }));
}

/** Cloudflare's envelope of a failure. */
export function failure(
  status: number,
  code: number,
  message: string,
  headers: Record<string, string> = {},
): ScriptedAnswer {
  const body = { success: false, errors: [{ code, message }], messages: [], result: null };
  return text(status, JSON.stringify(body), { 'cf-ray': '8f1-TST', ...headers });
}

/** The connection ends without an answer. */
export const cut: ScriptedAnswer = (outgoing) => void outgoing.destroy();

/** The head arrives, the body breaks off. */
export const cutInBody: ScriptedAnswer = (outgoing) => {
  outgoing.writeHead(200, { 'content-length': '1000' }).write('{"success":true');
  setTimeout(() => outgoing.destroy(), 20);
};

/** Nothing ever comes. */
export const silence: ScriptedAnswer = () => undefined;
