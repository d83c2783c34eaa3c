import { isImagesError } from '../protocol/images-error.js';
import { answerApi, answerBatch } from './api/answer-api.js';
import { failureAnswer } from './api/api-answer.js';
import { deliveryFailureAnswer } from './delivery/failure-answer.js';
import { Refusal } from './refusal.js';
import type { HostRoute } from './route-host.js';
import type { ServiceContext } from './service-context.js';
import { answerUploadHost } from './upload-host/answer-upload-host.js';

/**
 * Answers a request as the host it is meant for; undefined stands for no host at all. A store
 * that cannot be opened, or an optional package that is missing, is answered too: with 500 and
 * the reason.
 */
export async function answerRequest(
  open: () => Promise<ServiceContext>,
  request: Request,
  route: HostRoute | undefined,
): Promise<Response> {
  if (!route) return unknownPath(request);
  try {
    return await answerHost(await open(), request, route);
  } catch (error) {
    return brokenAnswer(error, route);
  }
}

function answerHost(
  service: ServiceContext,
  request: Request,
  route: HostRoute,
): Promise<Response> {
  const { host, path, origins } = route;
  const { rateLimit, batchRateLimit } = service;
  if (host === 'api') {
    const answer = () => answerApi(service, { request, path, origins });
    return rateLimit ? rateLimit.apply(request, answer) : answer();
  }
  if (host === 'batch') {
    const answer = () => answerBatch(service, { request, path, origins });
    return batchRateLimit ? batchRateLimit.apply(request, answer) : answer();
  }
  if (host === 'upload') return answerUploadHost(service, { request, path, origins });
  return service.deliver({ surface: host, path, search: new URL(request.url).search, request });
}

function unknownPath(request: Request): Response {
  return new Response(
    `The emulator has nothing at ${new URL(request.url).pathname}. It answers below /client/v4, /upload.imagedelivery.net, /imagedelivery.net, /batch.imagedelivery.net, /cdn-cgi/imagedelivery and /cdn-cgi/image. On localhost, its inspector is at /__cf-images/.\n`,
    { status: 404, headers: { 'content-type': 'text/plain;charset=UTF-8' } },
  );
}

// Not the service's failure but ours or the machine's: the reason is worth more than the pose.
function brokenAnswer(error: unknown, { host }: HostRoute): Response {
  const reason = error instanceof Error ? error.message : String(error);
  const hint = isImagesError(error) ? reason : `The emulator failed: ${reason}`;
  return host === 'api' || host === 'batch' || host === 'upload'
    ? failureAnswer(new Refusal(500, 5500, hint))
    : deliveryFailureAnswer(new Refusal(500, 9523, hint), 'broken emulator');
}
