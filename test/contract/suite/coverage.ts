import { operations } from '../schema/operations.js';

/** Classes of answers: what callers have to tell apart. */
export type StatusClass = '2xx' | '3xx' | '4xx' | '429' | '5xx';

/** Counts which answers of which operations a suite has seen. */
export interface Coverage {
  count(operation: string, status: number): void;
  seen(): ReadonlyMap<string, number>;
}

export function createCoverage(): Coverage {
  const counts = new Map<string, number>();
  return {
    count(operation, status) {
      const cell = `${operation} ${classOf(status)}`;
      counts.set(cell, (counts.get(cell) ?? 0) + 1);
    },
    seen: () => counts,
  };
}

function classOf(status: number): StatusClass {
  if (status === 429) return '429';
  return `${Math.floor(status / 100)}xx` as StatusClass;
}

const surfaces = ['delivery: hosted', 'delivery: custom-domain', 'delivery: remote'] as const;

/**
 * Every pair of operation and status class that has to be seen. The description has 2xx and 4xx
 * for each operation; 429 and 5xx hold for all of Cloudflare's API and can only be made to
 * happen where faults can be scripted.
 */
export function wantedCells(kind: 'emulator' | 'live'): string[] {
  const isEmulator = kind === 'emulator';
  // Changing the settings of somebody's account is not for a test.
  const asked = operations.filter(({ path }) => isEmulator || !path.endsWith('/config'));
  const classes: StatusClass[] = isEmulator ? ['2xx', '4xx', '429', '5xx'] : ['2xx', '4xx'];
  return [
    ...[...asked.map(({ name }) => name), 'upload: POST'].flatMap((name) =>
      classes.map((each) => `${name} ${each}`),
    ),
    'upload: preflight 2xx',
    ...(isEmulator
      ? surfaces.flatMap((name) => ['2xx', '3xx', '4xx', '5xx'].map((each) => `${name} ${each}`))
      : ['delivery: hosted 2xx', 'delivery: hosted 4xx']),
  ];
}
