/** The name of an option in code: `bodyBytes` for `BODY_BYTES`. */
export type CamelCase<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Lowercase<Head>}${Capitalize<CamelCase<Tail>>}`
  : Lowercase<Name>;

/** The values whose names have the prefix, by the rest of the names in camel case. */
export function camelCased<Entries extends Readonly<Record<string, unknown>>, Prefix extends string = ''>(
  entries: Entries,
  prefix: Prefix | '' = '',
) {
  const prefixed = Object.entries(entries).filter(([name]) => name.startsWith(prefix));
  const named = prefixed.map(([name, value]) => [
    name
      .slice(prefix.length)
      .toLowerCase()
      .replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    value,
  ]);
  // The type states this conversion.
  return Object.fromEntries(named) as {
    readonly [Name in keyof Entries & string as Name extends `${Prefix}${infer Rest}`
      ? CamelCase<Rest>
      : never]: Entries[Name];
  };
}
