/**
 * An answer of delivery that is not an image: a code of Cloudflare's own list, the HTTP status
 * that belongs to it, and the words after `ERROR <code>:`. The words never hold a secret, and
 * nothing from a URL goes into a header because of them.
 */
export class DeliveryError extends Error {
  constructor(
    readonly code: number,
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = 'DeliveryError';
  }
}
