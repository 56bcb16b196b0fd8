import { createReadStream } from 'node:fs';
import { open, rm, stat } from 'node:fs/promises';
import type pg from 'pg';
import type { ArchiveWriter } from './backup-archive.ts';
import { rowsInDump } from './backup-dump-rows.ts';
import { differencesBetween, type Inventory, takeInventory } from './backup-inventory.ts';
import { isForbidden, type Login, readLogin, withMaintenance } from './backup-login.ts';
import { gatewayVersion, type Manifest } from './backup-manifest.ts';
import { checkTool, runTool, toolEnvironment } from './backup-tools.ts';
import { CommandError } from './command-error.ts';

export const dumpName = 'database.dump';

/** Dumps in one snapshot, and verifies that the dump contains every row of that snapshot. */
export async function dumpDatabase(
  url: string,
  archive: ArchiveWriter,
  stop: AbortSignal,
): Promise<Manifest> {
  const dump = `${archive.part}.dump`;
  try {
    const manifest = await withMaintenance(url, (client) => dumpTo(dump, client, url, stop)).catch(
      explainForbidden,
    );
    const { size } = await stat(dump);
    await archive.file(dumpName, size, createReadStream(dump));
    return manifest;
  } catch (error) {
    if (stop.aborted) throw new CommandError('Stopped: no backup was written.');
    throw error;
  } finally {
    await rm(dump, { force: true });
  }
}

async function dumpTo(
  dump: string,
  client: pg.PoolClient,
  url: string,
  stop: AbortSignal,
): Promise<Manifest> {
  const login = await readLogin(client);
  const pgDump = await checkTool('pg_dump', login.version, 'the server is version');
  const owner = await checkVisibility(client, login);
  // Created here with mode 0600, so that only this user can read it.
  await (await open(dump, 'w', 0o600)).close();
  await client.query('begin isolation level repeatable read read only');
  const { rows } = await client.query<{ id: string }>(
    '/* backupSnapshot */ select pg_export_snapshot() as id',
  );
  const args = ['--format=custom', `--file=${dump}`, `--snapshot=${rows[0]?.id}`, '--no-password'];
  // Without this option pg_dump demands a login that row-level security does not apply to.
  if (!login.bypassesRowSecurity) args.push('--enable-row-security');
  const [inventory] = await Promise.all([
    takeInventory(client),
    runTool('pg_dump', args, { environment: toolEnvironment(url), stop }),
  ]);
  await checkDump(dump, client, inventory, stop);
  await client.query('commit');
  return {
    format: 1,
    kind: 'served',
    createdAt: new Date().toISOString(),
    gateway: await gatewayVersion(),
    postgres: login.version,
    pgDump,
    owner,
    ...inventory,
  };
}

interface OwnerRow {
  readonly owner: string;
  readonly isOwn: boolean;
}

/** Returns the owner. Row-level security silently hides rows from logins that are neither that nor exempt. */
async function checkVisibility(client: pg.PoolClient, login: Login): Promise<string> {
  const { rows } = await client.query<OwnerRow>(
    `/* backupOwner */ select distinct pg_get_userbyid(relowner)::text as owner, pg_has_role(relowner, 'usage') as "isOwn"
    from pg_class c where relrowsecurity and relkind in ('r', 'p') order by 2, 1`,
  );
  const [first] = rows;
  if (first === undefined)
    throw new CommandError('The database has no tables of the gateway: there is nothing to back up.');
  if (!login.bypassesRowSecurity && !first.isOwn)
    throw new CommandError(
      `The login ${login.name} cannot see all rows: set MIGRATION_DATABASE_URL to the login of the owner (${first.owner}), or to one with BYPASSRLS.`,
    );
  return rows.at(-1)?.owner ?? first.owner;
}

async function checkDump(
  dump: string,
  client: pg.PoolClient,
  inventory: Inventory,
  stop: AbortSignal,
): Promise<void> {
  const rows = await rowsInDump(dump, client, stop);
  const differences = differencesBetween({ ...inventory, rows }, inventory);
  if (differences.length > 0)
    throw new CommandError(`The dump is incomplete; no backup was written:\n  ${differences.join('\n  ')}`);
}

function explainForbidden(error: unknown): never {
  if (!isForbidden(error) || !(error instanceof Error)) throw error;
  throw new CommandError(
    `The login lacks a privilege (${error.message}): set MIGRATION_DATABASE_URL to the owner's login.`,
  );
}
