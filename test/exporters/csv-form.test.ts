import { expect, test } from 'vitest';
import { csvColumns } from '../../src/exporters/csv-columns.ts';
import { csvForm } from '../../src/exporters/csv-form.ts';
import * as add from '../builders.ts';
import { openGateway } from '../gateway.ts';
import { addWholeCustomer } from '../whole-customer.ts';
import { exported } from './exported.ts';

const { db, url } = await openGateway();

/** The cells of a text whose cells have no line breaks. */
function cellsOf(text: string): readonly Record<string, string>[] {
  const [names = [], ...rows] = text
    .split('\r\n')
    .slice(0, -1)
    .map((line) =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
        .slice(0, csvColumns.length)
        .map(([, cell = '']) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)),
    );
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? ''])));
}

test('a customer with all fields has a value in every column', async () => {
  const { id: accountId } = await add.addAccount(db);
  const parent = await add.addCustomer(db, accountId);
  const whole = await addWholeCustomer(db, accountId, {
    name: 'Acme, "Inc."',
    parentId: parent.id,
    discontinuedAt: new Date('2026-01-02T03:04:05.678Z'),
    creditLimitValue: '-0.000000000000000000000000000001',
  });
  const { customer, unit, carrier, serviceLevel, priceGroup, tag, salesRep } = whole;
  await db.address.updateMany({
    where: { accountId },
    data: { phone: '+1 555 0100', email: 'a@example.com' },
  });
  const user = await db.user.findFirstOrThrow({ where: { accountId, id: salesRep.userId } });

  const [, row = {}] = cellsOf(await exported(url, accountId, csvForm({})));

  expect(Object.entries(row).filter(([, cell]) => cell === '')).toEqual([]);
  expect(row).toMatchObject({
    id: customer.id,
    name: 'Acme, "Inc."',
    active: 'false',
    discontinuedAt: '2026-01-02T03:04:05.678Z',
    'creditLimit.value': '-0.000000000000000000000000000001',
    'creditLimit.unit': unit.name,
    'freightPreferences.carrier': carrier.name,
    'freightPreferences.serviceLevel': serviceLevel.serviceLevelToken,
    'defaults.priority': 'HIGH',
    'defaults.salesRep': user.email,
    priceGroups: JSON.stringify([priceGroup.name]),
    tags: JSON.stringify([tag.name]),
    parentAccount: parent.number,
    metadata: JSON.stringify(customer.metadata),
    'shipToAddress.phone': "'+1 555 0100",
    'shipToAddress.country': 'US',
    version: '1',
  });
  expect(JSON.parse(row.sources ?? '')).toEqual([`INVENTORY_PRO:${customer.shortId}`]);
});

test('values that begin like formulas are neutralized in all text columns', async () => {
  const { id: accountId } = await add.addAccount(db);
  const risky = '=HYPERLINK("http://example.com")';
  const whole = await addWholeCustomer(db, accountId, {
    ...{ number: risky, name: risky, note: risky, shortId: risky, reference: risky, referenceOrigin: risky },
    ...{
      contactName: risky,
      contactPhone: risky,
      contactFax: risky,
      shopperReference: risky,
      billingAccount: risky,
    },
  });
  const named = { where: { accountId }, data: { name: risky } };
  await Promise.all([
    db.carrier.updateMany(named),
    db.unit.updateMany(named),
    db.paymentTerm.updateMany(named),
    db.shippingTerm.updateMany(named),
    db.customerGroup.updateMany(named),
    db.address.updateMany(named),
    db.accountGroup.update({ where: { id: whole.type.id }, data: { name: risky } }),
    db.serviceLevel.updateMany({ where: { accountId }, data: { serviceLevelToken: risky } }),
    db.geolocation.updateMany({ where: { accountId }, data: { locality: risky, streetLine1: risky } }),
  ]);

  const [row = {}] = cellsOf(await exported(url, accountId, csvForm({})));

  const changed = Object.entries(row).filter(
    ([name, cell]) => name !== 'sources' && cell.includes('HYPERLINK'),
  );
  expect(changed.length).toBe(24);
  for (const [, cell] of changed) expect(cell).toBe(`'${risky}`);
});

test('absent values are empty cells, and empty lists are []', async () => {
  const { id: accountId } = await add.addAccount(db);
  await add.addCustomer(db, accountId);

  const [row = {}] = cellsOf(await exported(url, accountId, csvForm({})));

  expect(row).toMatchObject({
    note: '',
    'creditLimit.value': '',
    'shopper.hasPassword': '',
    tags: '[]',
    metadata: '{}',
  });
});

test('the columns are chosen, and a byte order mark begins the text', async () => {
  const { id: accountId } = await add.addAccount(db);
  const { number } = await add.addCustomer(db, accountId, { note: 'two\nlines' });
  const columns = csvColumns.filter(({ name }) => name === 'number' || name === 'note');

  expect(await exported(url, accountId, csvForm({ columns, hasMark: true }))).toBe(
    `\ufeffnumber,note\r\n${number},"two\nlines"\r\n`,
  );
  const { id: empty } = await add.addAccount(db);
  expect(await exported(url, empty, csvForm({ columns }))).toBe('number,note\r\n');
});
