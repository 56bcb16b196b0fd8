import { randomBytes } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { dataEntries, readDataFile } from './data-files.ts';
import { EmbeddedServerError } from './error.ts';
import { freezeTables } from './freeze.ts';
import type { SocketConnection } from './socket.ts';

export interface BackupTarget {
  directory(path: string): Promise<void>;
  file(path: string, size: number, chunks: AsyncIterable<Buffer>): Promise<void>;
}

export interface BackupOptions<T> {
  readonly dataDir: string;
  readonly connection: SocketConnection;
  readonly target: BackupTarget;
  /** Runs in a snapshot of exactly the rows that the backup restores. */
  readonly inventory: (client: Client) => Promise<T>;
}

/** See "Making a Base Backup Using the Low Level API" in PostgreSQL's documentation. */
export async function takeBaseBackup<T>(options: BackupOptions<T>): Promise<T> {
  const session = new Client({ ...options.connection, ssl: false });
  const reader = new Client({ ...options.connection, ssl: false });
  // Without a listener, a server crash would end the process; the queries report it.
  for (const client of [session, reader]) client.on('error', () => {});
  try {
    await session.connect();
    await reader.connect();
    return await backUp(session, reader, options);
  } finally {
    await Promise.all([session.end(), reader.end()]);
  }
}

async function backUp<T>(session: Client, reader: Client, options: BackupOptions<T>): Promise<T> {
  const dir = join(await realpath(options.dataDir), 'postgres');
  const name = `backup_${randomBytes(6).toString('hex')}`;
  // The slot keeps the WAL until the session ends.
  await session.query('/* backupSlot */ select pg_create_physical_replication_slot($1, true, true)', [name]);
  const started = await session.query<{ lsn: string }>(
    '/* backupStart */ select pg_backup_start($1, fast => true) as lsn',
    [name],
  );
  await copyFiles(dir, options.target);
  const { label } = await stopBackup(session);
  const end = await freezeTables(session, reader);
  const result = await options.inventory(reader);
  await copyWal(session, dir, [started.rows[0]?.lsn ?? '', end], options.target);
  // Must be the last file: a copy without it would start as after a crash, from a wrong checkpoint.
  const content = Buffer.from(label);
  await options.target.file('backup_label', content.length, once(content));
  return result;
}

async function copyFiles(dir: string, target: BackupTarget): Promise<void> {
  for await (const { path, isDirectory } of dataEntries(dir)) {
    if (isDirectory) await target.directory(path);
    else await readDataFile(join(dir, path), (size, chunks) => target.file(path, size, chunks));
  }
}

async function stopBackup(session: Client): Promise<{ readonly label: string }> {
  const { rows } = await session.query<{ label: string; tablespaces: string | null }>(
    '/* backupStop */ select labelfile as label, spcmapfile as tablespaces from pg_backup_stop(wait_for_archive => false)',
  );
  const [found] = rows;
  if (found === undefined || (found.tablespaces ?? '') !== '')
    throw new EmbeddedServerError('A backup of the embedded server cannot contain tablespaces.');
  return found;
}

const walFiles = `/* backupWal */ select pg_walfile_name('0/0'::pg_lsn + n) as name
  from (select setting::numeric as size from pg_settings where name = 'wal_segment_size') segment,
    generate_series(div($1::pg_lsn - '0/0'::pg_lsn, size) * size + 1, $2::pg_lsn - '0/0'::pg_lsn, size) n`;

async function copyWal(
  session: Client,
  dir: string,
  range: readonly [start: string, end: string],
  target: BackupTarget,
): Promise<void> {
  const { rows } = await session.query<{ name: string }>(walFiles, [...range]);
  for (const { name } of rows) {
    let isThere = false;
    await readDataFile(join(dir, 'pg_wal', name), (size, chunks) => {
      isThere = true;
      return target.file(`pg_wal/${name}`, size, chunks);
    });
    if (!isThere)
      throw new EmbeddedServerError(
        `The WAL file ${name} was removed while it was being backed up: try again.`,
      );
  }
}

async function* once(chunk: Buffer): AsyncGenerator<Buffer> {
  yield chunk;
}
