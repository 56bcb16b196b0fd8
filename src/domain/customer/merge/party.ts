import { lockRows } from '../../../db/write-rows.ts';
import type { Write } from '../../write/writer.ts';
import type { Keys } from '../about.ts';
import type { CustomerRow } from '../fields.ts';
import { lockCustomers, lockedCustomer } from '../lock.ts';

export interface MergeInput extends Keys {
  readonly targetId: string;
  readonly sourceIds: readonly string[];
}

/** The merge set: every customer that a merge affects, locked. */
export interface Party {
  readonly target: CustomerRow;
  /** In the order of the input. */
  readonly sources: readonly CustomerRow[];
  /** Children of the sources, except sources and the target: they move to the target. */
  readonly children: readonly CustomerRow[];
  /** Input paths of the sources, by id. */
  readonly paths: ReadonlyMap<string, string>;
}

/** Locks groups before customers, like all settings, so that no group is deleted while it moves. */
async function lockGroups(write: Write, customerIds: readonly string[]): Promise<void> {
  const links = await write.rows('CustomerPriceGroup', 'customerId', customerIds);
  await lockRows(write, 'AccountGroup', [...new Set(links.map(({ groupId }) => groupId))], 'key share');
}

function readSources(
  { targetId, sourceIds }: MergeInput,
  locked: ReadonlyMap<string, CustomerRow>,
  { faults }: Write,
): Pick<Party, 'sources' | 'paths'> {
  const target = locked.get(targetId);
  const sources: CustomerRow[] = [];
  const paths = new Map<string, string>();
  if (sourceIds.length === 0)
    faults.add('REQUIRED', 'sourceIds', 'Name at least one customer that is to go into the target.');
  for (const [at, id] of sourceIds.entries()) {
    const path = `sourceIds.${at}`;
    const source = lockedCustomer(locked, id, path, faults);
    if (source === undefined) continue;
    if (source.id === target?.id)
      faults.add(
        'INVALID',
        path,
        'This is the target itself, or was merged into it already; leave it out here.',
      );
    else if (paths.has(source.id))
      faults.add('INVALID', path, 'This customer is named twice; name each once.');
    else {
      sources.push(source);
      paths.set(source.id, path);
    }
  }
  return { sources, paths };
}

/** Locks the named customers with their parents and children; the user errors list missing ones. */
export async function lockParty(
  write: Write,
  input: MergeInput,
): Promise<Omit<Party, 'target'> & { readonly target: CustomerRow | undefined }> {
  const ids = [input.targetId, ...input.sourceIds];
  await lockGroups(write, ids);
  const locked = await lockCustomers(write, ids, async (known) => {
    const parents = await write.rows('Customer', 'id', known);
    const children = await write.rows('Customer', 'parentId', known);
    return [...parents.flatMap(({ parentId }) => parentId ?? []), ...children.map(({ id }) => id)];
  });
  const target = lockedCustomer(locked, input.targetId, 'targetId', write.faults);
  const { sources, paths } = readSources(input, locked, write);
  const merged = new Set(sources.map(({ id }) => id));
  const rows = new Map([...locked.values()].map((row) => [row.id, row]));
  const children = [...rows.values()].filter(
    ({ id, parentId }) => parentId !== null && merged.has(parentId) && !merged.has(id) && id !== target?.id,
  );
  return { target, sources, children, paths };
}
