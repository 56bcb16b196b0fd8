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

/** The plans that set the key, and the customers that have it. */
async function askedOf(write: Write, { column, of }: UniqueColumn, plans: readonly Plan[]) {
  const asking = plans.filter(
    ({ next, compared }) => of(next) !== null && (compared === undefined || of(compared) !== of(next)),
  );
  const values = asking.map(({ next }) => String(next[column]));
  const rows = await write.rows('Customer', column, [...new Set(values)]);
  return { asking, holders: new Map(rows.map((row) => [of(row), row.id])) };
}

export async function checkUnique(write: Write, plans: readonly Plan[]): Promise<void> {
  const asked = await Promise.all(keys.map((key) => askedOf(write, key, plans)));
  for (const [at, { column, path, what, of }] of keys.entries()) {
    const { asking = [], holders = new Map() } = asked[at] ?? {};
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
