import { lockRows } from '../../../db/write/rows.ts';
import { type CustomerIdentifier, findCustomers, lockFound } from '../../identifier/customer.ts';
import type { Write } from '../../write/writer.ts';
import type { Keys } from '../about.ts';
import type { CustomerRow } from '../fields.ts';

export interface MergeInput extends Keys {
  readonly target: CustomerIdentifier;
  readonly duplicates: readonly CustomerIdentifier[];
}

export interface MergeSet {
  readonly target: CustomerRow;
  readonly duplicates: readonly CustomerRow[];
  /** Children of the duplicates, except duplicates and the target: they move to the target. */
  readonly children: readonly CustomerRow[];
  readonly paths: ReadonlyMap<string, string>;
}

/** Locks groups before customers, like all settings, so that no group is deleted while it moves. */
async function lockGroups(write: Write, customerIds: readonly string[]): Promise<void> {
  const links = await write.rows('CustomerPriceGroup', 'customerId', customerIds);
  await lockRows(write, 'AccountGroup', [...new Set(links.map(({ groupId }) => groupId))], 'key share');
}

const pathAt = (at: number): string => `duplicates.${at}`;

/** Compares rows, not identifiers: two identifiers can mean the same customer. */
function readDuplicates(
  target: CustomerRow | undefined,
  rows: readonly (CustomerRow | undefined)[],
  { faults }: Write,
): Pick<MergeSet, 'duplicates' | 'paths'> {
  const duplicates: CustomerRow[] = [];
  const paths = new Map<string, string>();
  if (rows.length === 0) faults.add('REQUIRED', 'duplicates', 'Give at least one customer to merge.');
  for (const [at, row] of rows.entries()) {
    const path = pathAt(at);
    if (row === undefined) continue;
    if (row.id === target?.id)
      faults.add(
        'INVALID',
        path,
        'This customer is the merge target, or was merged into it before; remove it from `duplicates`.',
      );
    else if (paths.has(row.id))
      faults.add('INVALID', path, 'This customer is listed twice; list each customer once.');
    else {
      duplicates.push(row);
      paths.set(row.id, path);
    }
  }
  return { duplicates, paths };
}

export async function lockMergeSet(
  write: Write,
  input: MergeInput,
): Promise<Omit<MergeSet, 'target'> & { readonly target: CustomerRow | undefined }> {
  const { faults } = write;
  const found = await findCustomers(write, [
    { by: input.target, path: 'target', faults },
    ...input.duplicates.map((by, at) => ({ by, path: pathAt(at), faults })),
  ]);
  await lockGroups(
    write,
    found.flatMap(({ id }) => id ?? []),
  );
  const { rows: named, locked } = await lockFound(write, found, async (known) => {
    const parents = await write.rows('Customer', 'id', known);
    const children = await write.rows('Customer', 'parentId', known);
    return [...parents.flatMap(({ parentId }) => parentId ?? []), ...children.map(({ id }) => id)];
  });
  const [target, ...others] = named;
  const { duplicates, paths } = readDuplicates(target, others, write);
  const merged = new Set(duplicates.map(({ id }) => id));
  const rows = new Map([...locked.values()].map((row) => [row.id, row]));
  const children = [...rows.values()].filter(
    ({ id, parentId }) => parentId !== null && merged.has(parentId) && !merged.has(id) && id !== target?.id,
  );
  return { target, duplicates, children, paths };
}
