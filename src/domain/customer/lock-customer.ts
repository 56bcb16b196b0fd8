import { type CustomerIdentifier, lockReferences } from '../identifier/customer.ts';
import type { Write } from '../write/writer.ts';
import type { CustomerRow } from './fields.ts';
import { checkVersion } from './version.ts';

export async function lockCustomer(
  write: Write,
  { by, ifVersion }: { readonly by: CustomerIdentifier; readonly ifVersion?: number | null | undefined },
): Promise<CustomerRow | undefined> {
  const { faults } = write;
  const { rows } = await lockReferences(write, [{ by, path: 'by', faults }]);
  const [customer] = rows;
  if (customer !== undefined) checkVersion(customer, ifVersion, faults);
  return customer;
}

/** The answer to a stale version has the customer's id, so that the client can show both versions. */
export function settleFor(
  customer: CustomerRow | undefined,
  { faults }: Write,
): asserts customer is CustomerRow {
  faults.settle(faults.has('STALE_VERSION') ? { id: customer?.id ?? null } : {});
  if (customer === undefined) throw new Error('A missing customer has no user error.');
}
