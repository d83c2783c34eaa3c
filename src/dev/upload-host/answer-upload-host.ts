import { failureAnswer, textFailureAnswer } from '../api/api-answer.js';
import type { PublicOrigins } from '../public-origins.js';
import { Refusal } from '../refusal.js';
import type { ServiceContext } from '../service-context.js';
import { LinkRefusal } from './link-refusal.js';
import { receiveUpload } from './receive-upload.js';

/**
 * Answers `upload.imagedelivery.net`, the one host that browsers write to. `path` is
 * `/<account hash>/<image id>`, percent-encoded.
 */
export async function answerUploadHost(
  service: ServiceContext,
  call: { request: Request; path: string; origins: PublicOrigins },
): Promise<Response> {
  const { method } = call.request;
  if (method === 'OPTIONS' && service.guesses.uploadPreflight === 'answer') {
    // No allowed headers, on purpose: a preflight that names one must fail here as it fails
    // on the service.
    return new Response(null, {
      status: 204,
      headers: { 'access-control-allow-methods': 'POST, OPTIONS' },
    });
  }
  try {
    if (method !== 'POST') throw new Refusal(405, 5400, 'Method not allowed');
    return await receiveUpload(service, call);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error instanceof LinkRefusal && service.guesses.uploadLinkGone === 'plain-text') {
      return new Response(error.plainText, { status: error.status });
    }
    return service.textFailures ? textFailureAnswer(error) : failureAnswer(error);
  }
}
