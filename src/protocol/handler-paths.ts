/** Where the handler is mounted unless both ends are told otherwise. */
export const defaultBasePath = '/api/images';

/** The routes of our handler, below its base path. Ids travel in the query, never in the path. */
export const handlerPaths = {
  directUpload: '/direct-upload',
  images: '/images',
  image: '/image',
  status: '/status',
  variants: '/variants',
  stats: '/stats',
} as const;
