import { updateRows } from '../../db/write/rows.ts';
import { type CustomerIdentifier, lockReferences } from '../identifier/customer.ts';
import type { Faults } from '../write/faults.ts';
import type { Payload, Write, Writer } from '../write/writer.ts';
import { type About, planFor } from './about.ts';
import { checkParent } from './check-references.ts';
import type { CustomerRow } from './fields.ts';
import type { Relatives } from './lock.ts';
import { settleFor } from './lock-customer.ts';
import type { CustomerAnswer } from './mutations.ts';
import { saveCustomers } from './save.ts';
import { checkVersion } from './version.ts';

interface ParentInput extends About {
  readonly parent?: CustomerIdentifier | null | undefined;
}

/** Sets parents in one statement; the database updates the relationship types of all affected customers. */
export async function saveParents(
  write: Write,
  rows: readonly { readonly id: string; readonly parentId: string | null }[],
): Promise<void> {
  await updateRows(write, 'Customer', rows, ['parentId']);
}

/** The hierarchy has two levels. `checkParent` checks the other side. */
export function canBeChild(customer: CustomerRow, parent: CustomerRow, faults: Faults): boolean {
  if (parent.id === customer.id)
    faults.add('HIERARCHY_CYCLE', 'parent', 'A customer cannot be its own parent; choose another customer.');
  else if (parent.parentId === customer.id)
    faults.add(
      'HIERARCHY_CYCLE',
      'parent',
      'The parent is a child of this customer; make it standalone first, or choose another.',
    );
  else {
    if (customer.relationshipType === 'PARENT')
      faults.add(
        'HIERARCHY_DEPTH',
        'parent',
        'The customer has children, and the hierarchy has two levels; give its children another parent first.',
      );
    return true;
  }
  return false;
}

export const parentsOf =
  (write: Write): Relatives =>
  async (ids) =>
    (await write.rows('Customer', 'id', ids)).flatMap((row) => row.parentId ?? []);

async function lockFamily(write: Write, { by, parent }: ParentInput) {
  const { faults } = write;
  const { rows } = await lockReferences(
    write,
    [{ by, path: 'by', faults }, ...(parent == null ? [] : [{ by: parent, path: 'parent', faults }])],
    parentsOf(write),
  );
  return { current: rows[0], parent: rows[1] };
}

export function setParent(writer: Writer, input: ParentInput): Promise<Payload<CustomerAnswer>> {
  return writer.run({ name: 'customerSetParent', input }, async (write) => {
    const { faults } = write;
    const { current, parent } = await lockFamily(write, input);
    if (current !== undefined) checkVersion(current, input.ifVersion, faults);
    if (input.parent === undefined)
      faults.add('REQUIRED', 'parent', 'Give the parent, or null to make the customer standalone.');
    if (current && parent && parent.id !== current.parentId && canBeChild(current, parent, faults))
      checkParent(parent, 'parent', faults, write);
    settleFor(current, write);
    const plan = await planFor(write, current);
    const next = { ...plan.next, parentId: parent?.id ?? null };
    const [saved] = await saveCustomers(write, [{ ...plan, next }]);
    if (saved?.outcome === 'UPDATED') await saveParents(write, [next]);
    return { id: current.id };
  });
}
