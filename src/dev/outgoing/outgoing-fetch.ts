/** How an emulator gets what lies elsewhere, when it is given a function for it. */
export type OutgoingFetch = (request: Request) => Promise<Response>;

/**
 * What the emulator may fetch itself, for uploads by URL and for the sources of
 * `/cdn-cgi/image/`: nothing; only from the origin that it is asked on; that and public
 * machines; or whatever a function answers.
 */
export type Outgoing = 'none' | 'same-zone' | 'public' | OutgoingFetch;
