/** A request and what came back, as far as it was read. */
export interface Exchange {
  method: string;
  url: string;
  status: number;
  headers: Headers;
  /** Undefined when the answer was not read to its end. */
  body: Uint8Array | undefined;
  /** What about the account or the run makes an otherwise wrong answer right. */
  leniency: Leniency;
}

export interface Leniency {
  /** A scripted fault had a hand in it: any code, and success: false under 200. */
  faulty: boolean;
  /** Failures may be the bare text `ERROR <code>: <message>`. */
  textFailures: boolean;
  /** An upload link that is gone is answered in words alone. */
  plainLinks: boolean;
  /** A guess was switched: codes may come with another status. */
  otherStatuses: boolean;
  /** The emulator's own promises, such as the explain header, are not asked of it. */
  isLive: boolean;
}

/** What a plain emulator is held to. */
export const strict: Leniency = {
  faulty: false,
  textFailures: false,
  plainLinks: false,
  otherStatuses: false,
  isLive: false,
};

/** The service itself: it sends bare text where it likes, and promises nothing of ours. */
export const live: Leniency = { ...strict, textFailures: true, otherStatuses: true, isLive: true };

/** The text of an answer. */
export function textOf({ body }: Exchange): string | undefined {
  return body && new TextDecoder().decode(body);
}
