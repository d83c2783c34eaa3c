/** Which requests a fault is for. What is left out matches everything. */
export interface FaultMatch {
  host?: 'api' | 'batch' | 'upload' | 'delivery';
  /** @default every method but OPTIONS, so that a preflight does not use the fault up */
  method?: string;
  /**
   * The path on that host, still percent-encoded: text that it starts with, or a pattern. On the
   * API it begins after `/client/v4`, in delivery with the account hash.
   */
  path?: string | RegExp;
}

/** What goes wrong. Several effects may stand together. */
export interface FaultEffect {
  /** Answers with this status instead of doing anything, and with `code` and `message`. */
  status?: number;
  /** Cloudflare's own number. @default 5500 */
  code?: number;
  message?: string;
  /** Headers of that answer, such as `retry-after`. */
  headers?: Readonly<Record<string, string>>;
  /** The answer of `status` as text `ERROR <code>: <message>` instead of JSON. @default false */
  text?: boolean;
  /** HTTP 200 whose envelope says `success: false`; nothing is done. @default false */
  successFalse?: boolean;
  /** Waits before anything else. */
  delayMs?: number;
  /** The most bytes of the request's body that are taken in a second. */
  receiveBytesPerSecond?: number;
  /** The most bytes of the answer's body that leave in a second. */
  sendBytesPerSecond?: number;
  /** Drops the connection when so many bytes of the request's body have arrived. */
  dropAfterReceivedBytes?: number;
  /** Does everything, stores included, and drops the connection instead of answering. */
  loseAnswer?: boolean;
  /** Breaks the answer's body off after so many bytes. */
  cutAfterBytes?: number;
}

/** A scripted failure. */
export interface Fault extends FaultMatch, FaultEffect {
  /** How many requests it happens to; `Infinity` until it is removed. @default 1 */
  times?: number;
  /** How many matching requests pass untouched first. @default 0 */
  after?: number;
}
