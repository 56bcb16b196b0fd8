import type { Payload, Write, Writer } from '../write/writer.ts';
import type { About, Keys } from './about.ts';
import { checkCustomers } from './check.ts';
import type { Event } from './event.ts';
import type { CustomerRow } from './fields.ts';
import { type CustomerInput, readColumns } from './input.ts';
import { lockCustomer, lockCustomers, settleFor } from './lock.ts';
import { planCustomers } from './plan.ts';
import { lockSettings } from './references.ts';
import { saveCustomers } from './save.ts';

/** The id of the written customer. */
export interface CustomerAnswer {
  readonly id: string | null;
}

export function createCustomer(
  writer: Writer,
  input: CustomerInput & Keys,
): Promise<Payload<CustomerAnswer>> {
  return writer.run({ name: 'customerCreate', input }, async (write) => {
    await lockSettings(write, [input]);
    const { parentId } = input;
    const parent = parentId ? (await lockCustomers(write, [parentId])).get(parentId) : undefined;
    // The id of a merged parent is replaced by the id of its target.
    const drafted = parent === undefined ? input : { ...input, parentId: parent.id };
    const { faults } = write;
    const plans = await checkCustomers(
      write,
      await planCustomers(write, [{ input: drafted, faults, current: undefined }]),
    );
    faults.settle();
    const [saved] = await saveCustomers(write, plans);
    return { id: saved?.id ?? null };
  });
}

export function updateCustomer(
  writer: Writer,
  input: CustomerInput & About,
): Promise<Payload<CustomerAnswer>> {
  return writer.run({ name: 'customerUpdate', input }, async (write) => {
    await lockSettings(write, [input]);
    const current = await lockCustomer(write, input);
    // The input can be validated even if the customer does not exist.
    if (current === undefined) readColumns(input, write.faults, false);
    const drafts = current === undefined ? [] : [{ input, faults: write.faults, current }];
    const plans = await checkCustomers(write, await planCustomers(write, drafts));
    settleFor(current, write);
    await saveCustomers(write, plans);
    return { id: current.id };
  });
}

type Change = (customer: CustomerRow, at: string) => CustomerRow;

/** Changes columns that the caller gives no values for. */
async function change(
  write: Write,
  input: About,
  action: Event['action'],
  to: Change,
): Promise<CustomerAnswer> {
  const current = await lockCustomer(write, input);
  settleFor(current, write);
  const [plan] = await planCustomers(write, [{ input: {}, faults: write.faults, current }]);
  if (plan !== undefined) await saveCustomers(write, [{ ...plan, next: to(plan.next, plan.at) }], action);
  return { id: current.id };
}

export function discontinueCustomer(writer: Writer, input: About): Promise<Payload<CustomerAnswer>> {
  return writer.run({ name: 'customerDiscontinue', input }, (write) =>
    change(write, input, 'DISCONTINUE', (customer, at) => ({
      ...customer,
      discontinuedAt: customer.discontinuedAt ?? at,
    })),
  );
}

export function reactivateCustomer(writer: Writer, input: About): Promise<Payload<CustomerAnswer>> {
  return writer.run({ name: 'customerReactivate', input }, (write) =>
    change(write, input, 'REACTIVATE', (customer) => ({ ...customer, discontinuedAt: null })),
  );
}
