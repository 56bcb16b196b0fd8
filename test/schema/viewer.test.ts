import { expect, test } from 'vitest';
import { createLog } from '../../src/log.ts';
import { createGateway } from '../../src/server/gateway.ts';
import { addAccount, addAccountUser } from '../builders.ts';
import { openGateway } from '../gateway.ts';

const { db, as } = await openGateway();

const query = '{ viewer { account { id name createdAt updatedAt } accountUser { id name } scopes } }';

test('without sign-in, the viewer has an account, scopes and no account user', async () => {
  const account = await addAccount(db);
  await addAccountUser(db, account.id);

  const { data } = await as(account.id).execute(query);

  expect(data.viewer).toEqual({
    account: {
      id: account.id,
      name: account.name,
      createdAt: account.createdAt.toISOString(),
      updatedAt: account.updatedAt.toISOString(),
    },
    accountUser: null,
    scopes: [
      'customers:read',
      'customers:write',
      'customers:import',
      'settings:write',
      'account:admin',
      'shoppers:authenticate',
    ],
  });
});

test('the viewer is the signed-in account user, with the granted scopes', async () => {
  const account = await addAccount(db);
  const seat = await addAccountUser(db, account.id);
  const { name } = await db.user.findFirstOrThrow({ where: { id: seat.userId } });
  const { fetch } = createGateway({
    db,
    viewer: { accountId: account.id, accountUserId: seat.id, scopes: ['customers:read'], caller: 'test' },
    log: createLog('silent'),
    checkReady: async () => undefined,
  });

  const response = await fetch(`http://gateway.test/graphql?query=${encodeURIComponent(query)}`, {
    headers: { accept: 'application/json' },
  });

  expect(await response.json()).toMatchObject({
    data: {
      viewer: { account: { id: account.id }, accountUser: { id: seat.id, name }, scopes: ['customers:read'] },
    },
  });
});
