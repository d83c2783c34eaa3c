// A Worker whose visitor hangs up is stopped in the middle and its promises never settle, so
// nobody may wait for another request without an end.
const patienceMs = 10_000;

/**
 * Runs work once for each key, as far as this process remembers (the last `limit` keys). Those
 * who ask while it runs wait for it; when it fails or takes too long, the next one runs it.
 */
export function createRunOnce(limit: number): (key: string, work: () => unknown) => Promise<void> {
  const runs = new Map<string, Promise<boolean>>();
  return async (key, work) => {
    const known = runs.get(key);
    if (known !== undefined && (await settlesSoon(known))) return;
    const run = Promise.resolve().then(work);
    runs.delete(key);
    runs.set(
      key,
      run.then(
        () => true,
        () => false,
      ),
    );
    const oldest = runs.size > limit ? runs.keys().next().value : undefined;
    if (oldest !== undefined) runs.delete(oldest);
    await run;
  };
}

/** True when the run succeeds; false when it fails or patience ends. */
async function settlesSoon(run: Promise<boolean>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMs);
  });
  return Promise.race([run, patience]).finally(() => clearTimeout(timer));
}
