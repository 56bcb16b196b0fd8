export interface ListChange {
  readonly customerId: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export interface Pair {
  readonly customerId: string;
  readonly value: string;
}

export const pairsOnlyIn = (side: 'before' | 'after', changes: readonly ListChange[]): readonly Pair[] =>
  changes.flatMap(({ customerId, before, after }) => {
    const [here, there] = side === 'before' ? [before, after] : [after, before];
    const other = new Set(there);
    return here.flatMap((value) => (other.has(value) ? [] : { customerId, value }));
  });
