import { expect, inject, test } from 'vitest';
import { createDb } from '../../../src/db/client.ts';
import { csvMapper } from '../../../src/importers/csv/mapper.ts';
import { readMapping } from '../../../src/importers/csv/mapping.ts';
import { targetNames } from '../../../src/importers/csv/targets.ts';
import * as add from '../../builders.ts';
import { openTestDatabase } from '../../database.ts';
import { importText } from './import-text.ts';

const { pool, serving } = await openTestDatabase(inject('template'));
/** Sees all accounts. */
const db = createDb(pool);

const lineOf = (cells: readonly string[]): string =>
  cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join();

/** A mapper and the text of a table, whose columns have the names of the fields. */
function tableOf(...rows: readonly Readonly<Record<string, string>>[]) {
  const columns = [...new Set(rows.flatMap(Object.keys))];
  const mapping = {
    system: 'OTHER',
    name: 'crm',
    columns: Object.fromEntries(columns.map((each) => [each, each])),
  };
  const lines = [columns, ...rows.map((row) => columns.map((each) => row[each] ?? ''))].map(lineOf);
  return [csvMapper(readMapping(JSON.stringify(mapping))), lines.join('\n')] as const;
}

/** Cells of all fields that a customer can have at the same time. */
async function cellsIn(accountId: string) {
  const [carrier, unit, paymentTerm, shippingTerm, type, gold, silver, seat] = await Promise.all([
    add.addCarrier(db, accountId),
    add.addUnit(db, accountId),
    add.addPaymentTerm(db, accountId),
    add.addShippingTerm(db, accountId),
    add.addGroup(db, accountId, 'TYPE_GROUP'),
    add.addGroup(db, accountId, 'PRICING_GROUP'),
    add.addGroup(db, accountId, 'PRICING_GROUP'),
    add.addAccountUser(db, accountId),
    add.havePriority(db),
  ]);
  const level = await add.addServiceLevel(db, accountId, carrier.id);
  const user = await db.user.findFirstOrThrow({ where: { accountId, id: seat.userId } });
  const group = await db.customerGroup.create({
    data: { accountId, id: `cgr_${add.word()}`, name: `Shop ${add.word()}` },
  });
  const place = (prefix: string, city: string) => ({
    ...{
      [`${prefix}.name`]: `Dock ${city}`,
      [`${prefix}.phone`]: '1',
      [`${prefix}.email`]: 'dock@example.com',
    },
    ...{
      [`${prefix}.type`]: 'drop_ship',
      [`${prefix}.streetLine1`]: 'Main 1',
      [`${prefix}.streetLine2`]: 'B',
    },
    ...{ [`${prefix}.locality`]: city, [`${prefix}.state`]: 'BE', [`${prefix}.postalCode`]: '10117' },
    [`${prefix}.country`]: 'DE',
  });
  return {
    ...{ sourceId: '1', number: 'N-1', shortId: 'ONE', name: 'One', sources: 'AUGNO:ac_1' },
    ...{ createdAt: '2024-01-02', modifiedAt: '2024-01-03', active: 'false', mode: 'test' },
    ...{ status: 'hold_all', ediStatus: 'enabled', commissionPolicy: 'commission_applied', note: 'Note' },
    ...{ 'creditLimit.value': '100.5', 'creditLimit.unit.abbreviation': unit.abbreviation },
    ...{ 'contactInfo.name': 'Ada', 'contactInfo.email': 'ada@example.com', 'contactInfo.phone': '2' },
    ...{ 'contactInfo.fax': '3', 'contactInfo.url': 'https://example.com' },
    ...{ 'freightPreferences.status': 'free_freight', 'freightPreferences.carrier': carrier.name },
    'freightPreferences.serviceLevel': level.serviceLevelToken,
    ...{ 'freightPreferences.billingType': 'third_party', 'freightPreferences.billingAccount': 'X1' },
    ...{ 'defaults.paymentTerm': paymentTerm.name, 'defaults.shippingTerm': shippingTerm.name },
    ...{ 'defaults.priority': 'high', 'defaults.salesRep.username': user.username ?? '' },
    ...{ 'notificationPreferences.acceptsInvoiceEmails': 'yes', type: type.name },
    ...{ priceGroups: `${gold.name},${silver.name}`, 'parent.source.sourceId': '2' },
    ...{ 'shopper.email': 'shop@example.com', 'shopper.status': 'repeat', 'shopper.shopperReference': 'S1' },
    ...{
      'shopper.totalOrdersCount': '3',
      customerGroup: group.name,
      reference: 'R1',
      referenceOrigin: 'crm',
    },
    ...{ tags: 'gold,vip', 'metadata.tier': 'gold', 'metadata.region.code': 'EU' },
    ...{ ...place('billToAddress', 'Bonn'), ...place('shipToAddress', 'Ulm'), ...place('address', 'Jena') },
  };
}

/** Fields that are another key of one that the cells have. */
const otherKeys = [
  ...['creditLimit.unit', 'creditLimit.unit.source.sourceId', 'freightPreferences.carrier.source.sourceId'],
  ...['freightPreferences.serviceLevel.source.sourceId', 'defaults.paymentTerm.source.sourceId'],
  ...['defaults.shippingTerm.source.sourceId', 'defaults.salesRep', 'defaults.salesRep.source.sourceId'],
  ...['type.source.sourceId', 'priceGroups.source.sourceId', 'parent.number', 'parent.shortId'],
  ...['customerGroup.source.sourceId', 'metadata', 'metadata.KEY'],
  ...['billToAddress', 'shipToAddress', 'address'].map((each) => `${each}.source.sourceId`),
];

test('a table sets all fields of customers, and again changes nothing', async () => {
  const { id: accountId } = await add.addAccount(db);
  const cells = await cellsIn(accountId);
  expect(
    [...Object.keys(cells), ...otherKeys, 'metadata.KEY'].filter((each) => !targetNames.includes(each)),
  ).toEqual(['metadata.tier', 'metadata.region.code']);
  expect(targetNames.filter((each) => !(each in cells) && !otherKeys.includes(each))).toEqual([]);
  const table = tableOf(cells, { sourceId: '2', name: 'Two', number: 'N-2' });

  const { report, rejects, warnings } = await importText(serving, accountId, ...table);

  expect([rejects, warnings]).toEqual([[], []]);
  expect(report.of('customer')).toMatchObject({ created: 2, warned: 0 });
  const found = await db.customer.findFirstOrThrow({
    where: { accountId, number: 'N-1' },
    include: { addresses: true },
  });
  const empty = Object.entries(found).flatMap(([name, value]) => (value === null ? [name] : []));
  expect(empty).toEqual(['pins']);
  expect(found).toMatchObject({
    ...{ name: 'One', shortId: 'ONE', status: 'HOLD_ALL', mode: 'TEST', billingType: 'THIRD_PARTY' },
    ...{ metadata: { tier: 'gold', region: { code: 'EU' } }, createdAt: new Date('2024-01-02') },
  });
  expect(found.addresses.map(({ name }) => name).sort()).toEqual(['Dock Bonn', 'Dock Jena', 'Dock Ulm']);

  const again = await importText(serving, accountId, ...table);
  expect(again.report.of('customer')).toMatchObject({ unchanged: 2, updated: 0 });
  expect(await db.customer.findFirst({ where: { accountId, number: 'N-1' } })).toMatchObject({
    version: found.version,
  });
});

test('a parent is found by the number of a later row', async () => {
  const { id: accountId } = await add.addAccount(db);
  const table = tableOf(
    { sourceId: '1', name: 'Child', 'parent.number': 'P-1', number: 'C-1' },
    { sourceId: '2', name: 'Parent', number: 'P-1' },
    { sourceId: '3', name: 'Orphan', 'parent.number': 'P-9', number: 'C-2' },
  );
  const warned = ['customer NOT_FOUND parent'];

  const dry = await importText(serving, accountId, ...table, { isDry: true });
  expect(dry.warnings).toEqual(warned);
  const { warnings } = await importText(serving, accountId, ...table);

  expect(warnings).toEqual(warned);
  const parent = await db.customer.findFirst({ where: { accountId, number: 'P-1' } });
  expect(await db.customer.findFirst({ where: { accountId, number: 'C-1' } })).toMatchObject({
    parentId: parent?.id,
  });
});

test('a unit and a sales rep that do not exist are warnings', async () => {
  const { id: accountId } = await add.addAccount(db);
  const other = await add.addUnit(db, (await add.addAccount(db)).id);
  const table = tableOf({
    ...{ sourceId: '1', name: 'One', 'creditLimit.value': '5', 'defaults.priority': 'low' },
    ...{ 'creditLimit.unit.abbreviation': other.abbreviation, 'defaults.salesRep.username': 'nobody' },
  });

  const { warnings, rejects } = await importText(serving, accountId, ...table);

  expect(rejects).toEqual([]);
  expect([...warnings].sort()).toEqual([
    'customer NOT_FOUND creditLimit',
    'customer NOT_FOUND defaults.salesRep',
  ]);
  expect(await db.customer.findFirst({ where: { accountId } })).toMatchObject({ name: 'One' });
});
