import { ImagesError } from '../../protocol/images-error.js';
import { parseRetryAfter } from '../../protocol/retry-after.js';
import { parseServiceAnswer } from '../../protocol/service-answer.js';
import { pause, withDeadline } from './deadline.js';
import { retryDelayMs } from './retry-delay.js';
import { createServiceFailure } from './service-failure.js';

/** One operation of the API. A body is built anew for every attempt. */
export interface ServiceCall {
  /** Words for messages: what is being done, on what. */
  doing: string;
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the account, encoded: `/images/v1/...`. */
  path: string;
  query?: URLSearchParams;
  form?: () => FormData;
  json?: unknown;
  signal?: AbortSignal | undefined;
}

/** Sends a call and answers the `result` of its envelope, or throws an `ImagesError`. */
export type Transport = (call: ServiceCall) => Promise<unknown>;

export interface RestTransportOptions {
  accountId: string;
  apiToken: string;
  baseUrl: string;
  fetch: (request: Request) => Promise<Response>;
  timeoutMs: number;
  /** Attempts after the first. */
  retries: number;
}

/**
 * Talks to Cloudflare's REST API. The token lives in this closure and nowhere else: there is no
 * object that holds it, so none can be printed.
 */
export function createRestTransport(options: RestTransportOptions): Transport {
  const { accountId, apiToken, timeoutMs, retries } = options;
  const root = `${options.baseUrl}/accounts/${encodeURIComponent(accountId)}`;
  const redact = (text: string) => text.replaceAll(apiToken, '[redacted]');

  function buildRequest(call: ServiceCall, signal: AbortSignal): Request {
    const headers = new Headers({
      authorization: `Bearer ${apiToken}`,
      accept: 'application/json',
    });
    let body: BodyInit | null = null;
    // A form sets its own content type, which carries the boundary.
    if (call.form) body = call.form();
    if (call.json !== undefined) {
      headers.set('content-type', 'application/json');
      body = JSON.stringify(call.json);
    }
    const query = call.query?.toString();
    return new Request(`${root}${call.path}${query ? `?${query}` : ''}`, {
      method: call.method,
      headers,
      body,
      signal,
      // The API never redirects. Whoever does is not the API and must not get the token.
      // ("error" would say so better, but Workers do not know it.)
      redirect: 'manual',
    });
  }

  async function sendOnce(call: ServiceCall, signal: AbortSignal): Promise<unknown> {
    let response: Response;
    let body: string;
    try {
      response = await options.fetch(buildRequest(call, signal));
      body = await response.text();
    } catch (error) {
      const reason = redact(describeCause(error));
      throw new ImagesError('network', `${call.doing}: no answer from Cloudflare (${reason}).`, {
        // A copy in words: a fetch of the app's may hang the whole request on its errors.
        cause: new Error(reason),
      });
    }
    const answer = parseServiceAnswer(body);
    if (response.ok && answer?.success) return answer.result;
    throw createServiceFailure({
      doing: call.doing,
      status: response.status,
      errors: answer?.errors.map((error) => ({ ...error, message: redact(error.message) })),
      contentType: response.headers.get('content-type'),
      ray: response.headers.get('cf-ray'),
      ...parseRetryAfter(response.headers.get('retry-after')),
    });
  }

  return async (call) => {
    const { doing, signal } = call;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await withDeadline({ doing, timeoutMs, signal }, (each) => sendOnce(call, each));
      } catch (error) {
        const delayMs = attempt > retries ? undefined : retryDelayMs(error, call.method, attempt);
        if (delayMs === undefined) throw error;
        await pause(delayMs, doing, signal);
      }
    }
  };
}

function describeCause(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown reason';
  // Node says "fetch failed" and hides the reason one level down.
  const inner = error.cause instanceof Error ? `, ${error.cause.message}` : '';
  return `${error.message}${inner}`;
}
