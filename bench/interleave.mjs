/**
 * Runs every contestant once a round, in an order that rotates, so that a busy machine slows
 * all of them alike; then medians, and ratios to the first. Only the ratios mean anything.
 * @template {string} Name
 * @param {Record<Name, () => unknown>} contestants each does one unit of work; may be async; one
 * that returns a number has measured itself, in milliseconds
 * @param {{ rounds?: number, warmup?: number }} [options]
 * @returns {Promise<Record<Name, { medianMs: number, ratio: number }>>}
 */
export async function interleave(contestants, { rounds = 15, warmup = 2 } = {}) {
  const names = /** @type {Name[]} */ (Object.keys(contestants));
  const times = new Map(names.map((name) => [name, /** @type {number[]} */ ([])]));
  for (let round = -warmup; round < rounds; round++) {
    const shift = Math.abs(round) % names.length;
    for (const name of [...names.slice(shift), ...names.slice(0, shift)]) {
      const start = performance.now();
      const measured = await contestants[name]();
      const elapsed = performance.now() - start;
      if (round >= 0) times.get(name)?.push(typeof measured === 'number' ? measured : elapsed);
    }
  }
  const medians = names.map((name) => median(times.get(name) ?? []));
  const first = medians[0] ?? 1;
  return /** @type {Record<Name, { medianMs: number, ratio: number }>} */ (
    Object.fromEntries(
      names.map((name, i) => [
        name,
        { medianMs: medians[i] ?? 0, ratio: (medians[i] ?? 0) / first },
      ]),
    )
  );
}

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
