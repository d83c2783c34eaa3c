import { Refusal } from '../refusal.js';
import { findAction } from './actions.js';
import { answerFailure, answerJson } from './answer-json.js';
import { findAsset } from './assets.js';
import type { InspectorParts } from './create-inspector.js';
import { createPreviews } from './create-previews.js';
import { createStateReader } from './read-state.js';
import { refuseOtherPages } from './refuse-other-pages.js';

/** Answers the requests of the inspector by their path after `/__cf-images`. */
export function createInspection(
  parts: InspectorParts,
): (request: Request, path: string) => Promise<Response> {
  const readState = createStateReader(parts);
  const preview = createPreviews();

  const answer = async (request: Request, path: string): Promise<Response> => {
    const url = new URL(request.url);
    const { method } = request;
    const isRead = method === 'GET' || method === 'HEAD';
    if (path === '') return Response.redirect(`${url.origin}${url.pathname}/`, 308);
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

  return (request, path) => answer(request, path).catch(answerFailure);
}
