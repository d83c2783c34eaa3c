/** What a picture of the account has to be, kept in plain maps: the whole of what tests believe. */
export interface ModelImage {
  meta: Record<string, unknown>;
  creator: string | null;
  isPrivate: boolean;
  draft: { uploadURL: string; expiresAt: number } | undefined;
}

export interface AccountModel {
  /** Oldest first, drafts at the moment their bytes come. */
  images: Map<string, ModelImage>;
  variants: Map<string, { width: number; neverRequireSignedURLs: boolean }>;
  keys: Set<string>;
  /** Links that were used, and what they were for. */
  usedLinks: string[];
  aheadMs: number;
}

/** A first day: one variant, one key, no image. */
export function createAccountModel(): AccountModel {
  return {
    images: new Map(),
    variants: new Map([['public', { width: 1366, neverRequireSignedURLs: false }]]),
    keys: new Set(['default']),
    usedLinks: [],
    aheadMs: 0,
  };
}

/** The ids that lists show, oldest first. */
export function storedIds(model: AccountModel): string[] {
  return [...model.images].filter(([, { draft }]) => !draft).map(([id]) => id);
}
