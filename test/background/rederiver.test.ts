import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { Rederiver } from '../../src/background/rederiver.ts';
import { createDb } from '../../src/db/client.ts';
import { newId } from '../../src/db/model/id.ts';
import { openRuns, rederiveBatch } from '../../src/domain/customer/survivorship/rederive.ts';
import * as add from '../builders.ts';
import { untilBlocks } from '../db/blocked.ts';
import { openRules } from '../domain/customer/survivorship/open.ts';
import { eventually } from '../eventually.ts';

const rules = await openRules();
const { accountId, served, serving, pool, set, run, twoSources, read, db, upsert } = rules;
const [shop, augno] = ['COMMERCE_LAYER', 'AUGNO'];
const first = (system: string) => [{ fieldGroup: 'NAME', kind: 'SOURCE_SEQUENCE', systems: [system] }];

const many = 1_100;

/** Customers of two systems, without the time of as many writes. */
async function addMany(account: string): Promise<void> {
  const ids = Array.from({ length: many }, () => newId('Customer'));
  await pool.query(
    `insert into customers (account_id, id, number, name, baseline)
      select $1, id, id, 'Acme', '{}' from unnest($2::text[]) id`,
    [account, ids],
  );
  await pool.query(
    `insert into customer_sources (account_id, customer_id, system, source_id, synced_at, values)
      select $1, id, s.system::source_system, id, now(), jsonb_build_object('name', s.name)
      from unnest($2::text[]) id, (values ('AUGNO', 'Acme'), ('COMMERCE_LAYER', 'Shop')) s (system, name)`,
    [account, ids],
  );
}
await addMany(accountId);

const names = async (account = accountId) => {
  const { rows } = await pool.query(
    'select name, count(*)::integer as n from customers where account_id = $1 group by name order by name',
    [account],
  );
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
};

const isDone = async () => expect(await run()).toMatchObject({ state: 'DONE' });

function background(lines: string[] = []) {
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
  const rederiver = new Rederiver({ db: createDb(serving), log, pollMs: 10 });
  onTestFinished(() => rederiver.stop());
  return rederiver;
}

test('a run that stopped after a batch continues after it', async () => {
  await set(first(shop));
  const [open] = await openRuns(served);
  expect(open && (await rederiveBatch(served, open))).toBe(true);
  expect(await names()).toEqual({ Acme: many - 250, Shop: 250 });
  expect(await run()).toMatchObject({ state: 'RUNNING', total: many, derived: 250, changed: 250 });

  background();
  await eventually(isDone);
  expect(await names()).toEqual({ Shop: many });
  expect(await run()).toMatchObject({ total: many, derived: many, changed: many });
});

test('several processes derive every customer once', async () => {
  await set(first(augno));
  for (let at = 0; at < 3; at += 1) background();
  await eventually(isDone);
  expect(await names()).toEqual({ Acme: many });
  expect(await run()).toMatchObject({ derived: many, changed: many });
  const { rows } = await pool.query(
    'select max(n)::integer as most, min(n)::integer as least from (select count(*) as n from customer_events where account_id = $1 group by customer_id) c',
    [accountId],
  );
  // One event of this run, and one of the run before.
  expect(rows).toEqual([{ most: 2, least: 2 }]);
});

test('a batch that is rolled back is repeated', async () => {
  await set(first(shop));
  const [open] = await openRuns(served);
  const client = await pool.connect();
  await client.query('begin');
  await client.query('select from customers where account_id = $1 for update', [accountId]);
  const batch = open && rederiveBatch(served, open);
  const failed = expect(batch).rejects.toThrow();
  await untilBlocks(pool, client);
  await pool.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where $1 = any (pg_blocking_pids(pid))',
    [(await client.query('select pg_backend_pid() as pid')).rows[0].pid],
  );
  await failed;
  await client.query('rollback');
  client.release();
  expect(await run()).toMatchObject({ state: 'RUNNING', derived: 0 });

  background();
  await eventually(isDone);
  expect(await names()).toEqual({ Shop: many });
  expect(await run()).toMatchObject({ derived: many, changed: many });
});

test('a change of the rules restarts the run, and the former one ends', async () => {
  await set(first(augno));
  const [former] = await openRuns(served);
  if (former === undefined) throw new Error('No run is open.');
  await rederiveBatch(served, former);
  await set(first(shop));
  expect(await rederiveBatch(served, former)).toBe(false);
  expect(await run()).toMatchObject({ derived: 0, changed: 0 });
  await rules.rederive();
  expect(await names()).toEqual({ Shop: many });
  expect(await run()).toMatchObject({ derived: many, changed: 250 });
});

test('customers that are written while the rules change end as the rules say', async () => {
  const { id: present, augno: record } = await twoSources({ name: 'Acme' }, { name: 'Shop' });
  background();
  const written = await Promise.all(
    Array.from({ length: 24 }, async (_, at) => {
      if (at % 6 === 0) await set(first(at % 12 === 0 ? augno : shop));
      await upsert({ source: record }, { note: String(at) });
      return twoSources({ name: 'Acme' }, { name: 'Shop' });
    }),
  );
  await set(first(shop));
  await eventually(isDone);
  for (const { id } of [{ id: present }, ...written]) expect(await read(id)).toMatchObject({ name: 'Shop' });
});

test('a write that derives by the former rules is waited for', async () => {
  const { id, augno: record } = await twoSources({ name: 'Acme' }, { name: 'Shop' });
  const holder = await pool.connect();
  // The write has read the rules and waits for this account's events.
  await holder.query('begin');
  await holder.query('select pg_advisory_xact_lock(hashtext($1), -1)', [accountId]);
  const write = upsert({ source: record }, { note: 'n' });
  await untilBlocks(pool, holder);
  let isSet = false;
  const change = set(first(augno)).then(() => {
    isSet = true;
  });
  const { rows } = await eventually(async () => {
    const waiting = await pool.query(
      "select query from pg_stat_activity where wait_event_type = 'Lock' and query like '%survivorshipLock%' and datname = current_database()",
    );
    expect(waiting.rowCount).toBe(1);
    return waiting;
  });
  expect([rows.length, isSet]).toEqual([1, false]);
  await holder.query('rollback');
  holder.release();
  await Promise.all([write, change]);
  await rules.rederive();
  expect(await read(id)).toMatchObject({ name: 'Acme', note: 'n' });
});

test('a run of one account leaves the others alone, and a failure of one does not stop them', async () => {
  const { id: other } = await add.addAccount(db);
  await addMany(other);
  const before = await names(other);
  await set(first(shop));
  await rules.rederive();
  expect(await names(other)).toEqual(before);

  await pool.query('insert into survivorship_runs (account_id, total) values ($1, $2)', [other, many]);
  await pool.query('update customer_sources set values = \'{"status": "WRONG"}\' where account_id = $1', [
    other,
  ]);
  await set(first(augno));
  const lines: string[] = [];
  background(lines);
  await eventually(isDone);
  expect(await names(other)).toEqual(before);
  await eventually(() => expect(lines.length).toBeGreaterThan(0));
  expect(JSON.parse(lines[0] ?? '{}').msg).toBe('customers cannot be derived again now');
});
