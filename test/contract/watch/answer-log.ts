import { checkAnswer } from './check-answer.js';
import type { Leniency } from './exchange.js';
import { passThrough } from './pass-through.js';

const unread = new Set<Response>();
const found = new Set<string>();
const watched = new WeakSet<Response>();

/** The answer as it goes on to the test; what is wrong with it is remembered. */
export function watchAnswer(request: Request, response: Response, leniency: Leniency): Response {
  // The emulator's parts may be watched one inside the other.
  if (watched.has(response)) return response;
  const { method, url } = request;
  const { status, headers } = response;
  const check = (body: Uint8Array | undefined) => {
    const exchange = { method, url, status, headers: new Headers(headers), body, leniency };
    reportViolations(checkAnswer(exchange).violations);
    unread.delete(passed);
  };
  let passed = response;
  passed = passThrough(response, (body) => queueMicrotask(() => check(body)));
  watched.add(passed);
  if (response.body) unread.add(passed);
  return passed;
}

// A body that a fault slows down could take for ever.
const patienceMs = 500;

// Kept from before any test put false clocks in their place.
const { setTimeout, clearTimeout, setImmediate } = globalThis;

/** Everything wrong since the last call. Answers that nobody read are read now. */
export async function takeViolations(): Promise<string[]> {
  const left = [...unread].filter((response) => !response.bodyUsed);
  unread.clear();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<void>((settle) => {
    timer = setTimeout(settle, patienceMs);
  });
  const reading = left.map((response) => response.arrayBuffer().catch(() => undefined));
  await Promise.race([Promise.all(reading), patience]);
  clearTimeout(timer);
  // The checks themselves come after the last chunk.
  await new Promise((settle) => setImmediate(settle));
  const violations = [...found];
  found.clear();
  return violations;
}

/** Adds to what the next call of `takeViolations` answers. */
export function reportViolations(violations: readonly string[]): void {
  for (const each of violations) found.add(each);
}
