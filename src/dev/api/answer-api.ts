import type { PublicOrigins } from '../public-origins.js';
import { Refusal } from '../refusal.js';
import type { ServiceContext } from '../service-context.js';
import { failureAnswer } from './api-answer.js';
import { authenticate, authenticateBatch } from './authenticate.js';
import { type ApiRoute, findRoute } from './find-route.js';

/** A request to one of the two hosts of the API, with the path below its root. */
export interface HostCall {
  request: Request;
  path: string;
  origins: PublicOrigins;
}

/** Answers `api.cloudflare.com`; the path starts after `/client/v4`. */
export function answerApi(service: ServiceContext, call: HostCall): Promise<Response> {
  return withFailures(async () => {
    const [, account, path] = /^\/accounts\/([^/]*)\/images(\/.*)$/.exec(call.path) ?? [];
    if (account === undefined || path === undefined) throw noSuchPath(call.path);
    const { route, encodedName } = requireRoute(call, path);
    authenticate(call.request.headers, service.credentials, route.scope);
    checkAccount(account, service);
    return answerRoute(service, call, route, encodedName);
  });
}

/** Answers `batch.imagedelivery.net`: fewer operations, no account in the path, its own token. */
export function answerBatch(service: ServiceContext, call: HostCall): Promise<Response> {
  return withFailures(async () => {
    const [, path] = /^\/images(\/.*)$/.exec(call.path) ?? [];
    if (path === undefined) throw noSuchPath(call.path);
    const { route, encodedName } = requireRoute(call, path);
    if (!route.isBatch) throw noSuchPath(call.path);
    await authenticateBatch(call.request.headers, service);
    return answerRoute(service, call, route, encodedName);
  });
}

async function withFailures(answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof Refusal) return failureAnswer(error);
    throw error;
  }
}

function requireRoute(call: HostCall, path: string): { route: ApiRoute; encodedName: string } {
  const found = findRoute(call.request.method, path);
  if (!found) throw noSuchPath(call.path);
  const { route, encodedName } = found;
  if (route) return { route, encodedName };
  throw new Refusal(405, 7000, `No route for that URI with the method ${call.request.method}`);
}

function noSuchPath(path: string): Refusal {
  return new Refusal(
    404,
    7003,
    `Could not route to ${path}, perhaps your object identifier is invalid?`,
  );
}

function answerRoute(
  service: ServiceContext,
  { request, origins }: HostCall,
  route: ApiRoute,
  encodedName: string,
): Promise<Response> {
  const query = new URL(request.url).searchParams;
  return route.handler({ service, request, origins, query, name: decodeName(encodedName) });
}

// The two names of an account are easily swapped, and the service only says 5403.
function checkAccount(account: string, service: ServiceContext): void {
  if (account === service.accountId) return;
  const hint =
    account === service.accountHash
      ? 'this is the account hash of delivery URLs; the API takes the account id'
      : `this emulator has the account ${service.accountId}`;
  throw new Refusal(403, 5403, `The given account is not valid or is not authorized: ${hint}`);
}

/** Decoded once, here, and never again. */
function decodeName(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    throw new Refusal(400, 7003, `Could not route to ${encoded}: it is not valid percent-encoding`);
  }
}
