import { expect, test } from 'vitest';
import { newId } from '../../../src/db/model/id.ts';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { faultsOf, mutate } from '../../mutation.ts';
import { augno, faultsOfAll, outcomes, shop, upsert } from './upserts.ts';

const { db, as } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const us = as(accountId);
const word = add.word;
const terms = (...items: object[]) => upsert(us, 'paymentTermsUpsert', items);

test('an object is linked by its name, ignoring case, and then found by its source record', async () => {
  const term = await add.addPaymentTerm(db, accountId);
  const source = augno(word());

  const [linked] = await terms({ source, name: term.name.toUpperCase() });
  const [renamed] = await terms({ source, name: `${term.name} days` });

  expect(linked).toMatchObject({ outcome: 'UPDATED', it: { id: term.id, sources: [source] } });
  expect(renamed).toMatchObject({ outcome: 'UPDATED', it: { id: term.id, name: `${term.name} days` } });
});

test('an object with a record of the same system is not linked to a second one', async () => {
  const name = word();
  const [first] = await terms({ source: augno(word()), name });

  const [second] = await terms({ source: augno(word()), name });
  const [other] = await terms({ source: shop(word()), name });

  expect(second).toMatchObject({
    outcome: null,
    userErrors: [{ code: 'TAKEN', path: ['items', '0', 'name'] }],
  });
  expect(other).toMatchObject({ outcome: 'UPDATED', it: { id: first?.it.id } });
  expect(other?.it.sources).toHaveLength(2);
});

test('an item without a source record matches by its name', async () => {
  const name = word();

  const results = [await terms({ name }), await terms({ name, status: 'INACTIVE' }), await terms({ name })];

  expect(results.flatMap(outcomes)).toEqual(['CREATED', 'UPDATED', 'UNCHANGED']);
  expect(await db.paymentTerm.count({ where: { name } })).toBe(1);
});

test('a system-owned object can be linked, but not changed', async () => {
  const [term, carrier] = [await add.addPaymentTerm(db, null), await add.addCarrier(db, null)];
  const level = await add.addServiceLevel(db, null, carrier.id);
  const source = augno(word());

  const [linked] = await terms({ source, name: term.name.toUpperCase(), status: 'ACTIVE' });
  const [again] = await terms({ source, name: term.name.toUpperCase() });
  const [changed] = await terms({ source, name: word(), status: 'INACTIVE' });
  const [ofCarrier] = await upsert(us, 'serviceLevelsUpsert', [
    { carrier: { id: carrier.id }, serviceLevelToken: level.serviceLevelToken, isDefault: true },
  ]);

  expect(linked).toMatchObject({
    outcome: 'UPDATED',
    it: { id: term.id, name: term.name, sources: [source] },
  });
  expect(again).toMatchObject({ outcome: 'UNCHANGED', it: { name: term.name } });
  expect(faultsOfAll(changed ? [changed] : [])).toEqual([
    'SYSTEM_OWNED items.0.name',
    'SYSTEM_OWNED items.0.status',
  ]);
  expect(faultsOfAll(ofCarrier ? [ofCarrier] : [])).toEqual(['SYSTEM_OWNED items.0.isDefault']);
});

test('an amount or a list of a system-owned shipping term cannot be changed, but repeated', async () => {
  const dollar = await add.addUnit(db, null, { type: 'CURRENCY' });
  const carrier = await add.addCarrier(db, null);
  const level = await add.addServiceLevel(db, null, carrier.id);
  const { id, name } = await add.addShippingTerm(db, null, {
    ...{ flatRateValue: '5', flatRateUnitId: dollar.id },
  });
  await db.shippingTermServiceLevel.create({ data: { shippingTermId: id, serviceLevelId: level.id } });
  const amount = (value: string) => ({ value, unit: { id: dollar.id } });
  const send = async (item: object) =>
    await upsert(us, 'shippingTermsUpsert', [{ name, source: augno(name), ...item }]);

  const linked = await send({ flatRate: amount('5.00'), freeShippingServiceLevelIds: [level.id] });
  const changed = await send({
    ...{ flatRate: amount('6'), minimumOrderValue: amount('1') },
    freeShippingServiceLevelIds: [],
  });

  expect(linked).toMatchObject([{ outcome: 'UPDATED', it: { id }, userErrors: [] }]);
  expect(faultsOfAll(changed)).toEqual([
    'SYSTEM_OWNED items.0.flatRate',
    'SYSTEM_OWNED items.0.freeShippingServiceLevelIds',
    'SYSTEM_OWNED items.0.minimumOrderValue',
  ]);
});

test('another account neither sees a link to a system-owned object nor is affected by it', async () => {
  const term = await add.addPaymentTerm(db, null);
  const them = as((await add.addAccount(db)).id);
  const source = augno(word());
  await terms({ source, name: term.name });

  const [before] = await upsert(them, 'paymentTermsUpsert', [{ name: term.name }]);
  const [after] = await upsert(them, 'paymentTermsUpsert', [{ source, name: term.name }]);

  expect(before).toMatchObject({ outcome: 'UNCHANGED', it: { sources: [] } });
  expect(after).toMatchObject({ outcome: 'UPDATED', it: { id: term.id, sources: [source] } });
});

test('two objects of one name are ambiguous, except for one with the exact name', async () => {
  const name = `Shop ${word()}`;
  const group = (spelled: string) =>
    db.customerGroup.create({ data: { id: newId('CustomerGroup'), accountId, name: spelled } });
  await group(name.toUpperCase());
  await group(name.toLowerCase());

  const [ambiguous] = await upsert(us, 'customerGroupsUpsert', [{ source: augno(word()), name }]);
  const exact = await group(name);
  const [found] = await upsert(us, 'customerGroupsUpsert', [{ source: augno(word()), name }]);

  expect(faultsOfAll(ambiguous ? [ambiguous] : [])).toEqual(['AMBIGUOUS items.0.name']);
  expect(found).toMatchObject({ outcome: 'UPDATED', it: { id: exact.id } });
});

test('a deleted carrier frees its name and its source record', async () => {
  const [source, name] = [augno(word()), word()];
  const [first] = await upsert(us, 'carriersUpsert', [{ source, name }]);
  await mutate(us, 'carrierDelete', { id: first?.it.id }, 'deletedId', 'DeleteInput');

  const [second] = await upsert(us, 'carriersUpsert', [{ source, name }]);

  expect(second).toMatchObject({ outcome: 'CREATED', it: { name, sources: [source] } });
  expect(second?.it.id).not.toBe(first?.it.id);
});

test('of two items with the same key, the second fails alone', async () => {
  const [one, two, three] = [word(), word(), word()];
  const linked = augno(word());

  const results = await terms(
    { source: linked, name: one },
    { source: linked, name: two },
    { name: three },
    { name: three.toUpperCase() },
    { source: augno(word()), name: one },
    { name: word() },
  );

  expect(outcomes(results)).toEqual(['CREATED', null, 'CREATED', null, null, 'CREATED']);
  expect(faultsOfAll(results)).toEqual(['TAKEN items.1.source', 'TAKEN items.3.name', 'TAKEN items.4.name']);
});

test('reference data and service levels are found by their source records', async () => {
  const [carrier, term] = [augno(word()), augno(word())];
  await upsert(us, 'carriersUpsert', [{ source: carrier, name: word() }]);
  const level = {
    carrier: { source: carrier },
    source: augno(word()),
    name: word(),
    serviceLevelToken: word(),
  };
  await upsert(us, 'serviceLevelsUpsert', [level]);
  await terms({ source: term, name: word() });

  const seen = `customer { freightPreferences { carrier { sources { sourceId } } serviceLevel { name } }
    defaults { paymentTerm { sources { sourceId } } } }`;
  const found = await mutate(
    us,
    'customerCreate',
    {
      name: 'New',
      freightPreferences: { carrier: { source: carrier }, serviceLevel: { source: level.source } },
      defaults: { paymentTerm: { source: term } },
    },
    seen,
  );
  const unknown = { source: augno(word()) };
  const missing = await mutate(us, 'customerCreate', {
    ...{ name: 'New', freightPreferences: { carrier: unknown }, defaults: { paymentTerm: unknown } },
  });

  expect(found.customer).toEqual({
    freightPreferences: {
      carrier: { sources: [{ sourceId: carrier.sourceId }] },
      serviceLevel: { name: level.name },
    },
    defaults: { paymentTerm: { sources: [{ sourceId: term.sourceId }] } },
  });
  expect(faultsOf(missing)).toEqual([
    'NOT_FOUND defaults.paymentTerm',
    'NOT_FOUND freightPreferences.carrier',
  ]);
});
