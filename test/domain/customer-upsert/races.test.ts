import { expect, test } from 'vitest';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { mutate } from '../../mutation.ts';
import { faultsOfAll, untilSomeoneWaits, upsertMany } from './upserts.ts';

const { db, as, pool } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const us = as(accountId);
const word = add.word;
const range = (length: number) => Array.from({ length }, (_, at) => at);
const upsert = (input: object) => mutate(us, 'customerUpsert', input, 'outcome customer { id version }');

const kinds: readonly (readonly [string, () => object])[] = [
  ['number', () => ({ number: word() })],
  ['short id', () => ({ shortId: word() })],
  ['email', () => ({ shopperEmail: `${word()}@example.com` })],
  ['reference', () => ({ reference: { reference: word() } })],
  ['source', () => ({ source: { system: 'INVENTORY_PRO', sourceId: word() } })],
];

test.for(kinds)(
  '50 equal upserts by %s: one creates the customer, the others leave it unchanged',
  async ([name, make]) => {
    const input = { by: make(), name: `Equal by ${name}`, note: 'n', tags: ['a', 'b'] };

    const answers = await Promise.all(range(50).map(() => upsert(input)));

    expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual([
      'CREATED',
      ...range(49).map(() => 'UNCHANGED'),
    ]);
    expect(new Set(answers.map(({ customer }) => `${customer.id} ${customer.version}`)).size).toBe(1);
    expect(await db.customer.count({ where: { name: input.name } })).toBe(1);
    expect(await db.customerEvent.count({ where: { customer: { name: input.name } } })).toBe(1);
  },
);

test('50 upserts of one key with different values all succeed, and none is lost', async () => {
  const by = { source: { system: 'AUGNO', sourceId: word() } };

  const answers = await Promise.all(
    range(50).map((at) => upsert({ by, name: 'Busy', metadata: { at }, tags: [`t${at % 5}`] })),
  );

  expect(answers.map(({ outcome }) => outcome).sort()).toEqual([
    'CREATED',
    ...range(49).map(() => 'UPDATED'),
  ]);
  expect(answers.map(({ customer }) => customer.version).sort((a, b) => a - b)).toHaveLength(50);
  const row = await db.customer.findFirstOrThrow({ where: { name: 'Busy' } });
  expect(row.version).toBe(50);
  const events = await db.customerEvent.findMany({
    where: { customerId: row.id },
    orderBy: { occurredAt: 'asc' },
  });
  expect(events).toHaveLength(50);
  // Each is based on the values that the previous one wrote.
  const steps = events
    .slice(1)
    .map(({ changes }) =>
      (changes as { field: string; oldValue: string; newValue: string }[]).find(
        ({ field }) => field === 'metadata',
      ),
    );
  const lasts = steps.slice(0, -1).map((step) => step?.newValue);
  expect(steps.slice(1).map((step) => step?.oldValue)).toEqual(lasts);
});

test('concurrent bulk calls with overlapping keys in opposite order all succeed, and create each key once', async () => {
  const run = word();
  const customers = range(100).map((at) => ({
    by: at % 2 ? { number: `${run}-${at}` } : { shopperEmail: `${run}-${at}@example.com` },
    name: `Both ${run}`,
    tags: [`t${at % 7}`, `u${at % 3}`],
  }));
  const calls = range(8).map((at) => {
    const some = customers.slice(at * 5, at * 5 + 60);
    return (at % 2 ? some.reverse() : some).map((each) => ({ ...each, note: `by ${at}` }));
  });

  const results = await Promise.all(calls.map((each) => upsertMany(us, each)));

  expect(results.flatMap(faultsOfAll)).toEqual([]);
  expect(results.flat().filter(({ outcome }) => outcome === 'CREATED')).toHaveLength(95);
  expect(results.flat().filter(({ outcome }) => outcome === 'UPDATED')).toHaveLength(8 * 60 - 95);
  const rows = await db.customer.findMany({ where: { name: `Both ${run}` } });
  expect(rows).toHaveLength(95);
  expect(rows.reduce((sum, { version }) => sum + version, 0)).toBe(8 * 60);
});

test('two concurrent upserts of the same new customer by different keys: one gets the email, the other an error', async () => {
  const email = `${word()}@example.com`;
  const shopper = { email };

  const answers = await Promise.all([
    ...range(10).map((at) => upsert({ by: { number: `${email}-${at}` }, name: 'Email', shopper })),
    upsert({ by: { shopperEmail: email }, name: 'Email' }),
  ]);

  const codes = answers.map(({ userErrors }) => userErrors.map(({ code }) => code).join());
  expect(await db.customer.count({ where: { shopperEmail: email } })).toBe(1);
  expect(answers[10]?.userErrors).toEqual([]);
  expect(codes.slice(0, 10).filter((code) => code === 'TAKEN').length).toBeGreaterThanOrEqual(9);
});

test.for([
  ['number', `insert into customers (account_id, id, number, name) values ($1, $2, $3, 'Other')`],
  [
    'shortId',
    `insert into customers (account_id, id, number, short_id, name) values ($1, $2, $3, $3, 'Other')`,
  ],
] as const)(
  'a customer that is created concurrently with the same %s is found and updated',
  async ([kind, insert]) => {
    const key = word();
    const other = await pool.connect();
    await other.query('begin');
    await other.query(insert, [accountId, `cus_${word()}`, key]);

    const answer = upsert({ by: { [kind]: key }, name: 'Late' });
    await untilSomeoneWaits(pool);
    await other.query('commit');
    other.release();

    expect(await answer).toMatchObject({ outcome: 'UPDATED', customer: { version: 2 } });
  },
);

test('50 upserts beside 50 creations with the same short id create one customer, and no upsert fails', async () => {
  const shortId = word();

  const [upserts, creations] = await Promise.all([
    Promise.all(range(50).map(() => upsert({ by: { shortId }, name: 'Either' }))),
    Promise.all(range(50).map(() => mutate(us, 'customerCreate', { name: 'Either', shortId }))),
  ]);

  expect(upserts.flatMap(({ userErrors }) => userErrors)).toEqual([]);
  const created = [
    ...upserts.filter(({ outcome }) => outcome === 'CREATED'),
    ...creations.filter(({ customer }) => customer),
  ];
  expect(created).toHaveLength(1);
  expect(await db.customer.count({ where: { shortId } })).toBe(1);
});

test('50 requests with one idempotency key, single and in bulk, have one effect', async () => {
  const input = { by: { shortId: word() }, name: 'Twin', idempotencyKey: word() };

  const [alone, among] = await Promise.all([
    Promise.all(range(25).map(() => upsert(input))),
    Promise.all(
      range(25).map((at) => upsertMany(us, [{ by: { number: `${word()}-${at}` }, name: 'Beside' }, input])),
    ),
  ]);

  const outcomes = [...alone.map(({ outcome }) => outcome), ...among.map((results) => results[1]?.outcome)];
  expect(new Set(outcomes)).toEqual(new Set(['CREATED']));
  expect(await db.customerEvent.count({ where: { customer: { name: 'Twin' } } })).toBe(1);
});
