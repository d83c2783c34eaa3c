/** What was said to an upload or a question; refusals are words, so that they can be compared. */
export type Outcome = 'refused' | 'none' | Record<string, unknown>;

export interface UploadWish {
  id?: string;
  filename?: string;
  metadata?: Record<string, unknown>;
  creator?: string;
  requireSignedURLs?: boolean;
}

/** One of the two services that are held side by side, in the words that both can say. */
export interface Side {
  upload(bytes: Uint8Array, wish: UploadWish): Promise<Outcome>;
  details(id: string): Promise<Outcome>;
  update(id: string, wish: Omit<UploadWish, 'id' | 'filename'>): Promise<Outcome>;
  remove(id: string): Promise<'none' | 'removed'>;
  bytes(id: string): Promise<Uint8Array | 'none'>;
  /** Ids in the order of the list. */
  list(wish: { creator?: string; filter?: { field: string; value: string } }): Promise<string[]>;
  /** Size of the result, such as `20x10`, or `refused`. */
  transform(bytes: Uint8Array, options: Record<string, string | number>): Promise<string>;
  close(): Promise<void>;
}
