import { Refusal } from '../refusal.js';
import type { ServiceContext } from '../service-context.js';
import { isBatchToken } from './batch-token.js';
import type { Credentials } from './credentials.js';

/** What a route asks of the token: reads need Images Read or Write, writes need Write. */
export type Scope = 'read' | 'write';

/**
 * Refuses a request without sufficient credentials, with the general errors of Cloudflare's
 * API (codes from general use of it, section 5.3 of our specification: inferred).
 */
export function authenticate(headers: Headers, credentials: Credentials, scope: Scope): void {
  const authorization = headers.get('authorization');
  if (authorization !== null) {
    authenticateToken(authorization, credentials, scope);
    return;
  }
  const email = headers.get('x-auth-email');
  const key = headers.get('x-auth-key');
  if (email === null || key === null) {
    throw new Refusal(400, 9106, 'Missing X-Auth-Key, X-Auth-Email or Authorization headers');
  }
  if (email !== credentials.email || key !== credentials.key) throw authenticationError();
}

/** The same for the batch host, which takes only the tokens of `batch_token`. */
export async function authenticateBatch(headers: Headers, service: ServiceContext): Promise<void> {
  const token = readBearer(headers.get('authorization') ?? '');
  if (!(await isBatchToken(token, service))) throw authenticationError();
}

function authenticateToken(authorization: string, credentials: Credentials, scope: Scope): void {
  const token = readBearer(authorization);
  if (token === credentials.token) return;
  if (token !== credentials.readToken) throw new Refusal(403, 9109, 'Invalid access token');
  if (scope === 'write') throw authenticationError();
}

function readBearer(authorization: string): string {
  const [, token] = /^Bearer +(\S+) *$/i.exec(authorization) ?? [];
  if (token !== undefined) return token;
  throw new Refusal(400, 6003, 'Invalid request headers', [
    { code: 6111, message: 'Invalid format for Authorization header' },
  ]);
}

function authenticationError(): Refusal {
  return new Refusal(403, 10000, 'Authentication error');
}
