/** Where the URLs in answers point, without a trailing slash. */
export interface PublicOrigins {
  delivery: string;
  upload: string;
}

const realOrigins: PublicOrigins = {
  delivery: 'https://imagedelivery.net',
  upload: 'https://upload.imagedelivery.net',
};

/** The service's own origins, or with `localOrigin` the same hosts as paths of that origin. */
export function createPublicOrigins(localOrigin?: string): PublicOrigins {
  if (localOrigin === undefined) return realOrigins;
  return {
    delivery: `${localOrigin}/imagedelivery.net`,
    upload: `${localOrigin}/upload.imagedelivery.net`,
  };
}

/** The absolute delivery URL of one variant. Slashes of a custom id stay slashes. */
export function buildVariantUrl(
  origins: PublicOrigins,
  accountHash: string,
  imageId: string,
  variantId: string,
): string {
  const id = imageId.split('/').map(encodeURIComponent).join('/');
  return `${origins.delivery}/${accountHash}/${id}/${encodeURIComponent(variantId)}`;
}

/** The absolute upload URL. Slashes of a custom id are `%2F`, as the service writes them. */
export function buildUploadUrl(
  origins: PublicOrigins,
  accountHash: string,
  imageId: string,
): string {
  return `${origins.upload}/${accountHash}/${encodeURIComponent(imageId)}`;
}
