import type { HostRoute } from '../route-host.js';

/** One request as the emulator saw it. No headers, no bodies, no signatures. */
export interface RequestRecord {
  /** RFC 3339, by the emulator's clock. */
  at: string;
  host: HostRoute['host'] | 'unknown';
  method: string;
  /** Path and query on that host, still percent-encoded. */
  path: string;
  /** Undefined when the connection was dropped by a fault. */
  status: number | undefined;
  durationMs: number;
  /** Whether a scripted fault had a hand in the answer. */
  faulty: boolean;
}

/** The latest requests of an emulator, oldest first. */
export interface RequestLog {
  list(): readonly RequestRecord[];
  clear(): void;
}

const maxRecords = 1000;

/** Creates an empty log that forgets the oldest beyond a thousand. */
export function createRequestLog(onRequest?: (record: RequestRecord) => void): {
  log: RequestLog;
  record(entry: RequestRecord): void;
} {
  let records: RequestRecord[] = [];
  return {
    log: {
      list: () => records.slice(-maxRecords),
      clear() {
        records = [];
      },
    },
    record(entry) {
      records.push(entry);
      // In one go now and then: taking the first off at every request would move all others.
      if (records.length >= 2 * maxRecords) records = records.slice(-maxRecords);
      onRequest?.(entry);
    },
  };
}

/** The query of a URL as it may stand in a log: whoever holds a signature may see the image. */
export function redactSearch(search: string): string {
  return search.replace(/([?&]sig=)[^&]*/g, '$1[redacted]');
}
