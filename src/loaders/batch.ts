/** One row for each key, in the keys' order; null where there is none. */
export function inKeyOrder<R>(
  keys: readonly string[],
  rows: readonly R[],
  keyOf: (row: R) => string,
): readonly (R | null)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key) ?? null);
}
