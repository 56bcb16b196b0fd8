import type { Row } from '../../db/model/table.ts';
import { insertRows } from '../../db/write/rows.ts';
import { lockReferences } from '../identifier/customer.ts';
import { findByKeys } from '../identifier/find.ts';
import { holdTokens } from '../identifier/hold.ts';
import { customerKey, keyText, type SourceRecordKey } from '../identifier/key.ts';
import { maxSourceRecords, readSourceRecord } from '../source/key.ts';
import { Faults } from '../write/faults.ts';
import type { Payload, Write, Writer } from '../write/writer.ts';
import { type About, planFor } from './about.ts';
import { changeOf } from './event.ts';
import type { CustomerRow } from './fields.ts';
import { settleFor } from './lock-customer.ts';
import type { CustomerAnswer } from './mutations.ts';
import { saveCustomers } from './save.ts';
import { recordsText } from './source-text.ts';
import { checkVersion } from './version.ts';

interface SourceInput extends About {
  readonly source: SourceRecordKey;
}

interface SourceAddInput extends SourceInput {
  readonly move?: boolean | null | undefined;
}

/** The customer and the owner of the record, locked. No upsert can create the record meanwhile. */
async function lockOwners(write: Write, { by, ifVersion, source }: SourceInput) {
  const { faults } = write;
  const record = readSourceRecord(source, faults.at('source'));
  const key = record && customerKey('source', record.sourceId, record.system);
  if (key !== undefined && (await findByKeys(write, [key])).size === 0) await holdTokens(write, [key.token]);
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

type Records = readonly Pick<Row<'CustomerSource'>, 'system' | 'sourceId'>[];

async function saveChange(
  write: Write,
  customer: CustomerRow,
  action: 'LINK' | 'UNLINK',
  change: (before: Records) => Records,
): Promise<string> {
  const before = await write.rows('CustomerSource', 'customerId', [customer.id]);
  const after = change(before);
  if (after.length > maxSourceRecords)
    write.faults.add('LIMIT_EXCEEDED', 'source', `The maximum is ${maxSourceRecords} source records.`);
  write.faults.settle();
  const plan = await planFor(write, customer);
  const extraChanges = changeOf('sources', recordsText(before), recordsText(after));
  await saveCustomers(write, [{ ...plan, extraChanges }], action);
  return plan.at;
}

const without =
  ({ system, sourceId }: SourceRecordKey) =>
  (records: Records): Records =>
    records.filter((each) => each.system !== system || each.sourceId !== sourceId);

async function addSource(write: Write, { move, ...input }: SourceAddInput): Promise<CustomerAnswer> {
  const { customer, owner, record, text } = await lockOwners(write, input);
  const isForeign = owner !== undefined && customer !== undefined && owner.id !== customer.id;
  if (isForeign && !move)
    write.faults.add('TAKEN', 'source', `Another customer has ${text}; \`move: true\` moves it.`, {
      of: 'Customer',
      message: `The customer ${owner.number} has ${text}; \`move: true\` moves it.`,
    });
  settleFor(customer, write);
  const answer = { id: customer.id };
  if (record === undefined || owner?.id === customer.id) return answer;
  if (owner !== undefined) await saveChange(write, owner, 'UNLINK', without(record));
  const seenAt = await saveChange(write, customer, 'LINK', (before) => [...before, record]);
  const { accountId } = write;
  const row = { accountId, ...record, customerId: customer.id, seenAt };
  if (owner === undefined) await insertRows(write, 'CustomerSource', [row]);
  else
    await write.prisma((tx) =>
      tx.customerSource.update({
        where: { accountId_system_sourceId: { accountId, ...record } },
        data: { customerId: customer.id, seenAt, goneAt: null },
      }),
    );
  return answer;
}

async function removeSource(write: Write, input: SourceInput): Promise<CustomerAnswer> {
  const { customer, owner, record, text } = await lockOwners(write, input);
  if (owner !== undefined && customer !== undefined && owner.id !== customer.id)
    write.faults.add('NOT_FOUND', 'source', `The customer does not have ${text}; another customer has it.`);
  settleFor(customer, write);
  if (record === undefined || owner === undefined) return { id: customer.id };
  await saveChange(write, customer, 'UNLINK', without(record));
  const { accountId } = write;
  await write.prisma((tx) => tx.customerSource.deleteMany({ where: { accountId, ...record } }));
  return { id: customer.id };
}

type Answer = Promise<Payload<CustomerAnswer>>;

export const addCustomerSource = (writer: Writer, input: SourceAddInput): Answer =>
  writer.run({ name: 'customerSourceAdd', input }, (write) => addSource(write, input));

export const removeCustomerSource = (writer: Writer, input: SourceInput): Answer =>
  writer.run({ name: 'customerSourceRemove', input }, (write) => removeSource(write, input));
