import type { Guesses } from '../guesses.js';
import { createWebhookBody, type UploadEvent } from './webhook-body.js';

export interface WebhookOptions {
  url: string;
  /** Sent as `cf-webhook-auth`. */
  secret?: string;
  /** @default the global fetch */
  fetch?: (request: Request) => Promise<Response>;
}

/** One attempt to tell the webhook of an upload. */
export interface WebhookDelivery {
  event: UploadEvent;
  /** Undefined when nobody answered. */
  status: number | undefined;
}

/** What was sent to the webhook. */
export interface Webhooks {
  list(): readonly WebhookDelivery[];
  /** Resolves when everything under way has been answered or has failed. */
  settled(): Promise<void>;
}

/** Creates the sender. Each event is sent once: no retry of the service is known. */
export function createWebhook(
  options: WebhookOptions | undefined,
  account: { accountId: string; guesses: Guesses; now: () => number },
): { webhooks: Webhooks; notify(event: UploadEvent): void } {
  const deliveries: WebhookDelivery[] = [];
  const underWay = new Set<Promise<void>>();
  const send = async (target: WebhookOptions, event: UploadEvent) => {
    const headers = new Headers({ 'content-type': 'application/json' });
    if (target.secret !== undefined) headers.set('cf-webhook-auth', target.secret);
    const body = JSON.stringify(createWebhookBody(event, account));
    const request = new Request(target.url, { method: 'POST', headers, body });
    const response = await (target.fetch ?? fetch)(request).catch(() => undefined);
    deliveries.push({ event, status: response?.status });
    await response?.body?.cancel();
  };
  return {
    webhooks: {
      list: () => [...deliveries],
      async settled() {
        while (underWay.size > 0) await Promise.all(underWay);
      },
    },
    notify(event) {
      if (!options || account.guesses.webhook === 'off') return;
      const sending = send(options, event).finally(() => underWay.delete(sending));
      underWay.add(sending);
    },
  };
}
