import type { Write } from '../write/writer.ts';
import type { CustomerRow } from './fields.ts';
import type { Plan } from './plan.ts';

interface UniqueColumn {
  readonly column: 'number' | 'shortId' | 'shopperEmail' | 'reference';
  readonly path: string;
  readonly what: string;
  readonly of: (row: CustomerRow) => string | null;
}

const keys: readonly UniqueColumn[] = [
  { column: 'number', path: 'number', what: 'number', of: ({ number }) => number || null },
  { column: 'shortId', path: 'shortId', what: 'short id', of: ({ shortId }) => shortId },
  { column: 'shopperEmail', path: 'shopper.email', what: 'email', of: ({ shopperEmail }) => shopperEmail },
  {
    column: 'reference',
    path: 'reference',
    what: 'reference of this origin',
    of: ({ reference, referenceOrigin }) =>
      reference === null ? null : JSON.stringify([reference, referenceOrigin]),
  },
];

export async function checkUnique(write: Write, plans: readonly Plan[]): Promise<void> {
  for (const { column, path, what, of } of keys) {
    const asking = plans.filter(
      ({ next, compared }) => of(next) !== null && (compared === undefined || of(compared) !== of(next)),
    );
    const values = asking.map(({ next }) => String(next[column]));
    const holders = new Map<string | null, string>();
    for (const row of await write.rows('Customer', column, [...new Set(values)]))
      holders.set(of(row), row.id);
    for (const { next, id, faults } of asking) {
      const holder = holders.get(of(next));
      if (holder === undefined || holder === id) holders.set(of(next), id);
      // The record of a short id can be the same error.
      else if (column !== 'shortId' || !faults.isAt(path))
        faults.add(
          'TAKEN',
          path,
          `Another customer has this ${what}; choose another, or change that customer.`,
          {
            of: 'Customer',
            message: `Another customer (${holder}) has this ${what}; choose another, or change that customer.`,
          },
        );
    }
  }
}
