/** Computes up to `limit` items concurrently, and yields the results in the order of the items. */
export async function* inOrder<T, R>(
  items: readonly T[],
  compute: (item: T) => Promise<R> | R,
  limit: number,
): AsyncGenerator<{ readonly item: T; readonly result: R }> {
  const started: (Promise<R> | R)[] = [];
  for (const [index, item] of items.entries()) {
    while (started.length < items.length && started.length < index + limit) {
      const result = compute(items[started.length] as T);
      // The failure is thrown when its item is due.
      if (result instanceof Promise) result.catch(() => undefined);
      started.push(result);
    }
    yield { item, result: await (started[index] as Promise<R> | R) };
  }
}
