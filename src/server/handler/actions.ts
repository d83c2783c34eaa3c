/**
 * Everything the handler can be asked to do. `authorize` is asked for each of them; what is not
 * on this list does not exist.
 */
export type ImagesAction =
  | 'create-direct-upload'
  | 'list'
  | 'get'
  | 'update'
  | 'delete'
  | 'read-status'
  | 'list-variants'
  | 'read-stats';
