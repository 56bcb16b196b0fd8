import { expect, test } from 'vitest';
import * as add from '../builders.ts';
import { type Caller, openGateway } from '../gateway.ts';
import { faultsOf, mutate, type Result } from '../mutation.ts';

const { db, elsewhere } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const us = elsewhere(accountId);
const gateways = [us, elsewhere(accountId), elsewhere(accountId)];
const word = add.word;
const range = (length: number) => Array.from({ length }, (_, at) => at);
const source = (text: string) => ({ system: 'AUGNO', sourceId: text }) as const;
const customers = await Promise.all(range(50).map(() => add.addCustomer(db, accountId)));
const customer = (at: number) => ({ id: customers[at]?.id ?? '' });
const carrier = { id: (await add.addCarrier(db, accountId)).id };

/** Sends the nth of the parallel calls. */
type Call = (us: Caller, at: number) => Promise<Result>;

/** Sends 50 calls in parallel, distributed over the gateways. Returns each one's outcome, or its user errors. */
async function fifty(call: Call): Promise<readonly string[]> {
  const results = await Promise.all(range(50).map((at) => call(gateways[at % gateways.length] ?? us, at)));
  return results.map((result) => faultsOf(result).join() || (result.outcome ?? 'DONE')).sort();
}

const one = (first: string, others: string): readonly string[] =>
  [first, ...range(49).map(() => others)].sort();

/** The mutation of a call with one item. */
const bulk =
  (name: string, item: (at: number) => object): Call =>
  async (caller, at) => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const { data, errors } = await caller.execute(
      `mutation ($input: ${type}!) { ${name}(input: $input) { results { outcome userErrors { code path } } } }`,
      { input: { items: [item(at)] } },
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return data[name].results[0];
  };

const upserts: readonly (readonly [key: string, mutation: string, make: (text: string) => object])[] = [
  ['source record', 'customersUpsert', (text) => ({ by: { source: source(text) }, name: 'N' })],
  ['number', 'customersUpsert', (text) => ({ by: { number: text }, name: 'N' })],
  ['short id', 'customersUpsert', (text) => ({ by: { shortId: text }, name: 'N' })],
  ['email', 'customersUpsert', (text) => ({ by: { shopperEmail: `${text}@example.com` } })],
  ['reference', 'customersUpsert', (text) => ({ by: { reference: { reference: text } } })],
  [
    'source record',
    'customerAddressesUpsert',
    (text) => ({ customer: customer(0), address: { source: source(text) } }),
  ],
  ['name', 'carriersUpsert', (name) => ({ name })],
  ['name', 'paymentTermsUpsert', (name) => ({ name })],
  ['name', 'customerGroupsUpsert', (name) => ({ name })],
  ['name', 'accountGroupsUpsert', (name) => ({ name, type: 'TYPE_GROUP' })],
  ['name', 'shippingTermsUpsert', (name) => ({ name, type: 'FREE_FREIGHT' })],
  [
    'name',
    'unitsUpsert',
    (name) => ({ name, abbreviation: name, type: 'MASS', ratioNumerator: '1', ratioDenominator: '1' }),
  ],
  ['token', 'serviceLevelsUpsert', (name) => ({ name, carrier, serviceLevelToken: name })],
  ['source record', 'ordersUpsert', (text) => ({ source: source(text), customer: customer(0) })],
];

test.for(upserts)('50 upserts of one %s with %s create one object', async ([, mutation, make]) => {
  const item = make(word());

  expect(await fifty(bulk(mutation, () => item))).toEqual(one('CREATED', 'UNCHANGED'));
});

const people: readonly (readonly [mutation: string, make: (text: string, at: number) => object])[] = [
  [
    'accountUserUpsert',
    (text, at) => ({ by: { email: `${at % 2 ? text : text.toUpperCase()}@example.com` } }),
  ],
  ['accountUserUpsert', (text) => ({ by: { source: source(text) } })],
  ['roleUpsert', (name) => ({ name })],
  ['departmentUpsert', (name) => ({ name })],
];

test.for(people)('50 calls of %s with one key create one object', async ([mutation, make]) => {
  const text = word();

  const outcomes = await fifty((caller, at) => mutate(caller, mutation, make(text, at), 'outcome'));

  expect(outcomes).toEqual(one('CREATED', 'UNCHANGED'));
});

const creations: readonly (readonly [path: string, mutation: string, make: (text: string) => object])[] = [
  ['sources.0', 'customerCreate', (text) => ({ name: 'N', sources: [source(text)] })],
  ['number', 'customerCreate', (number) => ({ name: 'N', number })],
  ['shortId', 'customerCreate', (shortId) => ({ name: 'N', shortId })],
  ['shopper.email', 'customerCreate', (text) => ({ name: 'N', shopper: { email: `${text}@example.com` } })],
  ['name', 'carrierCreate', (name) => ({ name })],
  ['username', 'accountUserUpsert', (username) => ({ by: { email: `${word()}@example.com` }, username })],
];

test.for(creations)('of 50 creations with one %s, %s accepts one', async ([path, mutation, make]) => {
  const text = word();

  const outcomes = await fifty((caller) => mutate(caller, mutation, make(text), '__typename'));

  expect(outcomes).toEqual(one('DONE', `TAKEN ${path}`));
});

test('of 50 customers that a new source record is added to, one has it', async () => {
  const record = source(word());

  const outcomes = await fifty((caller, at) =>
    mutate(caller, 'customerSourceAdd', { by: customer(at), source: record }),
  );

  expect(outcomes).toEqual(one('DONE', 'TAKEN source'));
  expect(await db.customerSource.count({ where: record })).toBe(1);
});

test('50 moves of a source record leave it with one customer, and each has one event on both sides', async () => {
  const record = source(word());
  await mutate(us, 'customerSourceAdd', { by: customer(0), source: record });
  const count = (action: 'LINK' | 'UNLINK') => db.customerEvent.count({ where: { accountId, action } });
  const before = [await count('LINK'), await count('UNLINK')];

  const outcomes = await fifty((caller, at) =>
    mutate(caller, 'customerSourceAdd', { by: customer(at % 5), source: record, move: true }),
  );

  expect(new Set(outcomes)).toEqual(new Set(['DONE']));
  expect(await db.customerSource.count({ where: record })).toBe(1);
  const [linked, unlinked] = [await count('LINK'), await count('UNLINK')];
  expect(linked - (before[0] ?? 0)).toBe(unlinked - (before[1] ?? 0));
});

test('50 upserts that move an order between customers leave one order', async () => {
  const record = source(word());

  const outcomes = await fifty(
    bulk('ordersUpsert', (at) => ({ source: record, customer: customer(at % 5), status: 'PLACED' })),
  );

  expect(outcomes.filter((outcome) => outcome === 'CREATED')).toHaveLength(1);
  expect(outcomes.filter((outcome) => !['CREATED', 'UPDATED', 'UNCHANGED'].includes(outcome))).toEqual([]);
  expect(await db.order.count({ where: { sources: { some: record } } })).toBe(1);
});
