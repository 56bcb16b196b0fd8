import type { Row } from '../../db/model/table.ts';
import type { CustomerIdentifier } from '../identifier/customer.ts';
import type { RecordAnswer, RecordInput } from '../record-upsert/each.ts';
import { upsertRecords } from '../record-upsert/mutation.ts';
import {
  type Columns,
  type Draft,
  type Item,
  type RecordType,
  type UpsertItem,
  valueIn,
} from '../record-upsert/record-type.ts';
import { findBySources, sourceToken } from '../source/records.ts';
import type { Write, Writer } from '../write/writer.ts';
import { type IdOfSource, readField, type Values } from './field.ts';
import { findOwners, lockOwners, type Owner } from './owner.ts';
import { type RecordModel, type ShopRecord, shopRecords } from './record-type.ts';

/** The common fields; those of a type are described in its `ShopRecord`. */
export interface ShopItem extends UpsertItem {
  readonly customer: CustomerIdentifier;
}

/** The objects that an item refers to. */
interface Reference {
  readonly owner: Owner;
  readonly idOf: IdOfSource;
}

async function resolve(
  write: Write,
  { fields }: ShopRecord,
  items: readonly Item<ShopItem>[],
): Promise<readonly Reference[]> {
  const named = fields.flatMap(({ input: field, source }) =>
    items.flatMap(({ input }) => {
      const given = valueIn(input, field);
      return source === undefined || given == null ? [] : source(given);
    }),
  );
  const [owners, sources] = await Promise.all([findOwners(write, items), findBySources(write, named)]);
  const idOf: IdOfSource = (key) => sources.get(sourceToken(key));
  return owners.map((owner) => ({ owner, idOf }));
}

function read<M extends RecordModel>(
  { fields, check }: ShopRecord,
  { input, faults, current, reference: { owner, idOf } }: Draft<M, ShopItem, Reference>,
): Columns<M> {
  const created = current === undefined ? { customer: owner.row } : undefined;
  const given = fields.map((field) =>
    readField(field, valueIn(input, field.input), { created, faults, idOf }),
  );
  const columns: Values = Object.assign({ customerId: owner.row?.id }, ...given);
  check?.({ ...current, ...columns }, faults);
  // The fields have the columns of their model.
  return columns as Columns<M>;
}

function typeOf<M extends RecordModel>(model: M): RecordType<M, ShopItem, Reference> {
  const record = shopRecords[model];
  return {
    model,
    mutation: `${model.charAt(0).toLowerCase()}${model.slice(1)}sUpsert`,
    noun: record.what,
    // As above.
    defaults: record.defaults as Partial<Row<M>>,
    unique: [],
    resolve: (write, items) => resolve(write, record, items),
    lock: (write, items) =>
      lockOwners(
        write,
        items.map(({ reference }) => reference.owner),
      ),
    read: (draft) => read(record, draft),
  };
}

/** Records of the shop do not belong to a customer's version: a change of them writes no event. */
export const upsertShopRecords = <M extends RecordModel>(
  writer: Writer,
  model: M,
  input: RecordInput<ShopItem>,
): Promise<RecordAnswer> => upsertRecords(writer, typeOf(model), input);
