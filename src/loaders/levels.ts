/**
 * Sends a request's batches one level at a time. Batches requested while statements of the previous level
 * are running wait for all of these, so that parents in different branches share one statement per field.
 */
export interface Levels {
  /** DataLoader's `batchScheduleFn`. */
  schedule(dispatch: () => void): void;
  /** Registers a running statement whose rows may cause more requests; the next level waits for it. */
  hold<T>(statement: Promise<T>): Promise<T>;
}

export function createLevels(): Levels {
  let underWay = 0;
  let scheduled = false;
  let waiting: (() => void)[] = [];

  function release(): void {
    scheduled = false;
    if (underWay > 0) return;
    const level = waiting;
    waiting = [];
    for (const dispatch of level) dispatch();
  }

  // Runs after all promise jobs, when everything that does not depend on the database has been requested.
  function releaseSoon(): void {
    if (scheduled || waiting.length === 0) return;
    scheduled = true;
    queueMicrotask(() => process.nextTick(release));
  }

  function settle(): void {
    underWay -= 1;
    releaseSoon();
  }

  return {
    schedule(dispatch) {
      waiting.push(dispatch);
      releaseSoon();
    },
    hold(statement) {
      underWay += 1;
      statement.then(settle, settle);
      return statement;
    },
  };
}
