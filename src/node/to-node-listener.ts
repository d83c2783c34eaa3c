import type { IncomingMessage, ServerResponse } from 'node:http';
import { readRequest } from './read-request.js';
import { writeResponse } from './write-response.js';

/** A fetch-shaped handler: of this package, or any other. */
export type FetchHandler = (request: Request) => Response | Promise<Response>;

export interface NodeListenerOptions {
  /** For the log: the handler threw, or the body of its answer broke off. */
  onError?: (event: { error: unknown }) => void;
}

// How long what is left of an upload is read away after an early answer. Cutting at once would
// cost many clients the answer, which they read only after they have sent everything.
const lingerMs = 2_000;

/**
 * Makes a listener for node:http (also `app.use` of Express) of a fetch-shaped handler. Both
 * bodies are streamed; `request.signal` aborts when the client hangs up.
 */
export function toNodeListener(
  handler: FetchHandler,
  { onError }: NodeListenerOptions = {},
): (message: IncomingMessage, outgoing: ServerResponse) => void {
  return (message, outgoing) => {
    void answer(handler, message, outgoing).catch((error: unknown) => {
      // After a hang-up, failing is what everything does.
      if (!outgoing.destroyed) onError?.({ error });
      if (outgoing.headersSent) outgoing.destroy();
      else answerPlainly(outgoing, 500, 'Internal Server Error');
    });
  };
}

async function answer(
  handler: FetchHandler,
  message: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const hangUp = new AbortController();
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) hangUp.abort();
  });
  // Without a listener an error of the socket would end the process. Readers see it themselves.
  message.on('error', () => undefined);
  outgoing.on('error', () => undefined);
  const request = readRequest(message, hangUp.signal);
  if (request === undefined) return answerPlainly(outgoing, 400, 'Bad Request');
  const response = await handler(request);
  if (outgoing.destroyed) return void (await response.body?.cancel());
  outgoing.once('finish', () => readAwayRest(message));
  await writeResponse(response, outgoing, message.method);
}

function readAwayRest(message: IncomingMessage): void {
  if (message.readableEnded || message.destroyed) return;
  const timer = setTimeout(() => message.destroy(), lingerMs).unref();
  message.once('close', () => clearTimeout(timer));
  message.once('end', () => clearTimeout(timer));
  message.resume();
}

function answerPlainly(outgoing: ServerResponse, status: number, text: string): void {
  for (const name of outgoing.getHeaderNames()) outgoing.removeHeader(name);
  outgoing.statusCode = status;
  outgoing.statusMessage = text;
  outgoing.setHeader('content-type', 'text/plain; charset=utf-8');
  outgoing.end(text);
}
