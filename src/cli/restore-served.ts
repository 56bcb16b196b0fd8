import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { servingRole } from '../db/wire/pool.ts';
import { listTables, takeInventory } from './backup-inventory.ts';
import { type Login, readLogin, withMaintenance } from './backup-login.ts';
import type { Manifest } from './backup-manifest.ts';
import { readArchive } from './backup-reader.ts';
import { dumpName } from './backup-served.ts';
import { checkTool, runTool, toolEnvironment } from './backup-tools.ts';
import { CommandError } from './command-error.ts';
import { checkRestored } from './restore-check.ts';

/** Restores a dump into a database without the gateway's tables, in one transaction. */
export function restoreServed(url: string, file: string, stop: AbortSignal): Promise<Manifest> {
  return withMaintenance(url, async (client) => {
    const login = await readLogin(client);
    const pgRestore = await checkTool('pg_restore', login.version, 'the server is version');
    await checkRole(client, login);
    // Reads the file twice: nothing is restored from an incomplete file.
    const manifest = await readDump(file, drain, stop);
    checkVersions(manifest, login, pgRestore);
    await checkDatabase(client, manifest);
    await runTool('pg_restore', argumentsFor(client), {
      environment: toolEnvironment(url),
      stop,
      feed: async ({ stdin }) => {
        await readDump(file, (chunks) => pipeline(chunks, stdin), stop);
      },
    }).catch((error: unknown) => {
      if (stop.aborted) throw new CommandError('Stopped: nothing was restored.');
      throw error;
    });
    await adoptPolicies(client);
    await client.query('/* restoreAnalyze */ analyze');
    checkRestored(manifest, await takeInventory(client), 'do not use this database');
    return manifest;
  });
}

function argumentsFor(client: pg.PoolClient): readonly string[] {
  const database = (client as pg.PoolClient & { database?: string }).database ?? '';
  const quoted = database.replace(/[\\']/g, '\\$&');
  // Only an extension's owner can restore comments on it.
  return [
    '--single-transaction',
    '--no-owner',
    '--no-comments',
    '--no-password',
    `--dbname=dbname='${quoted}'`,
  ];
}

async function drain(chunks: AsyncIterable<Buffer>): Promise<void> {
  for await (const _ of chunks);
}

function readDump(
  file: string,
  use: (chunks: AsyncIterable<Buffer>) => Promise<void>,
  stop: AbortSignal,
): Promise<Manifest> {
  const refuse = () => {
    throw new CommandError(
      `${file} is a backup of an embedded server: unset DATABASE_URL, and set DATA_DIR to an empty directory.`,
    );
  };
  return readArchive(
    file,
    {
      directory: async () => refuse(),
      file: async (name, chunks) => (name === dumpName ? use(chunks) : refuse()),
    },
    stop,
  );
}

async function checkRole(client: pg.PoolClient, { name }: Login): Promise<void> {
  const { rows } = await client.query<{ isMember: boolean | null }>(
    `/* restoreRole */ select pg_has_role(current_user, to_regrole($1)::oid, 'member') as "isMember"`,
    [servingRole],
  );
  const login = pg.escapeIdentifier(name);
  const commands = [
    ...(rows[0]?.isMember === null ? [`create role ${servingRole} nologin;`] : []),
    `grant ${servingRole} to ${login};`,
  ];
  if (rows[0]?.isMember !== true)
    throw new CommandError(`An administrator must first run: ${commands.join(' ')}`);
}

function checkVersions(manifest: Manifest, login: Login, pgRestore: number): void {
  if (login.version < manifest.postgres)
    throw new CommandError(
      `The backup is from PostgreSQL ${manifest.postgres} and this server is version ${login.version}: restore into version ${manifest.postgres} or newer.`,
    );
  const { pgDump = manifest.postgres } = manifest;
  if (pgRestore < pgDump)
    throw new CommandError(
      `The backup was made by pg_dump ${pgDump} and pg_restore in PATH is version ${pgRestore}: install the client tools of PostgreSQL ${pgDump} or newer.`,
    );
}

async function checkDatabase(client: pg.PoolClient, manifest: Manifest): Promise<void> {
  const existing = (await listTables(client)).find(({ name }) => name in manifest.rows);
  if (existing !== undefined)
    throw new CommandError(
      `The database already has the table ${existing.name}: restore into an empty database (create database … template template0).`,
    );
  const { owner = '' } = manifest;
  const { rows } = await client.query<{ exists: boolean }>(
    'select exists (select from pg_roles where rolname = $1) as exists',
    [owner],
  );
  // The policies in the dump name the owner.
  if (rows[0]?.exists !== true)
    throw new CommandError(
      `The owner of the backup's tables does not exist on this server. An administrator must first run: create role ${pg.escapeIdentifier(owner)} nologin;`,
    );
}

/** This login owns the restored tables, so the owner's policies must apply to it. */
async function adoptPolicies(client: pg.PoolClient): Promise<void> {
  await client.query(`/* restorePolicies */ do $$
    declare
      policy record;
    begin
      for policy in
        select polname as name, polrelid::regclass::text as relation from pg_policy
        where polname = 'maintenance' and not (to_regrole(quote_ident(current_user))::oid = any (polroles))
      loop
        execute format('alter policy %I on %s to %I', policy.name, policy.relation, current_user);
      end loop;
    end $$`);
}
