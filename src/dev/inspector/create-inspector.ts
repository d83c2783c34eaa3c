import type { RequestLog } from '../control/request-log.js';
import type { Clock } from '../create-clock.js';
import { Refusal } from '../refusal.js';
import type { ServiceContext } from '../service-context.js';
import { findAction } from './actions.js';
import { answerFailure, answerJson } from './answer-json.js';
import { findAsset } from './assets.js';
import { createPreviews } from './create-previews.js';
import { refuseOtherPages } from './refuse-other-pages.js';
import { inspectorPath } from './inspector-path.js';
import { createStateReader } from './read-state.js';

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
  const readState = createStateReader(parts);
  const preview = createPreviews();

  const answer = async (request: Request, path: string): Promise<Response> => {
    const url = new URL(request.url);
    const { method } = request;
    const isRead = method === 'GET' || method === 'HEAD';
    if (path === '') return Response.redirect(`${url.origin}/__cf-images/`, 308);
    const asset = isRead ? findAsset(path) : undefined;
    if (asset) return asset();
    refuseOtherPages(request);
    const service = await parts.open();
    if (isRead && path === '/state') return answerJson(await readState(service, url));
    if (isRead && path === '/preview') return preview(service, request);
    const action = findAction(method, path);
    if (!action) throw new Refusal(404, 5404, `The inspector has no ${method} ${path}.`);
    return answerJson(await action({ service, clock: parts.clock, request }));
  };

  return (request) => {
    const path = inspectorPath(new URL(request.url));
    if (path === undefined) return undefined;
    return answer(request, path).catch(answerFailure);
  };
}
