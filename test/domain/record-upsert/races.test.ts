import { expect, test } from 'vitest';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { augno, faultsOfAll, type Kind, outcomes, upsert } from './upserts.ts';

const { db, as } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const us = as(accountId);
const word = add.word;
const range = (length: number) => Array.from({ length }, (_, at) => at);

const kinds: readonly (readonly [string, Kind, (name: string) => object])[] = [
  ['a source record', 'customerGroupsUpsert', (name) => ({ source: augno(name), name })],
  ['a name', 'customerGroupsUpsert', (name) => ({ name })],
  ['a source record of a unique name', 'paymentTermsUpsert', (name) => ({ source: augno(name), name })],
];

test.for(kinds)('50 concurrent upserts of %s have one effect', async ([, kind, make]) => {
  const item = make(word());

  const answers = await Promise.all(range(50).map(() => upsert(us, kind, [item])));

  const results = answers.flat();
  expect(faultsOfAll(results)).toEqual([]);
  expect(outcomes(results).toSorted()).toEqual(['CREATED', ...range(49).map(() => 'UNCHANGED')]);
  expect(new Set(results.map(({ it }) => it.id)).size).toBe(1);
});

test('concurrent upserts of the same items in different orders all succeed', async () => {
  const names = range(40).map(() => word());
  const items = names.map((name) => ({ source: augno(name), name }));

  const answers = await Promise.all(
    range(8).map((at) => upsert(us, 'carriersUpsert', at % 2 === 0 ? items : items.toReversed())),
  );

  expect(faultsOfAll(answers.flat())).toEqual([]);
  expect(outcomes(answers.flat()).filter((outcome) => outcome === 'CREATED')).toHaveLength(40);
  expect(await db.carrier.count({ where: { accountId, name: { in: names } } })).toBe(40);
});

test('of concurrent upserts that link one name to records of one system, one links it', async () => {
  const { name, id } = await add.addPaymentTerm(db, accountId);

  const answers = await Promise.all(
    range(10).map(() => upsert(us, 'paymentTermsUpsert', [{ source: augno(word()), name }])),
  );

  const results = answers.flat();
  expect(outcomes(results).filter((outcome) => outcome === 'UPDATED')).toHaveLength(1);
  expect(faultsOfAll(results)).toEqual(range(9).map(() => 'TAKEN items.0.name'));
  expect(await db.objectSource.count({ where: { paymentTermId: id } })).toBe(1);
});

test('concurrent upserts of two default service levels leave one default', async () => {
  const carrier = await add.addCarrier(db, accountId);
  const [one, two] = [word(), word()];
  const item = (token: string) => ({
    ...{ carrier: { id: carrier.id }, source: augno(token), name: token },
    ...{ serviceLevelToken: token, isDefault: true },
  });

  const answers = await Promise.all(
    range(10).map((at) => upsert(us, 'serviceLevelsUpsert', [item(at % 2 === 0 ? one : two)])),
  );

  expect(faultsOfAll(answers.flat())).toEqual([]);
  expect(await db.serviceLevel.count({ where: { carrierId: carrier.id } })).toBe(2);
  expect(await db.serviceLevel.count({ where: { carrierId: carrier.id, isDefault: true } })).toBe(1);
});
