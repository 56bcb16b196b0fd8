import { updateRows } from '../../db/write-rows.ts';
import type { Faults } from '../write/faults.ts';
import type { Payload, Write, Writer } from '../write/writer.ts';
import { type About, planFor } from './about.ts';
import { checkParent } from './check-references.ts';
import type { CustomerRow } from './fields.ts';
import { lockCustomers, lockedCustomer, settleFor } from './lock.ts';
import type { CustomerAnswer } from './mutations.ts';
import { saveCustomers } from './save.ts';
import { checkVersion } from './version.ts';

interface ParentInput extends About {
  readonly parentId?: string | null | undefined;
}

/** Sets parents in one statement; the database updates the relationship types of all affected customers. */
export async function saveParents(
  write: Write,
  rows: readonly { readonly id: string; readonly parentId: string | null }[],
): Promise<void> {
  await updateRows(write, 'Customer', rows, ['parentId']);
}

/** Checks that one customer can become another's child: the hierarchy has two levels. */
function checkChild(customer: CustomerRow, parent: CustomerRow, faults: Faults): void {
  if (parent.id === customer.id)
    faults.add('HIERARCHY_CYCLE', 'parentId', 'A customer cannot be its own parent; give another.');
  else if (parent.parentId === customer.id)
    faults.add(
      'HIERARCHY_CYCLE',
      'parentId',
      'This customer is a child of the one that is to be its child; make it standalone first.',
    );
  else {
    if (customer.relationshipType === 'PARENT')
      faults.add(
        'HIERARCHY_DEPTH',
        'parentId',
        'The customer has children itself, and the hierarchy has two levels; give its children another parent first.',
      );
    checkParent(parent, 'parentId', faults);
  }
}

/** Locks the customer with its present and its new parent, in order. */
const lockFamily = (write: Write, { id, parentId }: ParentInput) =>
  lockCustomers(write, parentId == null ? [id] : [id, parentId], async (ids) =>
    (await write.rows('Customer', 'id', ids)).flatMap((row) => row.parentId ?? []),
  );

function readParent(
  { parentId }: ParentInput,
  locked: ReadonlyMap<string, CustomerRow>,
  faults: Faults,
): CustomerRow | undefined {
  if (parentId === undefined)
    faults.add('REQUIRED', 'parentId', 'Give the id of the parent, or null to make the customer standalone.');
  return parentId == null ? undefined : lockedCustomer(locked, parentId, 'parentId', faults);
}

export function setParent(writer: Writer, input: ParentInput): Promise<Payload<CustomerAnswer>> {
  return writer.run({ name: 'customerSetParent', input }, async (write) => {
    const { faults } = write;
    const locked = await lockFamily(write, input);
    const current = lockedCustomer(locked, input.id, 'id', faults);
    if (current !== undefined) checkVersion(current, input.ifVersion, faults);
    const parent = readParent(input, locked, faults);
    if (current && parent && parent.id !== current.parentId) checkChild(current, parent, faults);
    settleFor(current, write);
    const plan = await planFor(write, current);
    const next = { ...plan.next, parentId: parent?.id ?? null };
    const [saved] = await saveCustomers(write, [{ ...plan, next }]);
    if (saved?.outcome === 'UPDATED') await saveParents(write, [next]);
    return { id: current.id };
  });
}
