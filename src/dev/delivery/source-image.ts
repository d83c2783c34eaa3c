/** An original, as far as delivery needs it. */
export interface SourceImage {
  /** SHA-256 of its bytes in lower-case hex. */
  hash: string;
  byteLength: number;
  /** Called only when the bytes are needed, which for most answers they are not. */
  read: () => Promise<Uint8Array>;
}
