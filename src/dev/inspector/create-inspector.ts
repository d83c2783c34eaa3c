import type { RequestLog } from '../control/request-log.js';
import type { Clock } from '../create-clock.js';
import type { ServiceContext } from '../service-context.js';
import { inspectorPath } from './inspector-path.js';

/** What the inspector looks at. */
export interface InspectorParts {
  open(): Promise<ServiceContext>;
  clock: Clock;
  requests: Pick<RequestLog, 'list'>;
}

/**
 * The inspector of an emulator: a page at `/__cf-images/` on this machine's own origins. It
 * stands beside the service, so that looking is not an event: what the page asks for is not in
 * the request log, uses up no fault and no rate limit.
 *
 * @returns undefined for a request that is not the inspector's
 */
export function createInspector(
  parts: InspectorParts,
): (request: Request) => Promise<Response> | undefined {
  // The page and its files are loaded when somebody looks: most emulators live in a test.
  let loading: Promise<(request: Request, path: string) => Promise<Response>> | undefined;
  const load = async () => {
    const { createInspection } = await import('./create-inspection.js');
    return createInspection(parts);
  };
  return (request) => {
    const path = inspectorPath(new URL(request.url));
    if (path === undefined) return undefined;
    loading ??= load();
    return loading.then((answer) => answer(request, path));
  };
}
