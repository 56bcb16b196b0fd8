import { linkedAddress, readRecord } from './default-addresses.ts';
import { draftOf, save } from './read-customer.ts';
import {
  type Answer,
  askedCustomer,
  type Change,
  canonical,
  type Input,
  madeId,
  type State,
  Wrong,
} from './state.ts';
import { readAddress } from './texts.ts';

/** The changes of each customer's addresses. */
type Told = Map<string, Change[]>;

interface Call {
  /** The state without the effects of the call. */
  readonly before: State;
  readonly records: Set<string>;
  readonly told: Told;
}

function upsertOne(
  state: State,
  { customer: by, address }: Input,
  { before: first, records, told }: Call,
): Answer {
  const wrong = new Wrong();
  const given = address as Input;
  const record = readRecord(given, ['address'], wrong);
  if (given.source == null) wrong.add('REQUIRED', 'address', 'source');
  if (record !== undefined && records.has(record)) wrong.add('TAKEN', 'address', 'source');
  if (record !== undefined) records.add(record);
  const customer = askedCustomer(state, (by as Input).id, 'customer', wrong);
  const known = customer && linkedAddress(first, record, customer.id, ['address'], wrong);
  const before = state.addresses.find(({ id }) => id === known?.id);
  const values = customer && readAddress(given, before?.values, ['address'], wrong);
  if (!wrong.none || record === undefined || customer === undefined || values === undefined)
    return { id: null, outcome: null, faults: [...wrong.found].sort() };
  values.name ??= String(customer.values.name);
  const changes = told.get(customer.id) ?? [];
  told.set(customer.id, changes);
  const id = before?.id ?? madeId(state, 'Address');
  state.links[record] = id;
  if (before === undefined) {
    state.addresses.push({ id, customerId: customer.id, born: state.step, values });
    changes.push({ field: 'addresses', oldValue: null, newValue: '…' });
    return { id, outcome: 'CREATED', faults: [] };
  }
  const isChanged = canonical(before.values) !== canonical(values);
  if (isChanged) changes.push({ field: 'addresses', oldValue: '…', newValue: '…' });
  before.values = values;
  return { id, outcome: isChanged ? 'UPDATED' : 'UNCHANGED', faults: [] };
}

/** One event for each changed customer, whatever the number of its addresses. */
export function upsertAddresses(state: State, { items }: Input): readonly Answer[] {
  const [before, records, told]: [State, Set<string>, Told] = [structuredClone(state), new Set(), new Map()];
  const answers = (items as readonly Input[]).map((item) =>
    upsertOne(state, item, { before, records, told }),
  );
  for (const [id, changes] of told) {
    const customer = state.customers.find((each) => each.id === id);
    if (customer !== undefined) save(state, draftOf(customer, changes));
  }
  return answers;
}
