/** Computes several items at the same time, and yields the results in the order of the items. */
export async function* inOrder<T, R>(
  items: readonly T[],
  compute: (item: T) => Promise<R> | R,
  limit: number,
): AsyncGenerator<{ readonly item: T; readonly result: R }> {
  const started: (Promise<R> | R)[] = [];
  for (const [index, item] of items.entries()) {
    while (started.length < items.length && started.length < index + limit) {
      const result = compute(items[started.length] as T);
      // A failure is reported in its turn.
      if (result instanceof Promise) result.catch(() => undefined);
      started.push(result);
    }
    yield { item, result: await (started[index] as Promise<R> | R) };
  }
}
