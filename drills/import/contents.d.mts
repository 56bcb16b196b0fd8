type Query = (
  text: string,
  values?: unknown[],
) => Promise<{ readonly rows: readonly Record<string, unknown>[] }>;

export declare const contentsOf: (
  query: Query,
  accountId: string,
  options: { readonly since: Date; readonly left?: readonly string[] },
) => Promise<readonly string[]>;

export declare const differences: (first: readonly string[], second: readonly string[]) => readonly string[];
