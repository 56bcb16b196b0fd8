import { createAuthenticate } from '../../../src/auth/authenticate.ts';
import { scopes } from '../../../src/auth/viewer.ts';
import { createDb } from '../../../src/db/client.ts';
import { createCredentialStore } from '../../../src/db/wire/credential.ts';
import type { Limits } from '../../../src/limits.ts';
import { apiKeySecret, tokens } from '../../auth/gateway.ts';
import * as add from '../../builders.ts';
import { openTestDatabase } from '../../database.ts';
import { type HttpGateway, serve } from '../limits/http-gateway.ts';

export const changed =
  'subscription ($after: String) { customerChanged(after: $after) { cursor action changes { newValue } } }';

/** Gateways over one database with one account. */
export async function openLive() {
  const database = await openTestDatabase();
  const db = createDb(database.pool);
  const { id: accountId } = await add.addAccount(db);
  const viewer = { accountId, accountUserId: null, scopes, caller: 'test' };
  const authenticate = createAuthenticate(
    { tokens, apiKeySecret },
    createCredentialStore(database.serving),
    () => undefined,
  );
  return {
    ...database,
    accountId,
    gateway: (limits: Partial<Limits> = {}) => serve(database, { viewer, limits }),
    signedGateway: (limits: Partial<Limits> = {}) => serve(database, { viewer: authenticate, limits }),
    /** Makes a change. */
    change: async (gateway: HttpGateway, name = 'X'): Promise<void> => {
      const { errors } = await gateway.ask(
        'mutation ($name: String!) { customerCreate(input: { name: $name }) { customer { id } } }',
        { name },
      );
      if (errors) throw new Error(JSON.stringify(errors));
    },
  };
}

/** The number of the gateways' connections that listen for notifications. */
export const listeners = `from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
  and query like '%customerChangesListen%'`;

/** Waits until the condition holds, checking it once per iteration of the event loop. */
export async function untilHolds(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise(setImmediate);
}
