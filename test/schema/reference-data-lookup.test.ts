import { expect, test } from 'vitest';
import type { Row } from '../../src/db/model/table.ts';
import * as add from '../builders.ts';
import { openGateway } from '../gateway.ts';
import { addWholeCustomer } from '../whole-customer.ts';

const { db, as } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const us = as(accountId);
const them = as((await add.addAccount(db)).id);
const own = await addWholeCustomer(db, accountId);
const records = await db.objectSource.findMany({ where: { accountId } });

const kinds = [
  ['accountGroup', own.type],
  ['carrier', own.carrier],
  ['paymentTerm', own.paymentTerm],
  ['shippingTerm', own.shippingTerm],
  ['unit', own.unit],
] as const;

const read = (field: string) =>
  `query ($by: ReferenceDataIdentifier!) { ${field}(by: $by) { id name sources { system sourceId } } }`;

test.for(kinds)('%s is found by id, source record and name, by its account only', async ([field, row]) => {
  const { id, name } = row;
  const record = records.find((each) => each[`${field}Id`] === id);
  const source = { system: record?.system, sourceId: record?.sourceId };

  for (const by of [{ id }, { source }, { name }, { name: ` ${name.toUpperCase()} ` }]) {
    expect(await us.execute(read(field), { by })).toEqual({
      data: { [field]: { id, name, sources: [source] } },
    });
    expect(await them.execute(read(field), { by })).toEqual({ data: { [field]: null } });
  }
});

test('an exact name is preferred, then the account’s object; a deleted carrier is not found by its name', async () => {
  const name = `Name ${add.word()}`;
  const find = async (field: string, given: string) =>
    (await us.execute(read(field), { by: { name: given } })).data[field]?.id ?? null;
  const system = await add.addCarrier(db, null, { name });
  expect(await find('carrier', name)).toBe(system.id);

  const mine = await add.addCarrier(db, accountId, { name, deletedAt: new Date() });
  expect(await find('carrier', name)).toBe(system.id);
  await db.carrier.updateMany({ where: { id: mine.id }, data: { deletedAt: null } });
  expect(await find('carrier', name)).toBe(mine.id);
  const upper = await add.addCarrier(db, accountId, { name: name.toUpperCase() });
  expect(await find('carrier', name)).toBe(mine.id);
  expect(await find('carrier', name.toUpperCase())).toBe(upper.id);
});

test('two objects whose names differ in case are ambiguous', async () => {
  const name = `Group ${add.word()}`;
  const type: Row<'AccountGroup'>['type'] = 'TYPE_GROUP';
  for (const spelled of [name.toUpperCase(), name.toLowerCase()])
    await add.addGroup(db, accountId, type, { name: spelled });

  const { data, errors } = await us.execute(read('accountGroup'), { by: { name } });

  expect(data).toEqual({ accountGroup: null });
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['AMBIGUOUS']);
});

test.for([
  [{ id: 'x' }, 'ID_INVALID'],
  [{ id: own.unit.id }, 'ID_INVALID'],
  [{ source: { system: 'OTHER', sourceId: 'x' } }, 'BAD_USER_INPUT'],
] as const)('%o is rejected with %s', async ([by, code]) => {
  const { errors } = await us.execute(read('carrier'), { by });

  expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
});

test('a look-up takes at most two statements, also with source records', async () => {
  const record = records.find(({ carrierId }) => carrierId === own.carrier.id);
  const source = { system: record?.system, sourceId: record?.sourceId };
  const statements = (by: object) => us.statementsOf(read('carrier'), { by });

  expect(await statements({ name: own.carrier.name })).toEqual([
    'Query.carrier page',
    'Carrier.sources page',
  ]);
  expect(await statements({ source })).toEqual([
    'Query.by(source) page',
    'Carrier by id',
    'Carrier.sources page',
  ]);
});
