import { expect, test } from 'vitest';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { augno, documentOf, type Kind } from './upserts.ts';

const { db, as } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const us = as(accountId);
const word = add.word;
const carrier = await add.addCarrier(db, accountId);
const dollar = await add.addUnit(db, null, { type: 'CURRENCY' });
const { id: level } = await add.addServiceLevel(db, accountId, carrier.id);

type Make = (name: string, at: number) => object;

const kinds: readonly (readonly [Kind, Make])[] = [
  ['carriersUpsert', (name) => ({ name, accountNumber: name })],
  [
    'serviceLevelsUpsert',
    (name, at) => ({
      ...{ carrier: { name: carrier.name }, name, serviceLevelToken: name },
      ...(at === 0 && { isDefault: true }),
    }),
  ],
  ['paymentTermsUpsert', (name) => ({ name })],
  [
    'shippingTermsUpsert',
    (name) => ({
      ...{ name, type: 'FREE_FREIGHT', freeShippingServiceLevelIds: [level] },
      flatRate: { value: '1', unit: { name: dollar.name } },
    }),
  ],
  ['accountGroupsUpsert', (name) => ({ name, type: 'TYPE_GROUP' })],
  [
    'unitsUpsert',
    (name) => ({ name, abbreviation: name, type: 'MASS', ratioNumerator: '2', ratioDenominator: '1' }),
  ],
  ['customerGroupsUpsert', (name) => ({ name, code: name })],
];

/** Creates items, changes some, links some by name, and repeats them without a change. */
async function statementsOf(kind: Kind, make: Make, size: number) {
  const items = Array.from({ length: size }, (_, at) => {
    const name = word();
    return { ...make(name, at), ...(at % 2 === 0 && { source: augno(name) }) };
  });
  const call = (given: readonly object[]) => us.statementsOf(documentOf(kind), { input: { items: given } });
  const linked = items.map((item) => ({ source: augno(word()), ...item }));
  return { create: await call(items), link: await call(linked), unchanged: await call(linked) };
}

test.for(kinds)('%s takes as many statements for 250 items as for 10', async ([kind, make]) => {
  const [ten, all] = [await statementsOf(kind, make, 10), await statementsOf(kind, make, 250)];

  expect(all).toEqual(ten);
  expect(Math.max(...Object.values(all).map(({ length }) => length))).toBeLessThan(40);
});
