/** Runs tasks in the order they came, at most `limit()` of them at a time. */
export function createLimiter(limit: () => number): (task: () => Promise<void>) => void {
  const waiting: (() => Promise<void>)[] = [];
  let running = 0;

  function next() {
    while (running < Math.max(1, limit())) {
      const task = waiting.shift();
      if (!task) return;
      running += 1;
      // A place is free only when the task has ended, not when it was told to: two at once
      // with a limit of one is what others do after a cancel.
      void task().finally(() => {
        running -= 1;
        next();
      });
    }
  }

  return (task) => {
    waiting.push(task);
    next();
  };
}
