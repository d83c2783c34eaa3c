/**
 * The moments of one write, in their order. A test stops the process at each of them and opens
 * the folder again.
 */
export type WriteStep =
  | 'temporary-written'
  | 'temporary-synced'
  | 'row-written'
  | 'file-placed'
  | 'folder-synced'
  | 'committed'
  | 'file-removed';
