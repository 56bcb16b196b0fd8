import type { Writable } from 'node:stream';
import { hashOf, newApiKey } from '../auth/api-key.ts';
import { type Config, ConfigError } from '../config.ts';
import type { Scope } from '../context.ts';
import { type ApiKey, addApiKey, listApiKeys, maxLiveKeys, revokeApiKey } from '../db/api-key.ts';
import { createDb, type Db } from '../db/client.ts';
import { migrate } from '../db/migrate.ts';
import { migrationState } from '../db/migration-state.ts';
import { CommandError } from './command-error.ts';
import { withDatabase } from './database.ts';

async function withMigrated<T>(config: Config, work: (db: Db) => Promise<T>): Promise<void> {
  await withDatabase(config, async ({ pool, isEmbedded }) => {
    if (isEmbedded) await migrate(pool);
    else if ((await migrationState(pool)).pending.length > 0)
      throw new CommandError(
        'The database is behind this version of the gateway: run `customer-gateway migrate` first.',
      );
    await work(createDb(pool));
  });
}

const noAccount = (id: string) => new CommandError(`Account ${id} does not exist.`);

export interface NewKeyArguments {
  readonly account: string;
  readonly name: string;
  readonly scope: readonly Scope[];
  readonly expires?: Date;
}

function explain(refusal: string, { account, name }: NewKeyArguments): CommandError {
  if (refusal === 'no such account') return noAccount(account);
  return new CommandError(
    `There are ${maxLiveKeys} live keys named "${name}": revoke one that is no longer used (\`customer-gateway api-key list --account ${account}\`).`,
  );
}

/** `api-key create`: writes only the key to `out`, this once, and its description to `notes`. */
export async function createKeyCommand(
  config: Config,
  given: NewKeyArguments,
  { out, notes }: { readonly out: Writable; readonly notes: Writable },
): Promise<void> {
  const secret = config.signIn?.apiKeySecret;
  if (secret === undefined)
    throw new ConfigError([
      'AUTH_API_KEY_SECRET must be set, to the one of the gateway: keys are stored hashed with it.',
    ]);
  const { account: accountId, name, scope: scopes, expires: expiresAt = null } = given;
  await withMigrated(config, async (db) => {
    const key = newApiKey();
    const added = await addApiKey(db, { accountId, name, hash: hashOf(key, secret), scopes, expiresAt });
    if (typeof added === 'string') throw explain(added, given);
    notes.write(
      `Key ${added.id}, "${name}", of account ${accountId}: ${scopes.join(' ')}, ${expiresAt ? `expires ${expiresAt.toISOString()}` : 'does not expire'}.\nThe key is not stored and cannot be shown again. Send it as \`Authorization: Bearer …\`.\n`,
    );
    out.write(`${key}\n`);
  });
}

function stateOf({ revokedAt, expiresAt }: ApiKey): string {
  if (revokedAt !== null) return `revoked ${revokedAt.toISOString()}`;
  if (expiresAt === null) return 'live';
  return `${expiresAt.getTime() > Date.now() ? 'live until' : 'expired'} ${expiresAt.toISOString()}`;
}

function lineOf(key: ApiKey): string {
  const used = key.lastUsedAt === null ? 'never used' : `used ${key.lastUsedAt.toISOString()}`;
  return [key.id, key.name, key.scopes.join(' '), stateOf(key), used].join('\t');
}

/** `api-key list`: writes one line per key, with tab-separated columns. */
export function listKeysCommand(
  config: Config,
  { account }: { readonly account: string },
  out: Writable,
): Promise<void> {
  return withMigrated(config, async (db) => {
    const keys = await listApiKeys(db, account);
    if (keys === undefined) throw noAccount(account);
    out.write(keys.length === 0 ? 'No keys.\n' : keys.map((key) => `${lineOf(key)}\n`).join(''));
  });
}

/** `api-key revoke`: rejects the key from the next request on. */
export function revokeKeyCommand(config: Config, id: string, out: Writable): Promise<void> {
  return withMigrated(config, async (db) => {
    if (!(await revokeApiKey(db, id)))
      throw new CommandError(
        'This key does not exist: pass the id that `api-key list` shows, not the key itself.',
      );
    out.write(`Revoked ${id}.\n`);
  });
}
