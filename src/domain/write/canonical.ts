/** Normalizes a value, so that equal inputs serialize equally: sorts keys and drops absent ones. */
export function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries: [string, unknown][] = [];
  const values = value as Readonly<Record<string, unknown>>;
  for (const name of Object.keys(values).sort()) {
    const each = values[name];
    if (each !== undefined) entries.push([name, canonical(each)]);
  }
  return Object.fromEntries(entries);
}
