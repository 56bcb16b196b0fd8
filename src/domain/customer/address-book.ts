import { type CustomerIdentifier, lockReferences } from '../identifier/customer.ts';
import { type RecordAnswer, type RecordInput, type UpsertAnswer, upsertEach } from '../record-upsert/each.ts';
import type { Item } from '../record-upsert/record-type.ts';
import { type SourceKey, sourceToken } from '../source/records.ts';
import { Faults } from '../write/faults.ts';
import type { Write, Writer } from '../write/writer.ts';
import { type AddressChange, type AddressFields, addressWith, isChanged, readAddress } from './address.ts';
import { type KnownAddresses, knowAddresses, linkedAddress, readAddressSource } from './known-addresses.ts';
import { type Plan, planCustomers } from './plan.ts';
import { type Outcome, saveCustomers } from './save.ts';

export interface AddressItem {
  readonly customer: CustomerIdentifier;
  readonly address: AddressFields;
}

interface Entry extends Item<AddressItem> {
  readonly source: SourceKey | undefined;
}

const earlier = 'An earlier item of the call has the same source record; send it once.';

/** Of several items with one source record, the later ones fail. */
function readEntries(items: readonly Item<AddressItem>[]): readonly Entry[] {
  const tokens = new Set<string>();
  return items.map(({ input, faults }) => {
    const below = faults.at('address');
    const source = readAddressSource(input.address, below);
    if (input.address.source == null)
      below.add('REQUIRED', 'source', 'An address requires a source record, which identifies it.');
    const token = source && sourceToken(source);
    if (token !== undefined && tokens.has(token)) below.add('TAKEN', 'source', earlier);
    if (token !== undefined) tokens.add(token);
    return { input, faults, source };
  });
}

/** One plan for each customer, in which the changes of its addresses are collected. */
async function plansOf(write: Write, entries: readonly Entry[]): Promise<readonly (Plan | undefined)[]> {
  const references = entries.map(({ input: { customer: by }, faults }) => ({ by, path: 'customer', faults }));
  const { rows } = await lockReferences(write, references);
  const customers = new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.id, row] as const])));
  const drafts = [...customers.values()].map((current) => ({ input: {}, faults: new Faults(), current }));
  const plans = new Map((await planCustomers(write, drafts)).map((plan) => [plan.id, plan]));
  return rows.map((row) => row && plans.get(row.id));
}

function changeIn({ input, faults, source }: Entry, plan: Plan, known: KnownAddresses): AddressChange {
  const below = faults.at('address');
  const { at, next: customer } = plan;
  const before = linkedAddress(source, customer.id, known, below);
  const read = readAddress(input.address, below, before === undefined);
  const after = addressWith(read, before, { customer, at });
  return { before, after, at, isLinked: before !== undefined, ...(source && { source }) };
}

const outcomeOf = (change: AddressChange): Outcome =>
  change.before === undefined ? 'CREATED' : isChanged(change) ? 'UPDATED' : 'UNCHANGED';

const failed: UpsertAnswer = { id: null, outcome: null };

/** One event and one version for each changed customer, whatever the number of its addresses. */
async function upsertAll(
  write: Write,
  items: readonly Item<AddressItem>[],
): Promise<readonly UpsertAnswer[]> {
  const entries = readEntries(items);
  const plans = await plansOf(write, entries);
  const known = await knowAddresses(
    write,
    entries.flatMap(({ source }) => source ?? []),
    [],
  );
  const changes = entries.map((entry, at) => {
    const plan = plans[at];
    return plan && changeIn(entry, plan, known);
  });
  const right = changes.map((change, at) => (entries[at]?.faults.isEmpty ? change : undefined));
  const byPlan = new Map<Plan, AddressChange[]>();
  for (const [at, change] of right.entries()) {
    const plan = plans[at];
    if (plan !== undefined && change !== undefined) byPlan.set(plan, [...(byPlan.get(plan) ?? []), change]);
  }
  await saveCustomers(
    write,
    [...byPlan].map(([plan, addresses]) => ({ ...plan, addresses })),
  );
  return right.map((change) =>
    change === undefined ? failed : { id: change.after.address.id, outcome: outcomeOf(change) },
  );
}

/** Creates or updates addresses by their source records within their customers. */
export const upsertAddresses = (writer: Writer, input: RecordInput<AddressItem>): Promise<RecordAnswer> =>
  upsertEach(writer, { mutation: 'customerAddressesUpsert', work: upsertAll }, input);
