import { readdir } from 'node:fs/promises';
import { getNamedType, isLeafType } from 'graphql';
import { expect, test } from 'vitest';
import { fieldAt, isKnown, isOnPage } from '../../scripts/field-map/coverage.mjs';
import { fieldMap, sourceFields, sources } from '../../scripts/field-map/field-map.mjs';
import { writtenFields } from '../../scripts/field-map/written-fields.mjs';
import { fieldMap as importerMap } from '../../src/importers/field-map.ts';
import type { FieldTable } from '../../src/importers/mapping/field.ts';
import type { RecordKind } from '../../src/importers/record.ts';
import { schema } from '../../src/schema/index.ts';
import { fieldNamed } from '../selection.ts';

const folders: Readonly<Record<string, string>> = {
  Augno: 'augno',
  InventoryPro: 'inventory-pro',
  'Commerce Layer': 'commerce-layer',
};

/** The mutation with the input of each kind of record. */
const mutations: Readonly<Record<RecordKind, string>> = {
  accountGroup: 'accountGroupsUpsert',
  accountUser: 'accountUserUpsert',
  address: 'customerAddressesUpsert',
  attachment: 'attachmentsUpsert',
  carrier: 'carriersUpsert',
  customer: 'customersUpsert',
  customerGroup: 'customerGroupsUpsert',
  customerSubscription: 'customerSubscriptionsUpsert',
  department: 'departmentUpsert',
  order: 'ordersUpsert',
  orderSubscription: 'orderSubscriptionsUpsert',
  paymentSource: 'paymentSourcesUpsert',
  paymentTerm: 'paymentTermsUpsert',
  return: 'returnsUpsert',
  role: 'roleUpsert',
  serviceLevel: 'serviceLevelsUpsert',
  shippingTerm: 'shippingTermsUpsert',
  skuList: 'skuListsUpsert',
  unit: 'unitsUpsert',
};

const written = writtenFields(schema);
const map = fieldMap(schema);

interface Imported {
  /** The path in the source object. */
  readonly from: string;
  /** The GraphQL field. */
  readonly coordinate: string;
}

/** The mutation and the input of a path: an address is a record, or in the `address` of a customer. */
function inputOf(kind: RecordKind, path: string): string {
  if (kind === 'address') return `${mutations.address} address.${path}`;
  return `${path.startsWith('address.') ? mutations.address : mutations[kind]} ${path}`;
}

const recordFields: Readonly<Record<string, string>> = {
  'record.sourceId': 'sourceId',
  'record.modifiedAt': 'modifiedAt',
};

/** The fields that a table of an importer fills, as far as the mutation of the kind has an input for them. */
function importedBy(kind: RecordKind, { fields }: FieldTable): readonly Imported[] {
  return fields.flatMap((each) => {
    if (!('to' in each)) return [];
    const ofRecord = recordFields[each.to];
    if (ofRecord !== undefined) return [{ from: each.from, coordinate: `SourceRecord.${ofRecord}` }];
    return written
      .filter(({ mutation, input }) => `${mutation} ${input.join('.')}` === inputOf(kind, each.to))
      .map(({ type, field }) => ({ from: each.from, coordinate: `${type}.${field}` }));
  });
}

async function importedFrom(system: string): Promise<readonly Imported[]> {
  const folder = `../../src/importers/${folders[system]}`;
  const files = await readdir(new URL(folder, import.meta.url)).catch((): string[] => []);
  if (!files.includes('fields.ts')) return [];
  const tables: Readonly<Record<string, FieldTable>> = await import(`${folder}/fields.ts`);
  return Object.entries(tables).flatMap(([name, table]) =>
    importedBy(name.replace(/Fields$/, '') as RecordKind, table),
  );
}

/** The names of the source fields of a GraphQL field, without their objects. */
function namesIn(system: string, coordinate: string): readonly string[] {
  const at = Object.keys(sources).indexOf(system);
  const entry = map.find(({ type, field }) => coordinate === `${type}.${field}`);
  return (entry?.sources[at] ?? []).map((name) => name.slice(name.indexOf('.') + 1));
}

test.for(Object.keys(sources))('the map has the fields that the importer of %s fills', async (system) => {
  const missing = (await importedFrom(system)).filter(({ from, coordinate }) => {
    const names = namesIn(system, coordinate);
    return !names.includes(from) && !from.split('.').some((name) => names.includes(name));
  });

  expect(missing).toEqual([]);
});

const isLeaf = (coordinate: string): boolean => {
  const [type = '', field = ''] = coordinate.split('.');
  return isLeafType(getNamedType(fieldNamed(type, field).type));
};

const writable = new Set(
  map.filter(({ inputs }) => inputs.length > 0).map(({ type, field }) => `${type}.${field}`),
);

/** Fields that an importer reads in code, or under another path of its tables. */
const computed: Readonly<Record<string, readonly string[]>> = {
  'Commerce Layer': ['payment_method.payment_source_type', 'order.total_amount_with_taxes_cents', 'tag.name'],
};

test.for(Object.entries(sources))(
  'the importer of %s fills the fields of the map',
  async ([system, objects]) => {
    const imported = await importedFrom(system);
    const missing = sourceFields(objects).filter(({ field, targets }) => {
      const values = targets.filter((target) => writable.has(target) && isLeaf(target));
      return (
        values.length > 0 &&
        !imported.some(
          ({ from, coordinate }) => values.includes(coordinate) && `.${from}.`.includes(`.${field}.`),
        )
      );
    });

    expect(missing.map(({ object, field }) => `${object}.${field}`)).toEqual(computed[system] ?? []);
  },
);

const codes: Readonly<Record<string, string>> = {
  Augno: 'AUGNO',
  InventoryPro: 'INVENTORY_PRO',
  'Commerce Layer': 'COMMERCE_LAYER',
};
const pathsOf = (system: string) => importerMap.filter((each) => each.system === codes[system]);

test.for(Object.keys(sources))('the map has each field that the importer of %s knows', (system) => {
  const missing = pathsOf(system).filter((path) => !isOnPage(system, fieldAt(system, path)));

  expect(missing).toEqual([]);
});

test.for(Object.entries(sources))('the importer of %s knows each field of the map', ([system, objects]) => {
  const paths = pathsOf(system);
  const unknown = sourceFields(objects).filter(
    (each) => !each.field.endsWith('*') && !isKnown(paths, system, each),
  );

  expect(unknown.map(({ object, field }) => `${object}.${field}`)).toEqual([]);
});
