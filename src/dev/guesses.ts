/** The upload errors whose HTTP status nobody has published. */
export type GuessedUploadCode = 5433 | 5443 | 5450 | 5453 | 5455;

/**
 * What the emulator does where Cloudflare's behaviour is not public: each unknown is one
 * switch. Nothing here is a fact about the service. Code that should run against the real
 * one must work with every value; flipping a switch in a test shows whether it does.
 */
export interface Guesses {
  /** U1: answer for an upload URL that is unknown, used or over. `plain-text`: as miniflare. */
  uploadLinkGone: 'envelope' | 'plain-text';
  /** U2: HTTP status of upload errors known only by their code. */
  uploadStatus: Readonly<Record<GuessedUploadCode, number>>;
  /** U3: a private image without a valid signature. `401`: with the texts of miniflare. */
  privateDeny: '403' | '401';
  /** U4: which path is signed on a custom domain; `refuse` answers no signed URL there. */
  customDomainSigning: 'refuse' | 'full-path' | 'bare-path';
  /** U5: form fields `metadata[k]`, as the official SDK sends them. */
  bracketMetadata: 'parse' | 'drop' | 'refuse';
  /** U6: what is sent when a direct upload ends; nothing goes out without a webhook address. */
  webhook: 'off' | 'local' | 'inferred';
  /** U7: the bytes of "10 MB". */
  maxUploadBytes: number;
  /** U8: OPTIONS on the upload host. */
  uploadPreflight: 'answer' | 'refuse';
  /** U9: result of reading and of changing the config. */
  configResult: 'whole' | 'empty';
  /** U10: whether `aspect-crop` and `scale-up` exist. */
  extraFits: 'accept' | 'refuse';
  /** U11: images per page of the deprecated v1 list. */
  v1PageSize: number;
  /** U12: ids end in 00 (public) or 01 (private) and change with it, or are plain. */
  idSuffix: 'privacy' | 'plain';
  /** U13: a custom id together with requireSignedURLs. */
  privateCustomId: 'refuse' | 'drop-flag';
  /** U14: code for a hosted image that does not exist. */
  hostedNotFoundCode: 9404 | 9431;
  /** U15: which error headers hosted delivery carries. */
  hostedErrorHeader: 'both' | 'cf-resized' | 'cf-images';
  /** U16: computed sides. */
  rounding: 'half-up' | 'floor';
  /** U17: fit crop with one side larger and one smaller than the source. */
  cropMixed: 'cut' | 'scale-down';
  /** U18: what gamma below 1 does. */
  gammaDirection: 'below-lightens' | 'below-darkens';
  /** U19: what a larger `trim.border.tolerance` means. */
  trimTolerance: 'larger-looser' | 'larger-stricter';
  /** U21: dpr above 2. */
  dprOver: 'clamp-2' | 'clamp-3' | 'refuse';
  /** U22: a malformed value or an unknown key among good options. */
  badOption: 'ignore' | 'refuse';
  /** U23: what a signature covers. */
  signedString: 'path-and-query' | 'path' | 'either';
  /** U24: the Vary header of hosted delivery. */
  vary: 'accept' | 'none';
  /** U25: how long a browser keeps a private image whose signature ends within the hour. */
  privateTtl: 'at-least-hour' | 'exact';
  /** U26: how the 1,024 characters of a custom id are counted. */
  idLength: 'code-points' | 'utf8-bytes';
  /** U27: how the 1,024 bytes of metadata are counted. */
  metadataBytes: 'compact-json' | 'as-sent';
  /** Ours: custom ids with a segment `.` or `..`, which no URL can hold. */
  dotSegmentId: 'refuse' | 'accept';
  /** U28: `eq` without a type against a number. */
  untypedEq: 'text-then-number' | 'text';
}

/** The stand-ins that hold unless an option of the emulator says otherwise. */
export const defaultGuesses: Guesses = {
  uploadLinkGone: 'envelope',
  uploadStatus: { 5433: 400, 5443: 400, 5450: 400, 5453: 403, 5455: 415 },
  privateDeny: '403',
  customDomainSigning: 'refuse',
  bracketMetadata: 'parse',
  webhook: 'off',
  maxUploadBytes: 10_485_760,
  uploadPreflight: 'answer',
  configResult: 'whole',
  extraFits: 'accept',
  v1PageSize: 1000,
  idSuffix: 'privacy',
  privateCustomId: 'refuse',
  hostedNotFoundCode: 9404,
  hostedErrorHeader: 'both',
  rounding: 'half-up',
  cropMixed: 'cut',
  gammaDirection: 'below-lightens',
  trimTolerance: 'larger-looser',
  dprOver: 'clamp-2',
  badOption: 'ignore',
  signedString: 'path-and-query',
  vary: 'accept',
  privateTtl: 'at-least-hour',
  idLength: 'code-points',
  metadataBytes: 'compact-json',
  dotSegmentId: 'refuse',
  untypedEq: 'text-then-number',
};
