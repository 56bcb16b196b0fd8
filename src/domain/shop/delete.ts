import { typeOfId } from '../../db/model/id.ts';
import { sql } from '../../db/model/table.ts';
import { deleteRows, lockRows } from '../../db/write/rows.ts';
import type { Maybe } from '../../maybe.ts';
import { customerKey, keyText, type SourceRecordKey } from '../identifier/key.ts';
import { listedText } from '../identifier/listed.ts';
import { readSourceRecord } from '../source/key.ts';
import { findBySources, sourceToken } from '../source/records.ts';
import type { Request } from '../write/idempotency.ts';
import type { Payload, Write, Writer } from '../write/writer.ts';
import { isRecordModel, type RecordModel, shopRecords } from './record-type.ts';

interface DeleteRecordInput extends Readonly<Request['input']> {
  readonly id?: Maybe<string>;
  readonly type?: Maybe<RecordModel>;
  readonly source?: Maybe<SourceRecordKey>;
}

interface Target {
  readonly model: RecordModel;
  readonly id: string;
}

function targetById(id: string, { faults }: Write): Target | undefined {
  const model = typeOfId(id);
  if (model !== undefined && isRecordModel(model)) return { model, id };
  faults.add('INVALID', 'id', 'This is not the id of a record of the shop; use an id that a query returned.');
  return undefined;
}

async function targetBySource(
  model: RecordModel,
  given: SourceRecordKey,
  write: Write,
): Promise<Target | undefined> {
  const source = readSourceRecord(given, write.faults.at('source'));
  if (source === undefined) return undefined;
  const key = { model, ...source };
  const id = (await findBySources(write, [key])).get(sourceToken(key));
  if (id !== undefined) return { model, id };
  const record = keyText(customerKey('source', key.sourceId, key.system));
  write.faults.add('NOT_FOUND', 'source', `No ${shopRecords[model].what} has ${record}.`);
  return undefined;
}

async function targetOf({ id, type, source }: DeleteRecordInput, write: Write): Promise<Target | undefined> {
  const { faults } = write;
  if (id != null && (type != null || source != null)) {
    faults.add('INVALID', 'id', 'Send either the id, or the type and the source record.');
    return undefined;
  }
  if (id != null) return targetById(id, write);
  if (type != null && source != null) return targetBySource(type, source, write);
  faults.add(
    'REQUIRED',
    type == null ? (source == null ? 'id' : 'type') : 'source',
    'The id, or the type and the source record, is required.',
  );
  return undefined;
}

/** The lock keeps new returns from referring to the order. */
async function removeRecord(write: Write, { model, id }: Target): Promise<boolean> {
  const { run, accountId } = write;
  const [, rows] = await Promise.all([lockRows(write, model, [id], 'update'), write.rows(model, 'id', [id])]);
  if (rows.length === 0) return false;
  if (model === 'Order')
    await run(sql`/* Return order */ update returns set order_id = null
      where account_id = ${accountId} and order_id = ${id}`);
  await deleteRows(write, model, [{ id }]);
  return true;
}

export function deleteRecord(
  writer: Writer,
  input: DeleteRecordInput,
): Promise<Payload<{ readonly id: string }>> {
  return writer.run({ name: 'customerRecordDelete', input }, async (write) => {
    const target = await targetOf(input, write);
    write.faults.settle();
    if (target === undefined) throw new Error('A missing record has no user error.');
    if (!(await removeRecord(write, target)))
      write.faults.add(
        'NOT_FOUND',
        input.id == null ? 'source' : 'id',
        `The ${shopRecords[target.model].what} does not exist or was deleted; ${listedText(target.model)}.`,
      );
    write.faults.settle();
    return { id: target.id };
  });
}
