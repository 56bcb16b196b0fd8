import type { Writable } from 'node:stream';
import { hashApiKey, newApiKey } from '../auth/api-key.ts';
import type { Scope } from '../auth/viewer.ts';
import { type Config, ConfigError } from '../config.ts';
import { type ApiKey, addApiKey, listApiKeys, maxLiveKeys, revokeApiKey } from '../db/admin/api-key.ts';
import { createDb, type Db } from '../db/client.ts';
import { CommandError } from './command-error.ts';
import { withMigratedDatabase } from './migrated-database.ts';

const withMigrated = (config: Config, work: (db: Db) => Promise<void>): Promise<void> =>
  withMigratedDatabase(config, ({ pool }) => work(createDb(pool)));

const noAccount = (id: string) => new CommandError(`Account ${id} does not exist.`);

export interface NewKeyArguments {
  readonly account: string;
  readonly name: string;
  readonly scope: readonly Scope[];
  readonly expires?: Date;
}

function creationError(refusal: string, { account, name }: NewKeyArguments): CommandError {
  if (refusal === 'no such account') return noAccount(account);
  return new CommandError(
    `${maxLiveKeys} keys named "${name}" are live, the maximum: revoke one that is not in use (\`customer-gateway api-key list --account ${account}\`).`,
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
    const added = await addApiKey(db, { accountId, name, hash: hashApiKey(key, secret), scopes, expiresAt });
    if (typeof added === 'string') throw creationError(added, given);
    notes.write(
      `Key ${added.id}, "${name}", of account ${accountId}: ${scopes.join(' ')}, ${expiresAt ? `expires ${expiresAt.toISOString()}` : 'does not expire'}.\nThe key is not stored and cannot be shown again. Send it as \`Authorization: Bearer …\`.\n`,
    );
    out.write(`${key}\n`);
  });
}

function keyState({ revokedAt, expiresAt }: ApiKey): string {
  if (revokedAt !== null) return `revoked ${revokedAt.toISOString()}`;
  if (expiresAt === null) return 'live';
  return `${expiresAt.getTime() > Date.now() ? 'live until' : 'expired'} ${expiresAt.toISOString()}`;
}

function keyLine(key: ApiKey): string {
  const used = key.lastUsedAt === null ? 'never used' : `used ${key.lastUsedAt.toISOString()}`;
  return [key.id, key.name, key.scopes.join(' '), keyState(key), used].join('\t');
}

export function listKeysCommand(
  config: Config,
  { account }: { readonly account: string },
  out: Writable,
): Promise<void> {
  return withMigrated(config, async (db) => {
    const keys = await listApiKeys(db, account);
    if (keys === undefined) throw noAccount(account);
    out.write(keys.length === 0 ? 'No keys.\n' : keys.map((key) => `${keyLine(key)}\n`).join(''));
  });
}

export function revokeKeyCommand(config: Config, id: string, out: Writable): Promise<void> {
  return withMigrated(config, async (db) => {
    if (!(await revokeApiKey(db, id)))
      throw new CommandError(
        'This key does not exist: pass the id that `api-key list` shows, not the key itself.',
      );
    out.write(`Revoked ${id}.\n`);
  });
}
