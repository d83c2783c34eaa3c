/** One file to one one-time URL. */
export interface SendRequest {
  url: string;
  file: File;
  signal: AbortSignal;
  /** Bytes that left the browser. Without it, no listener may be set: see `sendWithXhr`. */
  onProgress?: (progress: { loadedBytes: number; totalBytes: number }) => void;
}

/** What came back, whatever the status. */
export interface SendAnswer {
  status: number;
  body: string;
  /** A header of the answer; null when there is none, or the browser may not show it. */
  header(name: string): string | null;
}

/**
 * Posts a form with the one part `file`. Resolves with any answer; rejects when there is none.
 * A seam for tests and for places without XHR.
 */
export type SendFile = (request: SendRequest) => Promise<SendAnswer>;
