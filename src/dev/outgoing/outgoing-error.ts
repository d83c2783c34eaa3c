/** An address that the emulator may not ask, or a chain of redirects that it gave up on. */
export class OutgoingError extends Error {
  constructor(
    readonly reason: 'address' | 'redirects',
    message: string,
  ) {
    super(message);
    this.name = 'OutgoingError';
  }
}
