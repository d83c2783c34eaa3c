/**
 * Everything the handler can be asked to do. `authorize` is asked for each of them; what is not
 * on this list does not exist.
 */
export const imagesActions = [
  'create-direct-upload',
  'list',
  'get',
  'update',
  'delete',
  'read-status',
  'list-variants',
  'read-stats',
] as const;

export type ImagesAction = (typeof imagesActions)[number];
