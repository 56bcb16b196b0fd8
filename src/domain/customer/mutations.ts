import type { Maybe } from '../../maybe.ts';
import { lockReferences } from '../identifier/customer.ts';
import { findOrHold } from '../identifier/find-or-hold.ts';
import type { SourceRecordKey } from '../identifier/key.ts';
import type { Payload, Write, Writer } from '../write/writer.ts';
import type { About, Keys } from './about.ts';
import { checkCustomers } from './check.ts';
import { recordIn } from './derive/speaker.ts';
import type { ChangeEvent } from './event.ts';
import type { CustomerRow } from './fields.ts';
import { type GivenCustomer, readColumns } from './input.ts';
import { lockCustomer, settleFor } from './lock-customer.ts';
import { newSourcesOf, readSources, shortIdSources } from './new-sources.ts';
import { planCustomers } from './plan.ts';
import { lockSettings } from './references.ts';
import { resolveInputs } from './resolve.ts';
import { saveCustomers } from './save.ts';

export interface CustomerAnswer {
  readonly id: string | null;
}

interface NewCustomer extends GivenCustomer, Keys {
  readonly sources?: Maybe<readonly SourceRecordKey[]>;
}

export function createCustomer(writer: Writer, input: NewCustomer): Promise<Payload<CustomerAnswer>> {
  return writer.run({ name: 'customerCreate', input }, async (write) => {
    const { faults } = write;
    const { parent: by, sources, ...given } = input;
    const resolved = await resolveInputs(write, [{ input: given, faults }]);
    const records = [...shortIdSources(given.shortId), ...readSources(sources, 'sources', faults)];
    const found = await findOrHold(
      write,
      records.map(({ key }) => key),
    );
    await lockSettings(write, resolved);
    const parents = by == null ? [] : [{ by, path: 'parent', faults }];
    const [parent] = (await lockReferences(write, parents)).rows;
    const drafts = resolved.map((each) => {
      const input = { ...each, parent: parent?.id };
      return {
        input,
        faults,
        current: undefined,
        sources: newSourcesOf(records, found, { ids: [], faults }),
      };
    });
    const plans = await checkCustomers(write, await planCustomers(write, drafts));
    faults.settle();
    const [saved] = await saveCustomers(write, plans);
    return { id: saved?.id ?? null };
  });
}

export function updateCustomer(
  writer: Writer,
  input: GivenCustomer & About,
): Promise<Payload<CustomerAnswer>> {
  return writer.run({ name: 'customerUpdate', input }, async (write) => {
    const { faults } = write;
    const resolved = await resolveInputs(write, [{ input, faults }]);
    const records = shortIdSources(input.shortId);
    const found = await findOrHold(
      write,
      records.map(({ key }) => key),
    );
    await lockSettings(write, resolved);
    const current = await lockCustomer(write, input);
    // The input can be validated even if the customer does not exist.
    if (current === undefined) for (const each of resolved) readColumns(each, faults, false);
    const drafts = resolved.flatMap((each) => {
      if (current === undefined) return [];
      return {
        input: each,
        faults,
        current,
        speaksFor: recordIn(input.by),
        sources: newSourcesOf(records, found, { ids: [current.id], faults }),
      };
    });
    const plans = await checkCustomers(write, await planCustomers(write, drafts));
    settleFor(current, write);
    await saveCustomers(write, plans);
    return { id: current.id };
  });
}

type RowUpdate = (customer: CustomerRow, at: string) => CustomerRow;

async function updateCustomerRow(
  write: Write,
  input: About,
  action: ChangeEvent['action'],
  to: RowUpdate,
): Promise<CustomerAnswer> {
  const current = await lockCustomer(write, input);
  settleFor(current, write);
  const [plan] = await planCustomers(write, [{ input: {}, faults: write.faults, current }]);
  if (plan !== undefined) await saveCustomers(write, [{ ...plan, next: to(plan.next, plan.at) }], { action });
  return { id: current.id };
}

export function discontinueCustomer(writer: Writer, input: About): Promise<Payload<CustomerAnswer>> {
  return writer.run({ name: 'customerDiscontinue', input }, (write) =>
    updateCustomerRow(write, input, 'DISCONTINUE', (customer, at) => ({
      ...customer,
      discontinuedAt: customer.discontinuedAt ?? at,
    })),
  );
}

export function reactivateCustomer(writer: Writer, input: About): Promise<Payload<CustomerAnswer>> {
  return writer.run({ name: 'customerReactivate', input }, (write) =>
    updateCustomerRow(write, input, 'REACTIVATE', (customer) => ({ ...customer, discontinuedAt: null })),
  );
}
