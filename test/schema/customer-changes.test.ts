import { expect, test } from 'vitest';
import { newId } from '../../src/db/model/id.ts';
import { transaction } from '../../src/db/write/transaction.ts';
import { demoAccountId } from '../../src/demo/seed.ts';
import { EventBuffer } from '../../src/domain/write/event-buffer.ts';
import * as add from '../builders.ts';
import { openGateway } from '../gateway.ts';
import { mutate } from '../mutation.ts';

const { db, as, pool } = await openGateway({ demo: true });
const { id: accountId } = await add.addAccount(db);
const us = as(accountId);

interface Node {
  readonly cursor: string;
  readonly action: string;
  readonly customerId: string;
  readonly customer: { readonly id: string } | null;
  readonly mergedInto: { readonly id: string } | null;
}

const list = `query ($ids: [ID!], $filter: CustomerChangeFilter, $first: Int, $after: String, $last: Int, $before: String) {
  customerChanges(ids: $ids, filter: $filter, first: $first, after: $after, last: $last, before: $before) {
    totalCount pageInfo { hasNextPage hasPreviousPage endCursor startCursor }
    nodes { cursor action customerId customer { id } mergedInto { id } } } }`;

async function changes(variables: object = {}, caller = us) {
  const { data, errors } = await caller.execute(list, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.customerChanges;
}

const told = async (variables: object = {}): Promise<readonly Node[]> =>
  (await changes({ first: 250, ...variables })).nodes;

async function head(): Promise<string | null> {
  return (await changes({ last: 1 })).pageInfo.endCursor;
}

const create = async (): Promise<string> => (await mutate(us, 'customerCreate', { name: 'X' })).customer.id;

test('every kind of mutation of a customer is listed as a change, in the order of commits', async () => {
  const after = await head();
  const id = await create();
  await mutate(us, 'customerUpdate', { by: { id }, note: 'n' });
  await mutate(us, 'customerDiscontinue', { by: { id } }, 'customer { id }', 'CustomerVersionInput');
  await mutate(us, 'customerReactivate', { by: { id } }, 'customer { id }', 'CustomerVersionInput');

  const found = await told({ after });

  expect(found.map(({ action }) => action)).toEqual(['CREATE', 'UPDATE', 'DISCONTINUE', 'REACTIVATE']);
  expect(new Set(found.map(({ customerId }) => customerId))).toEqual(new Set([id]));
});

test('a merge is a change of each merged customer, and earlier changes remain listed', async () => {
  const after = await head();
  const [targetId, one, two] = [await create(), await create(), await create()];
  await mutate(us, 'customerMerge', { target: { id: targetId }, duplicates: [{ id: one }, { id: two }] });

  const found = await told({ after });

  const target = { id: targetId };
  expect(found.map(({ cursor: _, ...each }) => each)).toEqual([
    { action: 'CREATE', customerId: targetId, customer: target, mergedInto: null },
    { action: 'CREATE', customerId: one, customer: null, mergedInto: target },
    { action: 'CREATE', customerId: two, customer: null, mergedInto: target },
    { action: 'MERGE', customerId: one, customer: null, mergedInto: target },
    { action: 'MERGE', customerId: two, customer: null, mergedInto: target },
    { action: 'MERGE', customerId: targetId, customer: target, mergedInto: null },
  ]);
  expect((await told({ ids: [one] })).map(({ action }) => action)).toEqual(['CREATE', 'MERGE']);
});

test('the deletion of a customer is listed', async () => {
  const id = await create();
  await pool.query('delete from customers where id = $1', [id]);

  expect((await told({ ids: [id] })).map(({ action, customer }) => [action, customer])).toEqual([
    ['DELETE', null],
  ]);
});

test('rejected mutations, dry runs, no-ops and repeated requests are not changes', async () => {
  const id = await create();
  const input = { name: 'Once', idempotencyKey: 'once' };
  await mutate(us, 'customerCreate', input);
  const before = await changes();

  await mutate(us, 'customerCreate', input);
  await mutate(
    us,
    'customerUpdate',
    { by: { id }, note: 'n', dryRun: true },
    'customer { events { nodes { action } } }',
  );
  await mutate(us, 'customerUpdate', { by: { id }, name: '' });
  await mutate(us, 'customerUpdate', { by: { id }, name: '', idempotencyKey: 'refused' });
  await mutate(us, 'customerUpdate', { by: { id }, name: 'X' });

  expect(await changes()).toEqual(before);
});

test('a dry run returns its events and does not block other changes while it is open', async () => {
  const id = await create();
  const told = new EventBuffer();
  told.add([
    {
      ...{ accountId, id: newId('CustomerEvent'), customerId: id, subjectId: id, action: 'UPDATE' },
      ...{ actor: null, actorType: null, changes: [], occurredAt: new Date().toISOString() },
    },
  ]);
  const taken = transaction(db, { accountId, caller: 'test' }, async (open) => {
    await told.insertUnnumbered(open);
    const [shown] = await open.prisma(
      (tx) => tx.$queryRaw<readonly object[]>`select position from customer_events
        where customer_id = ${id} and action = 'UPDATE'`,
    );
    expect(shown).toEqual({ position: 0n });
    await create();
    throw new Error('taken back');
  });

  await expect(taken).rejects.toThrow('taken back');
});

test('concurrent writers give each change a distinct position, without gaps', async () => {
  const ids = await Promise.all(Array.from({ length: 4 }, create));
  const before = Number(
    (await pool.query('select position from change_heads where account_id = $1', [accountId])).rows[0]
      .position,
  );

  await Promise.all(
    Array.from({ length: 40 }, (_, at) =>
      mutate(us, 'customerUpdate', {
        by: { id: ids[at % 4] },
        note: `note ${at}`,
        ...(at % 3 === 0 && { idempotencyKey: `k${at}` }),
      }),
    ),
  );

  const { rows } = await pool.query(
    'select position::int as at from customer_events where account_id = $1 and position > $2 order by position',
    [accountId, before],
  );
  expect(rows.map(({ at }) => at)).toEqual(Array.from({ length: 40 }, (_, at) => before + at + 1));
});

test('pages lead through the whole list in both directions', async () => {
  const whole = await told();
  expect(whole.length).toBeGreaterThan(10);
  const forward: Node[] = [];
  for (
    let page = await changes({ first: 7 });
    ;
    page = await changes({ first: 7, after: page.pageInfo.endCursor })
  ) {
    forward.push(...page.nodes);
    expect(page.totalCount).toBe(whole.length);
    if (!page.pageInfo.hasNextPage) break;
  }
  const last = await changes({ last: 5, before: whole.at(-1)?.cursor });

  expect(forward).toEqual(whole);
  expect(last.nodes).toEqual(whole.slice(-6, -1));
  expect(last.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
});

test('a cursor is valid with any filter, and only for its own account', async () => {
  const [first] = await told();
  const foreign = (await changes({ first: 1 }, as(demoAccountId))).nodes[0].cursor;

  const after = await told({ after: first?.cursor, filter: { actions: ['UPDATE'] } });
  const { errors } = await us.execute(list, { after: foreign });

  expect(new Set(after.map(({ action }) => action))).toEqual(new Set(['UPDATE']));
  expect(errors?.[0]?.extensions.code).toBe('CURSOR_MISMATCH');
});

test('ids are those of customers', async () => {
  const { errors } = await us.execute(list, { ids: ['adr_1'] });

  expect(errors?.[0]?.extensions.code).toBe('ID_INVALID');
});
