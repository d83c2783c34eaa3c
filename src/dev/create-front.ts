import { answerRequest } from './answer-request.js';
import { redactSearch, type RequestRecord } from './control/request-log.js';
import { applyFault } from './faults/apply-fault.js';
import type { FaultSubject } from './faults/create-faults.js';
import type { FaultEffect } from './faults/fault.js';
import { type HostRoute, routeHost } from './route-host.js';
import type { ServiceContext } from './service-context.js';

/** What stands between a request and the service. */
export interface FrontParts {
  open(): Promise<ServiceContext>;
  now(): number;
  takeFault(subject: FaultSubject): FaultEffect | undefined;
  record(entry: RequestRecord): void;
}

/** The door of the emulator: finds the host, lets faults happen, keeps the log. */
export function createFront(parts: FrontParts): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = new URL(request.url);
    const route = routeHost(url);
    const startedAt = parts.now();
    const subject = toSubject(request, url, route);
    const effect = parts.takeFault(subject);
    const isDelivery = subject.host === 'delivery';
    let response: Response | undefined;
    try {
      const answer = (asked: Request) => answerRequest(parts.open, asked, route);
      response = effect
        ? await applyFault(effect, { request, isDelivery }, answer)
        : await answer(request);
      return finish(response, route);
    } finally {
      parts.record({
        at: new Date(startedAt).toISOString(),
        host: route?.host ?? 'unknown',
        method: request.method,
        path: (route?.path ?? url.pathname) + redactSearch(url.search),
        status: response?.status,
        durationMs: parts.now() - startedAt,
        faulty: effect !== undefined,
      });
    }
  };
}

function toSubject(request: Request, url: URL, route: HostRoute | undefined): FaultSubject {
  const host = route?.host;
  const isNamed = host === 'api' || host === 'batch' || host === 'upload';
  return {
    host: isNamed ? host : 'delivery',
    method: request.method,
    path: route?.path ?? url.pathname,
  };
}

// Here, so that the answers of faults carry them too.
function finish(response: Response, route: HostRoute | undefined): Response {
  const host = route?.host;
  // Any page may upload; without this header its script would not even see a refusal.
  if (host === 'upload') response.headers.set('access-control-allow-origin', '*');
  // Support asks for it, and our own server passes it on: it must be there to be tested.
  if (host === 'api' || host === 'batch' || host === 'upload') {
    const ray = crypto.randomUUID().replaceAll('-', '').slice(0, 16);
    response.headers.set('cf-ray', `${ray}-LCL`);
  }
  return response;
}
