import { expect, test } from 'vitest';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { faultsOf, mutate } from '../../mutation.ts';
import { mutationsOf } from './settings.ts';

const { db, as } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const us = as(accountId);
const fifty = Array.from({ length: 50 }, (_, at) => at);

const defaultsOf = (carrierId: string) => db.serviceLevel.count({ where: { carrierId, isDefault: true } });

test("50 concurrent changes of a carrier's default level all succeed, and one level is the default", async () => {
  const { id: carrierId } = await add.addCarrier(db, accountId);
  const levels = await Promise.all(fifty.map(() => add.addServiceLevel(db, accountId, carrierId)));
  const { update } = mutationsOf(us, 'serviceLevel', 'isDefault');

  const answers = await Promise.all(levels.map(({ id }) => update({ id, isDefault: true })));

  expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([]);
  expect(await defaultsOf(carrierId)).toBe(1);
});

test('50 concurrent creations of a default level all succeed, and one level is the default', async () => {
  const { id: carrierId } = await add.addCarrier(db, accountId);
  const { create } = mutationsOf(us, 'serviceLevel');

  const answers = await Promise.all(
    fifty.map((at) =>
      create({ carrierId, name: `Level ${at}`, serviceLevelToken: `t${at}`, isDefault: true }),
    ),
  );

  expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([]);
  expect(await db.serviceLevel.count({ where: { carrierId } })).toBe(50);
  expect(await defaultsOf(carrierId)).toBe(1);
});

test.for([
  ['carrier', {}],
  ['accountGroup', { type: 'TYPE_GROUP' }],
  ['paymentTerm', {}],
  ['shippingTerm', { type: 'FREE_FREIGHT' }],
] as const)('of 50 concurrent creations of a %s with one name, one succeeds', async ([kind, rest]) => {
  const { create } = mutationsOf(us, kind);

  const answers = await Promise.all(fifty.map(() => create({ name: 'Same', ...rest })));

  const faults = answers.map(faultsOf);
  expect(faults.filter((each) => each.length === 0)).toHaveLength(1);
  expect(faults.filter((each) => each[0] === 'TAKEN name')).toHaveLength(49);
});

test('no customer remains in a price group that is deleted concurrently', async () => {
  const group = await add.addGroup(db, accountId, 'PRICING_GROUP');
  const customers = await Promise.all(fifty.map(() => add.addCustomer(db, accountId)));
  const join = ({ id }: { readonly id: string }) =>
    mutate(us, 'customerUpdate', { by: { id }, priceGroups: [{ id: group.id }] });
  await Promise.all(customers.slice(0, 20).map(join));

  const [deletion, ...joined] = await Promise.all([
    mutationsOf(us, 'accountGroup').remove({ id: group.id }),
    ...customers.slice(15).map(join),
  ]);

  expect(deletion?.userErrors).toEqual([]);
  expect([...new Set(joined.flatMap(faultsOf))].filter((each) => each !== 'NOT_FOUND priceGroups.0')).toEqual(
    [],
  );
  expect(await db.accountGroup.count({ where: { id: group.id } })).toBe(0);
});

test('customers that select terms during their deletion either keep them or get an error', async () => {
  const terms = await Promise.all(fifty.slice(0, 10).map(() => add.addPaymentTerm(db, accountId)));
  const customers = await Promise.all(terms.map(() => add.addCustomer(db, accountId)));

  const choices = customers.map(({ id }, at) =>
    mutate(us, 'customerUpdate', { by: { id }, defaults: { paymentTerm: { id: terms[at]?.id } } }),
  );
  const deletions = terms.map(({ id }) => mutationsOf(us, 'paymentTerm').remove({ id }));
  const faults = await Promise.all(
    terms.map(async (_, at) => {
      const [choice, deletion] = await Promise.all([choices[at], deletions[at]]);
      return [...(choice ? faultsOf(choice) : []), ...(deletion ? faultsOf(deletion) : [])].join();
    }),
  );

  expect(faults.filter((each) => each !== 'IN_USE id' && each !== 'NOT_FOUND defaults.paymentTerm')).toEqual(
    [],
  );
});
