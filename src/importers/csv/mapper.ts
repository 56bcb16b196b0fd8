import { isDeepStrictEqual } from 'node:util';
import type { SourceRecordKey } from '../../domain/identifier/key.ts';
import type { SourceSystem } from '../../domain/source-system.ts';
import { restoredText } from '../../formula-text.ts';
import { isObject } from '../../is-object.ts';
import { numberKey } from '../gateway/readers.ts';
import { type Field, type FieldTable, fieldTable, type MappedField, type Read } from '../mapping/field.ts';
import { instant } from '../mapping/instant.ts';
import {
  type Finish,
  type Finished,
  mapObject,
  type ObjectType,
  type Values,
} from '../mapping/map-object.ts';
import { receivedObject } from '../mapping/received.ts';
import { wholeReference } from '../mapping/whole-reference.ts';
import type { Items, JsonObject, MapOptions, Mapper, Rejection, SourceRecord } from '../record.ts';
import { listOf } from './cells.ts';
import type { CsvMapping } from './mapping.ts';
import { type Target, targetOf } from './targets.ts';

const recordFields = new Set(['sourceId', 'modifiedAt']);

/** Ids of the system OTHER begin with the name of the system. */
function prefixed(read: Read, prefix: string): Read {
  return (value, place) => {
    const id = read(value, place);
    return id === undefined ? undefined : `${prefix}${id}`;
  };
}

const keyed =
  (key: string, read: Read): Read =>
  (value, place) => {
    const found = read(value, place);
    if (found === undefined) return undefined;
    return { [key]: key === 'source' ? { system: place.system, sourceId: found } : found };
  };

function readerOf(
  { read: given, isSourceId = false, isList = false, reference }: Target,
  { system, name, separator }: CsvMapping,
): Read {
  const read = isSourceId && system === 'OTHER' ? prefixed(given, `${name}:`) : given;
  const each = reference === undefined ? read : keyed(reference.key, read);
  return isList ? listOf(separator, each) : each;
}

function fieldOf(from: string, name: string, mapping: CsvMapping): readonly MappedField[] {
  const target = targetOf(name);
  if (target === undefined) return [];
  if (mapping.isExport && name === 'number')
    return ['record.sourceId', 'by.number'].map((to) => ({
      ...{ from, parts: [from], to, skipsEmpty: true },
      read: to === 'by.number' ? target.read : numberKey,
    }));
  const to = recordFields.has(name) ? `record.${name}` : (target.reference?.path ?? name);
  const { skipsEmpty = false } = target;
  return [{ from, parts: [from], to, read: readerOf(target, mapping), skipsEmpty }];
}

/** The name of a value that is the same in all rows, among the cells. */
const valueName = (target: string): string => `values.${target}`;

function tableOf(mapping: CsvMapping): FieldTable {
  const { columns, values } = mapping;
  return fieldTable(
    [...columns].flatMap(([column, targets]): readonly Field[] =>
      targets.length === 0
        ? [{ from: column, parts: [column] }]
        : targets.flatMap((target) => fieldOf(column, target, mapping)),
    ),
    [...values.keys()].flatMap((target) => fieldOf(valueName(target), target, mapping)),
  );
}

const cellOf = (cell: string, empty: ReadonlySet<string>): string | null =>
  empty.has(cell.trim()) ? null : restoredText(cell);

/** A row in which the texts for empty cells are null, and texts begin without the apostrophe of an export. */
const cellsOf = (row: JsonObject, { empty, values }: CsvMapping): JsonObject =>
  Object.fromEntries([
    ...Object.entries(row).map(([column, cell]) => [
      column,
      typeof cell === 'string' ? cellOf(cell, empty) : cell,
    ]),
    ...[...values].map(([target, value]) => [valueName(target), value]),
  ]);

/** Undefined if the address has no value. */
function addressOf(value: unknown): Values | undefined {
  if (!isObject(value)) return undefined;
  const { source: _, ...fields }: Values = value;
  return Object.values(fields).some((each) => each != null) ? value : undefined;
}

/** An address with its own source record, or the one with this id. */
function recorded(address: Values | undefined, system: SourceSystem, id: string): Values | undefined {
  if (address === undefined) return undefined;
  const { source } = address;
  return { ...address, source: { sourceId: id, ...(isObject(source) && source), system } };
}

/** The addresses of a row, with source records. Equal default addresses are one. */
function addressesOf(values: Values, { system, sourceId }: SourceRecordKey) {
  const bill = addressOf(values.billToAddress);
  const ship = addressOf(values.shipToAddress);
  const shipId = isDeepStrictEqual(bill, ship) ? 'billTo' : 'shipTo';
  return {
    address: recorded(addressOf(values.address), system, sourceId),
    billToAddress: recorded(bill, system, `${sourceId}:billTo`),
    shipToAddress: recorded(ship, system, `${sourceId}:${shipId}`),
  };
}

/** A customer without a shopper has empty cells. */
const shopperOf = ({ shopper }: Values): unknown =>
  isObject(shopper) && Object.values(shopper).some((each) => each !== null) ? shopper : undefined;

/** An export has the default addresses without source records: they are those that the customer has. */
const exportedAddresses = ({ billToAddress, shipToAddress }: Values) => ({
  ...{ billToAddress: addressOf(billToAddress), shipToAddress: addressOf(shipToAddress) },
});

function wholeAmount({ creditLimit }: Values, { warn }: Finish): unknown {
  if (!isObject(creditLimit)) return undefined;
  if (creditLimit.value === undefined) return undefined;
  if (creditLimit.unit !== undefined) return creditLimit;
  return warn(
    'INVALID',
    'creditLimit',
    'The amount is left out, since it has no unit: give `creditLimit.unit.abbreviation`, in a column or in `values`.',
  );
}

const finishCustomer =
  (isExport: boolean) =>
  ({ sources, ...values }: Values, context: Finish): Finished => {
    const { source } = context;
    const own = {
      ...(isExport ? exportedAddresses(values) : addressesOf(values, source)),
      ...{ creditLimit: wholeAmount(values, context), shopper: shopperOf(values), addSources: sources },
    };
    const whole = wholeReference(values, 'referenceOrigin', context);
    const item = Object.entries({ by: { source }, ...whole, ...own });
    return { item: Object.fromEntries(item.filter(([, each]) => each !== undefined)) };
  };

/** Rows of a table by a mapping file: a customer each, and its address. */
export function csvMapper(mapping: CsvMapping): Mapper {
  const { system, isExport, name: table = '' } = mapping;
  const context = { table };
  const type: ObjectType = { kind: 'customer', table: tableOf(mapping), finish: finishCustomer(isExport) };
  const mapRow = function* (
    row: JsonObject,
    position: string,
    options: MapOptions,
  ): Generator<SourceRecord | Rejection> {
    const { record } = mapObject(type, { raw: cellsOf(row, mapping), position, system, options });
    if (record.kind !== 'customer') {
      yield record;
      return;
    }
    // The table has the address beside the fields of the item.
    const { address, ...item } = record.item as Items['customer'] & {
      readonly address?: Items['address']['address'];
    };
    yield { ...record, raw: row, context, item };
    if (address === undefined) return;
    yield {
      ...{ ...record, kind: 'address', raw: row, context, item: { customer: item.by, address } },
      ...{ warnings: [], unknownPaths: [] },
    };
  };
  const targets = [...mapping.columns.values()].flat();
  return {
    ...{ system, isExport, table, version: 1 },
    documents: { form: 'csv', delimiter: mapping.delimiter ?? null },
    hasLocalTimes: targets.some((each) => targetOf(each)?.read === instant),
    map: (document, position, options) => mapRow(receivedObject(document), position, options),
    remap: ({ raw, position }, options) => mapRow(raw, position, options),
  };
}
