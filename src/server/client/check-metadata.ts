import { ImagesError } from '../../protocol/images-error.js';
import { publishedLimits } from '../../protocol/published-limits.js';

/** Bytes of metadata as Cloudflare is taken to count them: UTF-8 of the compact JSON. */
export function countMetadataBytes(metadata: Readonly<Record<string, unknown>>): number {
  return new TextEncoder().encode(JSON.stringify(metadata)).byteLength;
}

/** Throws when metadata or a creator is longer than Cloudflare takes. */
export function checkMetadata({
  metadata,
  creator,
}: {
  metadata?: Readonly<Record<string, unknown>> | undefined;
  creator?: string | undefined;
}): void {
  const bytes = metadata === undefined ? 0 : countMetadataBytes(metadata);
  if (bytes > publishedLimits.maxMetadataBytes) {
    throw new ImagesError(
      'invalid-option',
      `metadata is ${bytes} bytes as JSON; Cloudflare keeps at most ${publishedLimits.maxMetadataBytes}. Keep the rest in your own database.`,
    );
  }
  if (creator !== undefined && creator.length > publishedLimits.maxCreatorLength) {
    throw new ImagesError(
      'invalid-option',
      `creator is ${creator.length} characters; Cloudflare keeps at most ${publishedLimits.maxCreatorLength}.`,
    );
  }
}
