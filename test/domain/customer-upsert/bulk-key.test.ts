import { expect, test } from 'vitest';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { everythingWritten } from '../everything-written.ts';
import { faultsOfAll, upsertMany } from './upserts.ts';

const { db, as, pool } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const us = as(accountId);
const word = add.word;
const item = (name: string) => ({ by: { number: word() }, name });

test('a call repeated with its key saves nothing again and returns the same results', async () => {
  const items = [item('One'), item('x'.repeat(256)), item('Two')];
  const idempotencyKey = word();

  const first = await upsertMany(us, items, { idempotencyKey });
  const written = await everythingWritten(pool);
  const second = await upsertMany(us, items, { idempotencyKey });

  expect(first.map(({ outcome }) => outcome)).toEqual(['CREATED', null, 'CREATED']);
  expect(faultsOfAll(first)).toEqual(['TOO_LONG items.1.name']);
  expect(second).toEqual(first);
  expect(await everythingWritten(pool)).toBe(written);
});

test('an error in the key of a call is in every result', async () => {
  const items = [item('One'), item('Two')];
  const idempotencyKey = word();
  await upsertMany(us, items, { idempotencyKey });
  const before = await everythingWritten(pool);

  const reused = await upsertMany(us, [item('Other'), item('Another')], { idempotencyKey });
  const blank = await upsertMany(us, items, { idempotencyKey: ' ' });

  expect(faultsOfAll(reused)).toEqual([
    'IDEMPOTENCY_KEY_REUSED idempotencyKey',
    'IDEMPOTENCY_KEY_REUSED idempotencyKey',
  ]);
  expect(faultsOfAll(blank)).toEqual(['INVALID idempotencyKey', 'INVALID idempotencyKey']);
  expect(await everythingWritten(pool)).toBe(before);
});

test('the key of a call is not also the key of an item', async () => {
  const idempotencyKey = word();

  const results = await upsertMany(us, [{ ...item('One'), idempotencyKey }], { idempotencyKey });

  expect(faultsOfAll(results)).toEqual(['IDEMPOTENCY_KEY_REUSED items.0.idempotencyKey']);
});

test('a call whose items run one by one after a violated constraint keeps its results under its key', async () => {
  await pool.query(`
    create function reject() returns trigger language plpgsql as $$ begin
      raise unique_violation using constraint = 'customers_account_id_number_key'; end $$;
    create trigger reject before insert on customers for each row when (new.name = 'Rejected') execute function reject()`);
  const items = [item('One'), item('Rejected'), { ...item('Dry'), dryRun: true }];
  const idempotencyKey = word();

  const first = await upsertMany(us, items, { idempotencyKey });
  const second = await upsertMany(us, items, { idempotencyKey });
  await pool.query('drop trigger reject on customers');

  expect(faultsOfAll(first)).toEqual(['TAKEN items.1.number', 'INVALID items.2.dryRun']);
  expect(second).toEqual(first);
});
