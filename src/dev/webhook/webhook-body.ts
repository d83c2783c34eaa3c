import type { Guesses } from '../guesses.js';

/** How one direct creator upload ended; other uploads are not reported. */
export interface UploadEvent {
  imageId: string;
  outcome: 'stored' | 'refused';
  /** Cloudflare's number and words of a refusal. */
  error?: { code: number; message: string };
}

/**
 * The body of a webhook: that of Cloudflare's other notifications, since none is published for
 * Images (guess U6). By default it says that it is local, so that nobody takes it for a fact.
 */
export function createWebhookBody(
  event: UploadEvent,
  account: { accountId: string; guesses: Guesses; now: () => number },
): Record<string, unknown> {
  const isStored = event.outcome === 'stored';
  return {
    ...(account.guesses.webhook === 'local' ? { local: true } : {}),
    name: 'Cloudflare Images direct creator upload',
    text: isStored
      ? `Image ${event.imageId} was uploaded`
      : `The upload of image ${event.imageId} failed: ${event.error?.message ?? ''}`,
    data: {
      image_id: event.imageId,
      status: isStored ? 'success' : 'failure',
      ...(event.error ? { error: event.error } : {}),
    },
    ts: Math.floor(account.now() / 1000),
    account_id: account.accountId,
    alert_type: 'images_direct_creator_upload',
  };
}
