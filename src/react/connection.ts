import { defaultBasePath } from '../protocol/handler-paths.js';
import type { HandlerConnection } from '../upload/handler-request.js';
import { createListChanges, type ListChangesStore } from './list-changes.js';

/** What the hooks need to reach the app's server, and what they tell each other. */
export interface Connection extends HandlerConnection {
  readonly endpoint: string;
  /**
   * Part of every cache key. Two providers never share a cached page: they may speak for
   * different users.
   */
  readonly scope: number;
  readonly changes: ListChangesStore;
}

let lastScope = 0;

/** A connection with an empty history. */
export function createConnection(given: HandlerConnection = {}): Connection {
  lastScope += 1;
  return {
    ...given,
    endpoint: given.endpoint ?? defaultBasePath,
    scope: lastScope,
    changes: createListChanges(),
  };
}
