import { Refusal } from '../refusal.js';
import { failureAnswer } from './api-answer.js';

export interface RateLimitOptions {
  /** Requests of one token in one window. @default 1200 */
  requests?: number;
  /** @default 300 */
  windowSeconds?: number;
}

/** Counts requests by token and answers those over the limit. */
export interface RateLimit {
  /** Puts the limit's headers on what `answer` gives, or answers 429 without asking it. */
  apply(request: Request, answer: () => Promise<Response>): Promise<Response>;
}

/**
 * The limit of Cloudflare's API: so many requests in a window, and once it is passed nothing but
 * 429 for the length of a window (docs: fundamentals/api/reference/limits, April 2026).
 */
export function createRateLimit(options: RateLimitOptions, now: () => number): RateLimit {
  const { requests = 1200, windowSeconds = 300 } = options;
  const windows = new Map<string, { used: number; endsAt: number }>();
  const policy = `"default";q=${requests};w=${windowSeconds}`;
  return {
    async apply(request, answer) {
      const key = readKey(request.headers);
      const known = windows.get(key);
      const isRunning = known !== undefined && known.endsAt > now();
      const endsAt = isRunning ? known.endsAt : now() + windowSeconds * 1000;
      const used = isRunning ? known.used + 1 : 1;
      // The first one too many starts the wait anew; those after it do not prolong it.
      const isFirstTooMany = used === requests + 1;
      const window = { used, endsAt: isFirstTooMany ? now() + windowSeconds * 1000 : endsAt };
      windows.set(key, window);
      const seconds = Math.ceil((window.endsAt - now()) / 1000);
      const response = used > requests ? refusal(seconds) : await answer();
      const left = Math.max(0, requests - used);
      response.headers.set('ratelimit', `"default";r=${left};t=${seconds}`);
      response.headers.set('ratelimit-policy', policy);
      return response;
    },
  };
}

function refusal(seconds: number): Response {
  const words = 'Please wait and consider throttling your request speed';
  const response = failureAnswer(new Refusal(429, 971, words));
  response.headers.set('retry-after', String(seconds));
  return response;
}

function readKey(headers: Headers): string {
  return headers.get('authorization') ?? headers.get('x-auth-key') ?? '';
}
