import { readJson } from '../api/read-json.js';
import type { Clock } from '../create-clock.js';
import { createPublicOrigins } from '../public-origins.js';
import { badRequest } from '../refusal.js';
import type { ServiceContext } from '../service-context.js';
import { createSignedUrl } from './create-signed-url.js';

/** What an action works with. */
export interface ActionCall {
  service: ServiceContext;
  clock: Clock;
  request: Request;
}

type Action = (call: ActionCall) => Promise<unknown>;

const maxLifetimeSeconds = 10 * 365 * 86_400;
const maxAdvanceSeconds = 366 * 86_400;

const actions = new Map<string, Action>([
  ['POST /sign', signUrl],
  ['POST /clock', advanceClock],
  ['DELETE /clock', resetClock],
]);

/** The action of that method and path. */
export function findAction(method: string, path: string): Action | undefined {
  return actions.get(`${method} ${path}`);
}

async function signUrl({ service, request }: ActionCall): Promise<unknown> {
  const { imageId, variant, expiresInSeconds } = await readJson(request, service.guesses);
  if (typeof imageId !== 'string') throw badRequest('imageId must be text');
  if (typeof variant !== 'string') throw badRequest('variant must be text');
  const lifetime =
    expiresInSeconds === null ? null : readSeconds(expiresInSeconds, maxLifetimeSeconds);
  return createSignedUrl(service, createPublicOrigins(new URL(request.url).origin), {
    imageId,
    variant,
    expiresInSeconds: lifetime,
  });
}

async function advanceClock({ service, clock, request }: ActionCall): Promise<unknown> {
  const { seconds } = await readJson(request, service.guesses);
  clock.advance(readSeconds(seconds, maxAdvanceSeconds) * 1000);
  return { now: clock.now() };
}

async function resetClock({ clock }: ActionCall): Promise<unknown> {
  clock.reset();
  return { now: clock.now() };
}

function readSeconds(value: unknown, max: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= max) {
    return value;
  }
  throw badRequest(`Seconds must be a whole number from 1 to ${max}`);
}
