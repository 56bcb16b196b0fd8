import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { csvForm } from '../../src/exporters/csv-form.ts';
import { ownForm } from '../../src/exporters/own-form.ts';
import { csvMapper } from '../../src/importers/csv/mapper.ts';
import { readMapping } from '../../src/importers/csv/mapping.ts';
import { proposeMappingFor } from '../../src/importers/csv/propose.ts';
import { gateway } from '../../src/importers/gateway/mapper.ts';
import * as add from '../builders.ts';
import { carried, documents, exported } from '../exporters/exported.ts';
import { openGateway } from '../gateway.ts';
import { addWholeCustomer } from '../whole-customer.ts';
import { streamOf } from './read.ts';
import { importText } from './run/import-text.ts';

const { db, serving, url } = await openGateway();
const form = ownForm({ withShopRecords: true });
const whole = (accountId: string) => exported(url, accountId, form);

/** A parent, a child, a customer without records and one with nothing but a name. */
async function addFamily(accountId: string) {
  const { customer: parent, unit } = await addWholeCustomer(db, accountId);
  const { customer: child } = await addWholeCustomer(db, accountId, {
    ...{
      parentId: parent.id,
      creditLimitUnitId: unit.id,
      creditLimitValue: '-0.000000000000000000000000000001',
    },
    ...{ status: 'HOLD_ALL', mode: 'TEST', discontinuedAt: new Date('2026-01-02T03:04:05.678Z') },
  });
  const { customer: plain } = await addWholeCustomer(db, accountId, { shortId: null, name: '=1+1' });
  await db.objectSource.deleteMany({ where: { accountId, address: { customerId: plain.id } } });
  await db.customerSource.deleteMany({ where: { accountId, customerId: plain.id } });
  const other = await add.addAddress(db, accountId, plain.id);
  await add.addCustomer(db, accountId);
  return { parent, child, plain, other };
}

test('an export creates the same customers in an empty account', async () => {
  const [{ id: accountId }, { id: empty }] = [await add.addAccount(db), await add.addAccount(db)];
  const { other } = await addFamily(accountId);
  const text = await whole(accountId);
  const before = carried(await documents(url, accountId, form));

  const { rejects, warnings, report } = await importText(serving, empty, gateway, text);

  expect([rejects, warnings, report.unknownFields]).toEqual([[], [], []]);
  expect(report.of('customer')).toMatchObject({ created: 4, updated: 0 });
  const record = { system: 'OTHER', sourceId: `gateway:${other.id}` };
  const found = await documents(url, empty, form);
  for (const { addresses } of found)
    for (const each of addresses)
      if (each.name === other.name)
        each.sources = each.sources.filter((key: object) => !isDeepStrictEqual(key, record));
  expect(carried(found)).toEqual(before);

  const first = await whole(empty);
  const again = await importText(serving, empty, gateway, text);
  expect([again.rejects, again.report.of('customer').unchanged]).toEqual([[], 4]);
  expect(await whole(empty)).toBe(first);
});

test('an export changes nothing in its own account', async () => {
  const { id: accountId } = await add.addAccount(db);
  await addFamily(accountId);
  const before = await whole(accountId);
  const events = await db.customerEvent.count({ where: { accountId } });

  const { rejects, warnings, report } = await importText(serving, accountId, gateway, before);

  expect([rejects, warnings]).toEqual([[], []]);
  for (const [kind, counts] of report.kinds)
    expect([kind, counts]).toMatchObject([kind, { created: 0, updated: 0 }]);
  expect(await whole(accountId)).toBe(before);
  expect(await db.customerEvent.count({ where: { accountId } })).toBe(events);
});

test('an exported table changes nothing in its own account, by the mapping that is proposed', async () => {
  const { id: accountId } = await add.addAccount(db);
  await addFamily(accountId);
  const before = await whole(accountId);
  const table = await exported(url, accountId, csvForm({}));
  const mapping = readMapping(await proposeMappingFor(streamOf(table)));
  const left = [...mapping.columns].flatMap(([column, targets]) => (targets.length === 0 ? [column] : []));

  const { rejects, warnings, report } = await importText(serving, accountId, csvMapper(mapping), table);

  expect(left).toEqual([
    ...['id', 'relationshipType', 'discontinuedAt', 'shopper.hasPassword', 'totalOrdersCount'],
    ...['version', 'updatedAt'],
  ]);
  expect([rejects, warnings]).toEqual([[], []]);
  expect(report.of('customer')).toMatchObject({ unchanged: 4 });
  expect(await whole(accountId)).toBe(before);
});

test('an exported table creates its customers where the objects exist that it names', async () => {
  const [{ id: accountId }, { id: empty }] = [await add.addAccount(db), await add.addAccount(db)];
  const { child, plain } = await addFamily(accountId);
  const named = ownForm({
    fields: [
      'number',
      'creditLimit',
      'freightPreferences',
      'defaults',
      'type',
      'priceGroups',
      'customerGroup',
    ],
  });
  await importText(serving, empty, gateway, await exported(url, accountId, named));
  const table = await exported(url, accountId, csvForm({}));
  const mapper = csvMapper(readMapping(await proposeMappingFor(streamOf(table))));

  const { rejects, warnings } = await importText(serving, empty, mapper, table);

  expect([rejects, warnings]).toEqual([[], []]);
  const found = await db.customer.findFirst({
    where: { accountId: empty, number: child.number },
    include: { sources: true, addresses: true },
  });
  expect(found).toMatchObject({
    ...{ name: child.name, note: child.note, shopperEmail: child.shopperEmail, metadata: child.metadata },
    ...{ sources: [{ system: 'WAREHOUSE', sourceId: child.shortId }], addresses: [{}] },
  });
  expect(found?.parentId).not.toBeNull();
  expect(await db.customer.findFirst({ where: { accountId: empty, number: plain.number } })).toMatchObject({
    name: '=1+1',
  });
});

test('a part of an export sets only its fields', async () => {
  const { id: accountId } = await add.addAccount(db);
  const { customer } = await addWholeCustomer(db, accountId);
  const { number } = customer;
  const line = (values: object) => JSON.stringify({ number, ...values });

  const { rejects, warnings } = await importText(
    serving,
    accountId,
    gateway,
    [
      line({ note: 'New' }),
      line({ billToAddress: { id: 'adr_1', name: 'A', sources: [] } }),
      '{"name":"x"}',
    ].join('\n'),
  );

  expect(rejects).toMatchObject([{ errors: [{ code: 'REQUIRED', path: 'number' }] }]);
  expect(warnings).toEqual(['customer INVALID billToAddress']);
  const after = await db.customer.findFirst({ where: { accountId, number } });
  expect(after).toMatchObject({ name: customer.name, note: 'New', version: 2 });
  expect(after?.billToAddressId).not.toBeNull();
});

test('a dry run reports what an import would do', async () => {
  const [{ id: accountId }, { id: empty }] = [await add.addAccount(db), await add.addAccount(db)];
  await addFamily(accountId);

  const { rejects, warnings, report } = await importText(serving, empty, gateway, await whole(accountId), {
    isDry: true,
  });

  expect([rejects, warnings]).toEqual([[], []]);
  expect(report.of('customer')).toMatchObject({ created: 4 });
  expect(await db.customer.count({ where: { accountId: empty } })).toBe(0);
});

test('a record that is gone is not carried', async () => {
  const [{ id: accountId }, { id: empty }] = [await add.addAccount(db), await add.addAccount(db)];
  const { id: customerId } = await add.addCustomer(db, accountId);
  const common = { accountId, customerId, system: 'AUGNO', seenAt: new Date() } as const;
  await db.customerSource.create({ data: { ...common, sourceId: 'ac_1', goneAt: new Date() } });
  await db.customerSource.create({ data: { ...common, sourceId: 'ac_2', position: 1 } });

  await importText(serving, empty, gateway, await whole(accountId));

  expect(await db.customerSource.findMany({ where: { accountId: empty } })).toMatchObject([
    { sourceId: 'ac_2' },
  ]);
});

test.for([
  ['no number', 'columns: {name: name}'],
  ['an id of a system', 'columns: {number: number, id: sourceId}'],
  ['another address', 'columns: {number: number, city: address.locality}'],
])('a mapping file of an export with %s is an error', ([, columns = '']) => {
  expect(() => readMapping(`system: GATEWAY\n${columns}`)).toThrow(/^The mapping file is invalid: ./);
});
