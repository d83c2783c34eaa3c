import { Refusal } from '../refusal.js';

/** Headers of everything that is the inspector's: kept by nobody, taken for nothing else. */
export const inspectorHeaders = {
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
} as const;

/** 200 with a value. */
export function answerJson(value: unknown, status = 200): Response {
  return Response.json(value, { status, headers: inspectorHeaders });
}

/** A no, in words that the page shows as they are. */
export function answerFailure(error: unknown): Response {
  if (error instanceof Refusal) return answerJson({ error: error.message }, error.status);
  const reason = error instanceof Error ? error.message : String(error);
  return answerJson({ error: `The emulator failed: ${reason}` }, 500);
}
