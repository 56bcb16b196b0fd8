import { expect, test } from 'vitest';
import { csvMapper } from '../../src/importers/csv/mapper.ts';
import { readMapping } from '../../src/importers/csv/mapping.ts';
import { proposeMapping } from '../../src/importers/csv/propose.ts';
import { csvTargets, targetNames } from '../../src/importers/csv/targets.ts';
import { readText } from './read.ts';

interface Given {
  readonly system?: string;
  readonly more?: object;
  /** The cell of each field. */
  readonly cells: Readonly<Record<string, string>>;
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** The records of a row with a column for each field. */
async function rowOf({ system = 'OTHER', more = {}, cells }: Given) {
  const columns = {
    sourceId: 'sourceId',
    ...Object.fromEntries(Object.keys(cells).map((each) => [each, each])),
  };
  const mapper = csvMapper(readMapping(JSON.stringify({ system, name: 'crm', ...more, columns })));
  const values = { sourceId: '7', ...cells };
  const text = [Object.keys(values).join(), Object.values(values).map(quoted).join()].join('\n');
  const records = await readText(mapper, text);
  return records.map((each) => {
    if (each.kind === 'rejection') throw new Error(JSON.stringify(each));
    return each;
  });
}

async function itemOf(given: Given) {
  const [record] = await rowOf(given);
  const { by: _, ...item } = (record?.item ?? {}) as Readonly<Record<string, unknown>>;
  return { item, warnings: record?.warnings.map(({ code, path }) => `${code} ${path}`) };
}

const source = { system: 'OTHER', sourceId: 'crm:9' };

test.for<readonly [string, string, object]>([
  ['createdAt', '2024-07-01', { createdAt: '2024-07-01T00:00:00.000Z' }],
  ['active', 'no', { active: false }],
  ['status', 'hold_all', { status: 'HOLD_ALL' }],
  [
    'sources',
    '["AUGNO:ac_1","OTHER:erp:2"]',
    {
      addSources: [
        { system: 'AUGNO', sourceId: 'ac_1' },
        { system: 'OTHER', sourceId: 'erp:2' },
      ],
    },
  ],
  ['freightPreferences.carrier', 'UPS', { freightPreferences: { carrier: { name: 'UPS' } } }],
  ['freightPreferences.carrier.source.sourceId', '9', { freightPreferences: { carrier: { source } } }],
  [
    'freightPreferences.serviceLevel',
    'ups_ground',
    { freightPreferences: { serviceLevel: { token: 'ups_ground' } } },
  ],
  [
    'freightPreferences.serviceLevel.source.sourceId',
    '9',
    { freightPreferences: { serviceLevel: { source } } },
  ],
  ['freightPreferences.billingType', 'third_party', { freightPreferences: { billingType: 'THIRD_PARTY' } }],
  ['freightPreferences.billingAccount', 'X1', { freightPreferences: { billingAccount: 'X1' } }],
  ['defaults.paymentTerm', 'Net 30', { defaults: { paymentTerm: { name: 'Net 30' } } }],
  ['defaults.shippingTerm', 'Flat', { defaults: { shippingTerm: { name: 'Flat' } } }],
  ['defaults.priority', 'high', { defaults: { priority: 'HIGH' } }],
  ['defaults.salesRep', 'ada@example.com', { defaults: { salesRep: { email: 'ada@example.com' } } }],
  ['defaults.salesRep.username', 'ada', { defaults: { salesRep: { username: 'ada' } } }],
  ['defaults.salesRep.source.sourceId', '9', { defaults: { salesRep: { source } } }],
  ['type', 'Dealer', { type: { name: 'Dealer' } }],
  ['type.source.sourceId', '9', { type: { source } }],
  ['priceGroups', 'Gold, ,Silver', { priceGroups: [{ name: 'Gold' }, { name: 'Silver' }] }],
  ['priceGroups.source.sourceId', '9', { priceGroups: [{ source }] }],
  ['parent.number', 'C-1', { parent: { number: 'C-1' } }],
  ['parent.shortId', 'ACME', { parent: { shortId: 'ACME' } }],
  ['parent.source.sourceId', '9', { parent: { source } }],
  ['shopper.totalOrdersCount', '4', { shopper: { totalOrdersCount: 4 } }],
  ['customerGroup', 'VIP', { customerGroup: { name: 'VIP' } }],
  ['tags', '["a,b","c"]', { tags: ['a,b', 'c'] }],
  ['metadata', '{"tier":{"level":2}}', { metadata: { tier: { level: 2 } } }],
  ['metadata.tier', 'gold', { metadata: { tier: 'gold' } }],
  ['metadata.constructor', 'x', { metadata: { constructor: 'x' } }],
])('%s is a field', async ([target, cell, expected]) => {
  expect(await itemOf({ cells: { [target]: cell } })).toEqual({ item: expected, warnings: [] });
  const empty = await itemOf({ cells: { [target]: ' ' } });
  expect(empty.warnings).toEqual([]);
});

test.for([
  ['freightPreferences.billingType', 'receiver'],
  ['defaults.salesRep', 'Ada'],
  ['metadata', '[1]'],
  ['metadata', 'gold'],
  ['sources', 'SAP:1'],
  ['sources', 'AUGNO:'],
  ['creditLimit.value', '12'],
])('a cell of %s that is not a value is left out: %s', async ([target = '', cell = '']) => {
  const { item, warnings } = await itemOf({ cells: { [target]: cell } });
  expect(warnings).toEqual([`INVALID ${target === 'creditLimit.value' ? 'creditLimit' : target}`]);
  expect(Object.values(item).filter((each) => JSON.stringify(each) !== '[]')).toEqual([]);
});

test('lists have the separator of the mapping file', async () => {
  const cells = { tags: 'a,b | c', priceGroups: 'Gold|Silver' };
  expect((await itemOf({ more: { separator: '|' }, cells })).item).toEqual({
    ...{ tags: ['a,b', 'c'], priceGroups: [{ name: 'Gold' }, { name: 'Silver' }] },
  });
});

test('a value of the mapping file is in all rows', async () => {
  const more = { values: { 'creditLimit.unit.abbreviation': 'USD', status: 'PREFERRED' } };
  const [record] = await rowOf({ more, cells: { 'creditLimit.value': '12.50' } });
  expect(record).toMatchObject({
    item: { status: 'PREFERRED', creditLimit: { value: '12.5', unit: { abbreviation: 'USD' } } },
    ...{ warnings: [], unknownPaths: [], raw: { sourceId: '7', 'creditLimit.value': '12.50' } },
  });
});

test('a row has a billing, a shipping and another address', async () => {
  const places = ['billToAddress', 'shipToAddress', 'address'];
  const addresses = (names: readonly string[]) =>
    Object.fromEntries(names.map((name, at) => [`${places[at]}.locality`, name]));
  const ids = async (given: Readonly<Record<string, string>>, system = 'OTHER') => {
    const [first, second] = await rowOf({ system, cells: given });
    const { billToAddress, shipToAddress } = Object(first?.item);
    return [billToAddress, shipToAddress, Object(second?.item).address].map((each) => each?.source.sourceId);
  };

  expect(await ids(addresses(['Bonn', 'Ulm', 'Jena']))).toEqual(['crm:7:billTo', 'crm:7:shipTo', 'crm:7']);
  expect(await ids(addresses(['Bonn', 'Bonn', '']))).toEqual(['crm:7:billTo', 'crm:7:billTo', undefined]);
  expect(await ids({ 'shipToAddress.source.sourceId': '9', 'shipToAddress.locality': 'Ulm' })).toEqual([
    ...[undefined, 'crm:9', undefined],
  ]);
  expect(await ids({ 'address.locality': 'Ulm' }, 'INVENTORY_PRO')).toEqual([undefined, undefined, '7']);
});

test.for([
  ['contact.email', '`contactInfo.email`'],
  ['paymentTerms', '`defaults.paymentTerm`'],
  ['billToAddress.city', '`billToAddress.'],
  ['Name', '`name`'],
  ['metadata.', '`metadata'],
  ['metadata.__proto__', '`metadata'],
])('the error of the unknown field %s names near ones', ([name = '', near = '']) => {
  const text = JSON.stringify({ system: 'AUGNO', columns: { a: 'sourceId', b: name } });
  expect(() => readMapping(text)).toThrow(`\`${name}\` is not a field; did you mean`);
  expect(() => readMapping(text)).toThrow(near);
});

test('the error of a field without near ones lists all', () => {
  const text = JSON.stringify({ system: 'AUGNO', columns: { a: 'sourceId', b: 'xyzzy' } });
  expect(() => readMapping(text)).toThrow(`the fields are ${targetNames.join(', ')}`);
});

test.for([
  ['type', 'type.source.sourceId'],
  ['defaults.salesRep.username', 'defaults.salesRep.source.sourceId'],
  ['parent.number', 'parent.shortId'],
  ['metadata', 'metadata.tier'],
  ['metadata.tier.level', 'metadata.tier'],
])('two columns cannot have the fields %s and %s', ([one = '', other = '']) => {
  const columns = { a: 'sourceId', b: one, c: other };
  expect(() => readMapping(JSON.stringify({ system: 'AUGNO', columns }))).toThrow(
    `\`${one}\` and \`${other}\` are values of one field; choose one of them.`,
  );
  const values = { [other]: 'x' };
  expect(() =>
    readMapping(JSON.stringify({ system: 'AUGNO', values, columns: { a: 'sourceId', b: one } })),
  ).toThrow('choose one');
});

test('every field is proposed for a column of its name', () => {
  for (const target of Object.keys(csvTargets).filter((each) => each !== 'sourceId')) {
    const { columns } = readMapping(proposeMapping(['sourceId', target], []));
    expect(columns.get(target), target).toEqual([target]);
  }
});

test('usual names of columns are recognized, if the samples are values of the field', () => {
  const proposed = (columns: Readonly<Record<string, string>>) => {
    const text = proposeMapping(['id', ...Object.keys(columns)], [['1', ...Object.values(columns)]]);
    return Object.fromEntries(
      [...readMapping(text).columns].flatMap(([name, [to]]) => (to ? [[name, to]] : [])),
    );
  };
  expect(
    proposed({
      ...{ 'Billing Street': 'Main 1', 'Ship-To City': 'Ulm', Phone: '1', 'Shipping Phone': '2' },
      ...{ Status: 'customer since 2020', 'Credit Limit': '100', Currency: 'USD', 'Sales Rep': 'ada' },
      ...{ 'Parent ID': '3', 'Price Groups': 'Gold', Carrier: 'UPS', 'Payment Terms': 'Net 30' },
    }),
  ).toEqual({
    ...{ id: 'sourceId', 'Billing Street': 'billToAddress.streetLine1', Phone: 'contactInfo.phone' },
    ...{ 'Ship-To City': 'shipToAddress.locality', 'Shipping Phone': 'shipToAddress.phone' },
    ...{ 'Credit Limit': 'creditLimit.value', Currency: 'creditLimit.unit.abbreviation' },
    ...{ 'Sales Rep': 'defaults.salesRep.username', 'Parent ID': 'parent.source.sourceId' },
    ...{ 'Price Groups': 'priceGroups', Carrier: 'freightPreferences.carrier' },
    'Payment Terms': 'defaults.paymentTerm',
  });
  expect(proposed({ 'Sales Rep': 'ada@example.com' })).toMatchObject({ 'Sales Rep': 'defaults.salesRep' });
});
