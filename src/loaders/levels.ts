/**
 * Lets a request's batches out one level at a time: what is asked for while statements of the level above are under
 * way waits for them all, so that parents in different branches share one statement a field.
 */
export interface Levels {
  /** DataLoader's `batchScheduleFn`. */
  schedule(dispatch: () => void): void;
  /** Counts a statement whose rows may be asked for more; the next level waits for it. */
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

  // After all promise jobs: whatever can ask without waiting for the database has asked by then.
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
