import { lockReferences } from '../identifier/customer.ts';
import { findByKeys } from '../identifier/find.ts';
import { holdTokens } from '../identifier/hold.ts';
import { customerKey, keyText, type SourceRecordKey } from '../identifier/key.ts';
import { readSourceRecord } from '../source/key.ts';
import { Faults } from '../write/faults.ts';
import type { Payload, Write, Writer } from '../write/writer.ts';
import type { About } from './about.ts';
import { deriveCustomers } from './derive/customers.ts';
import { isOf, storedValues } from './derive/speaker.ts';
import type { CustomerRow } from './fields.ts';
import { settleFor } from './lock-customer.ts';
import type { CustomerAnswer } from './mutations.ts';
import { planCustomers } from './plan.ts';
import { saveCustomers } from './save.ts';
import type { RecordRow } from './source-records.ts';
import { checkVersion } from './version.ts';

interface SourceInput extends About {
  readonly source: SourceRecordKey;
}

interface SourceAddInput extends SourceInput {
  readonly move?: boolean | null | undefined;
}

/** The customer and the owner of the record, locked. No other write can create or move the record meanwhile. */
async function lockOwners(write: Write, { by, ifVersion, source, move }: SourceAddInput) {
  const { faults } = write;
  const record = readSourceRecord(source, faults.at('source'));
  const key = record && customerKey('source', record.sourceId, record.system);
  if (key !== undefined && (move || (await findByKeys(write, [key])).size === 0))
    await holdTokens(write, [key.token]);
  const {
    rows: [customer, owner],
  } = await lockReferences(write, [
    { by, path: 'by', faults },
    // A record without an owner is not an error.
    ...(record ? [{ by: { source: record }, path: 'source', faults: new Faults() }] : []),
  ]);
  if (customer !== undefined) checkVersion(customer, ifVersion, faults);
  return { customer, owner, record, text: key === undefined ? '' : keyText(key) };
}

/** Saves the customer with the record or without it. A record from another customer keeps what it says. */
async function saveChange(
  write: Write,
  current: CustomerRow,
  action: 'LINK' | 'UNLINK',
  { record, moved = [] }: { readonly record: SourceRecordKey; readonly moved?: readonly RecordRow[] },
): Promise<readonly RecordRow[]> {
  const records = action === 'LINK' ? { added: [record], moved } : { added: [], removed: [record] };
  const { faults } = write;
  const draft = { input: {}, faults, current, sources: { ...records, named: [], path: 'source' } };
  const plans = await deriveCustomers(write, await planCustomers(write, [draft]));
  faults.settle();
  await saveCustomers(write, plans, { action });
  return plans.flatMap(({ stored }) => stored.filter(isOf(record)));
}

/** The addresses stay with their customer. */
function withoutAddresses(row: RecordRow): RecordRow {
  if (row.values == null) return row;
  const { billToAddressId: _bill, shipToAddressId: _ship, ...values } = storedValues(row.values);
  // Values are JSON.
  return { ...row, values: values as NonNullable<RecordRow['values']> };
}

async function addSource(write: Write, { move, ...input }: SourceAddInput): Promise<CustomerAnswer> {
  const { customer, owner, record, text } = await lockOwners(write, { ...input, move });
  const isForeign = owner !== undefined && customer !== undefined && owner.id !== customer.id;
  if (isForeign && !move)
    write.faults.add('TAKEN', 'source', `Another customer has ${text}; \`move: true\` moves it.`, {
      of: 'Customer',
      message: `The customer ${owner.number} has ${text}; \`move: true\` moves it.`,
    });
  settleFor(customer, write);
  const answer = { id: customer.id };
  if (record === undefined || owner?.id === customer.id) return answer;
  const rows = owner === undefined ? [] : await saveChange(write, owner, 'UNLINK', { record });
  const moved = rows.map(withoutAddresses);
  await saveChange(write, customer, 'LINK', { record, moved });
  return answer;
}

async function removeSource(write: Write, input: SourceInput): Promise<CustomerAnswer> {
  const { customer, owner, record, text } = await lockOwners(write, input);
  if (owner !== undefined && customer !== undefined && owner.id !== customer.id)
    write.faults.add('NOT_FOUND', 'source', `The customer does not have ${text}; another customer has it.`);
  settleFor(customer, write);
  if (record === undefined || owner === undefined) return { id: customer.id };
  await saveChange(write, customer, 'UNLINK', { record });
  return { id: customer.id };
}

type Answer = Promise<Payload<CustomerAnswer>>;

export const addCustomerSource = (writer: Writer, input: SourceAddInput): Answer =>
  writer.run({ name: 'customerSourceAdd', input }, (write) => addSource(write, input));

export const removeCustomerSource = (writer: Writer, input: SourceInput): Answer =>
  writer.run({ name: 'customerSourceRemove', input }, (write) => removeSource(write, input));
