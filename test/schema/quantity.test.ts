import { expect, test } from 'vitest';
import { newId } from '../../src/db/model/id.ts';
import { demoAccountId, secondDemoAccountId } from '../../src/demo/seed.ts';
import { addAccount, addCustomer, addUnit } from '../builders.ts';
import { openGateway } from '../gateway.ts';

const { db, as } = await openGateway({ demo: true });

const exact = '12345678901234567890.12345678901234567890123456789';
const shown = '$12,345,678,901,234,567,890.12';

/** A unit by its abbreviation: the system's, or the demo account's own. */
async function unitNamed(abbreviation: string, accountId: string | null = null): Promise<string> {
  return (await db.unit.findFirstOrThrow({ where: { abbreviation, accountId } })).id;
}

async function addLimited(value: string, abbreviation: string) {
  const account = await addAccount(db);
  const creditLimitUnitId = await unitNamed(abbreviation);
  const customer = await addCustomer(db, account.id, { creditLimitValue: value, creditLimitUnitId });
  return { ...as(account.id), account, customer };
}

const convert = `query ($id: ID!, $to: ID!) { customer(by: { id: $id }) { creditLimit {
  value convert(to: $to) { value displayValue exact unit { id } }
} } }`;

test('a value is exact to its last digit on every path', async () => {
  const usd = await unitNamed('USD');
  const { account, customer, execute } = await addLimited(exact, 'USD');
  const child = await addCustomer(db, account.id, {
    parentId: customer.id,
    creditLimitValue: '-0.000000000000000000000000000001',
    creditLimitUnitId: usd,
  });
  const id = `qty_credit_limit_${customer.id}`;

  const { data } = await execute(
    `query ($id: ID!, $quantity: ID!) {
      direct: customer(by: { id: $id }) { creditLimit { ...all } parentAccount { creditLimit { ...all } } }
      node(id: $quantity) { ...all }
      customers(orderBy: [{ field: CREDIT_LIMIT }]) { nodes { creditLimit { value } childAccounts { nodes { creditLimit { value } } } } }
    }
    fragment all on Quantity { id value displayValue unit { id abbreviation } }`,
    { id: child.id, quantity: id },
  );

  const limit = { id, value: exact, displayValue: shown, unit: { id: usd, abbreviation: 'USD' } };
  const least = { creditLimit: { value: '-0.000000000000000000000000000001' } };
  expect(data).toEqual({
    direct: {
      creditLimit: {
        id: `qty_credit_limit_${child.id}`,
        value: '-0.000000000000000000000000000001',
        displayValue: '$0.00',
        unit: limit.unit,
      },
      parentAccount: { creditLimit: limit },
    },
    node: limit,
    customers: {
      nodes: [
        { ...least, childAccounts: { nodes: [] } },
        { creditLimit: { value: exact }, childAccounts: { nodes: [least] } },
      ],
    },
  });
});

test.each([
  ['125000.3', 'USD', '$125,000.30', 'CURRENCY'],
  [
    '99999999999999999999999999999999999.999999999999999999999999999999',
    'JPY',
    '¥100,000,000,000,000,000,000,000,000,000,000,000',
    'CURRENCY',
  ],
  ['-40', '°F', '-40 °F', 'TEMPERATURE'],
])('a limit of %s %s is returned unchanged', async (value, abbreviation, displayValue, type) => {
  const { customer, execute } = await addLimited(value, abbreviation);

  const { data } = await execute(
    'query ($id: ID!) { customer(by: { id: $id }) { creditLimit { value displayValue unit { abbreviation type } } } }',
    { id: customer.id },
  );

  expect(data.customer.creditLimit).toEqual({ value, displayValue, unit: { abbreviation, type } });
});

test.each([
  ['100', '°C', '°F', '212', '212 °F', true],
  ['-40', '°C', '°F', '-40', '-40 °F', true],
  ['0', 'K', '°C', '-273.15', '-273.15 °C', true],
  ['1', 'lb', 'kg', '0.45359237', '0.45359237 kg', true],
  ['1', 'ft', 'in', '12', '12 in', true],
  ['10', 'gr', 'dz', '120', '120 dz', true],
  ['1', 'm', 'ft', '3.280839895013123359580052493438', '3.280839895013123359580052493438 ft', false],
  [exact, 'USD', 'USD', exact, shown, true],
])('%s %s are %s', async (value, from, to, converted, displayValue, isExact) => {
  const { customer, execute } = await addLimited(value, from);
  const unit = await unitNamed(to);

  const { data } = await execute(convert, { id: customer.id, to: unit });

  expect(data.customer.creditLimit).toEqual({
    value,
    convert: { value: converted, displayValue, exact: isExact, unit: { id: unit } },
  });
});

test('currencies do not convert into each other; an account’s points convert to US dollars', async () => {
  const { account, customer, execute } = await addLimited('1', 'EUR');
  const rated = { type: 'CURRENCY', ratioNumerator: '0.01', ratioDenominator: '1' } as const;
  const points = await addUnit(db, account.id, { ...rated, abbreviation: 'PTS' });
  const loyal = await addCustomer(db, account.id, { creditLimitValue: '500', creditLimitUnitId: points.id });
  const to = await unitNamed('USD');

  const { data, errors } = await execute(convert, { id: customer.id, to });

  expect(data.customer).toEqual({ creditLimit: null });
  expect(errors).toMatchObject([
    {
      message:
        'EUR cannot be converted to USD: EUR has no exchange rate. Show amounts of different currencies separately.',
      path: ['customer', 'creditLimit', 'convert'],
      extensions: { code: 'UNIT_NOT_CONVERTIBLE' },
    },
  ]);
  const converted = await execute(convert, { id: loyal.id, to });
  expect(converted.data.customer.creditLimit.convert).toMatchObject({ displayValue: '$5.00', exact: true });
});

test('an account’s own unit converts, and the target unit belongs to the account', async () => {
  const { account, customer, execute } = await addLimited('1', 'kg');
  const stone = await addUnit(db, account.id, {
    abbreviation: 'st',
    ratioNumerator: '6.35029318',
    ratioDenominator: '1',
  });

  const { data } = await execute(
    `query ($id: ID!, $to: ID!) { customer(by: { id: $id }) { creditLimit { convert(to: $to) {
      displayValue unit { name owner { type account { id } } }
    } } } }`,
    { id: customer.id, to: stone.id },
  );

  expect(data.customer.creditLimit.convert).toEqual({
    displayValue: '0.157473044417769700516409858104 st',
    unit: { name: stone.name, owner: { type: 'ACCOUNT', account: { id: account.id } } },
  });
});

test('a conversion to an invalid unit is rejected with the reason', async () => {
  const { customer, execute } = await addLimited('1', 'kg');
  const notFound = '`to` is the id of a unit that does not exist; `units` lists all units.';
  const wrongs = [
    [
      await unitNamed('USD'),
      'UNIT_DIMENSION_MISMATCH',
      'kg (MASS) cannot be converted to USD (CURRENCY). Give a unit of dimension MASS: `units(type: MASS)` lists them.',
    ],
    [newId('Unit'), 'NOT_FOUND', notFound],
    [await unitNamed('st', demoAccountId), 'NOT_FOUND', notFound],
    [await unitNamed('st', secondDemoAccountId), 'NOT_FOUND', notFound],
    [
      'kg',
      'ID_INVALID',
      '`to` is "kg", which is not an id; the id of a Unit begins with "unt_", and `units` lists all units.',
    ],
    [
      'cus_0',
      'ID_INVALID',
      '`to` is "cus_0", the id of a Customer; the id of a Unit begins with "unt_", and `units` lists all units.',
    ],
  ] as const;

  for (const [to, code, message] of wrongs) {
    const { data, errors } = await execute(convert, { id: customer.id, to });

    expect(data.customer).toEqual({ creditLimit: null });
    expect(errors).toMatchObject([
      { message, path: ['customer', 'creditLimit', 'convert'], extensions: { code } },
    ]);
  }
});

test('a quantity’s id finds it only on its owner, and with its own type', async () => {
  const { account, customer, execute } = await addLimited('5', 'USD');
  const bare = await addCustomer(db, account.id);
  const ids = [
    `qty_credit_limit_${customer.id}`,
    `qty_credit_limit_${bare.id}`,
    `qty_flat_rate_${customer.id}`,
    `qty_minimum_order_${newId('ShippingTerm')}`,
    `qty_other_${customer.id}`,
    `qty_${customer.id}`,
  ];

  const { data, errors } = await execute('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });

  expect(errors).toBeUndefined();
  expect(data.nodes).toEqual([{ id: ids[0] }, null, null, null, null, null]);
});
