/** Runs tasks one after the other, and gives each user a turn, however many tasks another user has. */
export interface Turns {
  /** Runs a task when it is the user's turn. Returns "busy", without running it, if too many wait. */
  take<T>(user: string, task: () => T): Promise<T | "busy">;
}

/** How many tasks of one user may wait. A user who types and clicks fast has a few. */
const MAX_WAITING_EACH = 50;
/** How many tasks may wait in all. */
const MAX_WAITING = 1000;

export function createTurns(): Turns {
  /** The waiting tasks by user, in the order of the users' turns. */
  const waiting = new Map<string, (() => void)[]>();
  let count = 0;

  function runNext(): void {
    const [next] = waiting;
    if (next === undefined) return;
    const [user, [task, ...others]] = next;
    waiting.delete(user);
    if (others.length > 0) waiting.set(user, others);
    count -= 1;
    // Between two tasks, what has arrived in the meantime gets its place.
    if (count > 0) setImmediate(runNext);
    task?.();
  }

  return {
    take(user, task) {
      const own = waiting.get(user) ?? [];
      if (own.length >= MAX_WAITING_EACH || count >= MAX_WAITING) return Promise.resolve("busy");
      return new Promise((resolve, reject) => {
        own.push(() => {
          try {
            resolve(task());
          } catch (error) {
            reject(error);
          }
        });
        waiting.set(user, own);
        count += 1;
        if (count === 1) setImmediate(runNext);
      });
    },
  };
}
