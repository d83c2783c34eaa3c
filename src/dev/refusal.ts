import type { Guesses, GuessedUploadCode } from './guesses.js';

/** A "no" of the service on its way to becoming an answer. Thrown and caught inside the emulator. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    /** Cloudflare's own number. */
    readonly code: number,
    message: string,
    /** Further entries that some general errors nest in the first one. */
    readonly chain: readonly { code: number; message: string }[] = [],
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

/** 400 with code 5400: the request itself is wrong. */
export function badRequest(message: string): Refusal {
  return new Refusal(400, 5400, message);
}

/** 404 with code 5404, in the words that were seen. */
export function imageNotFound(): Refusal {
  return new Refusal(404, 5404, 'Image not found');
}

/** A refusal of an upload whose HTTP status is one of our guesses. */
export function uploadRefusal(guesses: Guesses, code: GuessedUploadCode, message: string): Refusal {
  return new Refusal(guesses.uploadStatus[code], code, message);
}
