import { expect, test } from 'vitest';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { faultsOf, mutate } from '../../mutation.ts';

const { db, as } = await openGateway();

async function open() {
  const account = await add.addAccount(db);
  const us = as(account.id);
  return {
    account,
    us,
    update: (input: object) => mutate(us, 'accountUpdate', input, 'account { id name }'),
  };
}

test('the caller’s account is renamed, and no other', async () => {
  const other = await add.addAccount(db);
  const { account, us, update } = await open();

  expect(await update({ name: ' Acme Ltd ' })).toEqual({
    account: { id: account.id, name: 'Acme Ltd' },
    userErrors: [],
  });
  expect((await us.execute('{ viewer { account { name } } }')).data.viewer.account.name).toBe('Acme Ltd');
  const stored = await db.account.findUniqueOrThrow({ where: { id: account.id } });
  expect(stored.updatedAt.getTime()).toBeGreaterThan(account.updatedAt.getTime());
  expect(await db.account.findUniqueOrThrow({ where: { id: other.id } })).toEqual(other);
});

test.each([
  [{ name: '' }, 'REQUIRED name'],
  [{ name: ' ' }, 'REQUIRED name'],
  [{ name: null }, 'REQUIRED name'],
  [{ name: 'x'.repeat(256) }, 'TOO_LONG name'],
])('%j is rejected', async (input, fault) => {
  const { account, update } = await open();

  const result = await update(input);

  expect(faultsOf(result)).toEqual([fault]);
  expect(result.account).toBeNull();
  expect(await db.account.findUniqueOrThrow({ where: { id: account.id } })).toEqual(account);
});

test('no name, the same name and a dry run save nothing; a repeated key has one effect', async () => {
  const { account, update } = await open();

  await update({});
  await update({ name: account.name });
  expect((await update({ name: 'Other', dryRun: true })).account.name).toBe('Other');
  expect(await db.account.findUniqueOrThrow({ where: { id: account.id } })).toEqual(account);

  const input = { name: 'Once', idempotencyKey: add.word() };
  const answers = [await update(input), await update(input)];
  expect(answers[1]).toEqual(answers[0]);
  expect(faultsOf(await update({ ...input, name: 'Twice' }))).toEqual([
    'IDEMPOTENCY_KEY_REUSED idempotencyKey',
  ]);
});
