import type { AddressFields } from '../../domain/customer/address.ts';
import type { SourceRecordKey } from '../../domain/identifier/key.ts';
import { restoredText } from '../../formula-text.ts';
import { isObject } from '../../is-object.ts';
import { type Field, type FieldTable, fieldTable } from '../mapping/field.ts';
import { instant } from '../mapping/instant.ts';
import { mapObject, type ObjectType, type Values } from '../mapping/map-object.ts';
import { receivedObject } from '../mapping/received.ts';
import type { Items, JsonObject, MapOptions, Mapper, Rejection, SourceRecord } from '../record.ts';
import type { CsvMapping } from './mapping.ts';
import { csvTargets } from './targets.ts';

const recordFields = new Set(['sourceId', 'modifiedAt']);

function fieldsOf(column: string, targets: readonly string[]): readonly Field[] {
  const from = { from: column, parts: [column] };
  if (targets.length === 0) return [{ ...from, leftOut: 'The mapping file leaves it out.' }];
  return targets.flatMap((target) => {
    const found = csvTargets[target];
    const to = recordFields.has(target) ? `record.${target}` : target;
    return found === undefined ? [] : [{ ...from, to, ...found }];
  });
}

const tableOf = ({ columns }: CsvMapping): FieldTable =>
  fieldTable([...columns].flatMap(([column, targets]) => fieldsOf(column, targets)));

const cellOf = (cell: string, empty: ReadonlySet<string>): string | null =>
  empty.has(cell.trim()) ? null : restoredText(cell);

/** A row in which the texts for empty cells are null, and texts begin without the apostrophe of an export. */
const cellsOf = (row: JsonObject, empty: ReadonlySet<string>): JsonObject =>
  Object.fromEntries(
    Object.entries(row).map(([column, cell]) => [
      column,
      typeof cell === 'string' ? cellOf(cell, empty) : cell,
    ]),
  );

/** An address with the id of its system; undefined if it has no value. */
function addressOf(
  value: unknown,
  { system, sourceId }: SourceRecordKey,
  prefix: string,
): AddressFields | undefined {
  const { source, ...address }: Values = isObject(value) ? value : {};
  if (!Object.values(address).some((each) => each != null)) return undefined;
  const own = isObject(source) && typeof source.sourceId === 'string' ? source.sourceId : undefined;
  return { source: { system, sourceId: own === undefined ? sourceId : prefix + own }, ...address };
}

const given = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

function withoutPartialAmount({ creditLimit, ...values }: Values): Values {
  const isWhole = isObject(creditLimit) && creditLimit.value !== undefined && creditLimit.unit !== undefined;
  return isWhole ? { creditLimit, ...values } : values;
}

/** Rows of a table by a mapping file: a customer each, and its address. */
export function csvMapper(mapping: CsvMapping): Mapper {
  const { system, empty } = mapping;
  const prefix = system === 'OTHER' ? `${mapping.name}:` : '';
  const type: ObjectType = { kind: 'customer', table: tableOf(mapping) };
  const mapRow = function* (
    row: JsonObject,
    position: string,
    options: MapOptions,
  ): Generator<SourceRecord | Rejection> {
    const raw = cellsOf(row, empty);
    const { record } = mapObject(type, { raw, position, system, options });
    if (record.kind !== 'customer') {
      yield record;
      return;
    }
    const source = { system, sourceId: prefix + record.sourceId };
    const by = { source };
    // The table has these fields beside those of the item.
    const { address: book, ...values } = record.item as Values & typeof record.item;
    const [billToAddress, shipToAddress, address] = [values.billToAddress, values.shipToAddress, book].map(
      (each) => addressOf(each, source, prefix),
    );
    const item = given({ ...withoutPartialAmount(values), by, billToAddress, shipToAddress });
    const common = { ...record, sourceId: source.sourceId, raw: row };
    // The targets are fields of the input.
    yield { ...common, item: item as unknown as Items['customer'] };
    if (address !== undefined)
      yield {
        ...{ ...common, kind: 'address', item: { customer: by, address } },
        ...{ warnings: [], unknownPaths: [] },
      };
  };
  return {
    system,
    version: 1,
    documents: { form: 'csv', delimiter: mapping.delimiter ?? null },
    hasLocalTimes: [...mapping.columns.values()].flat().some((each) => csvTargets[each]?.read === instant),
    map: (document, position, options) => mapRow(receivedObject(document), position, options),
  };
}
