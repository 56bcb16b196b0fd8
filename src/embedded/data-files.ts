import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, EmbeddedServerError } from './error.ts';

/** Directories whose contents belong to the running server; PostgreSQL expects them to exist. */
const emptied = new Set([
  'pg_dynshmem',
  'pg_notify',
  'pg_replslot',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
  'pg_wal',
]);

/** As in pg_basebackup: temporary files, and files that a backup writes itself. */
const excluded =
  /^(postmaster\.(pid|opts).*|\.s\.PGSQL\..*|(backup_label|tablespace_map)(\.old)?|backup_manifest|current_logfiles.*|postgresql\.auto\.conf\.tmp|pg_internal\.init.*|pgsql_tmp.*|t\d+_\d+(_.*)?|\.restore\.sock)$/;

/** Copied last: it must not be older than the other files. */
const control = 'global/pg_control';

const portable = /^[\w.+~-]+$/;

export interface DataEntry {
  /** Relative to the data directory, with slashes. */
  readonly path: string;
  readonly isDirectory: boolean;
}

export async function* dataEntries(root: string): AsyncGenerator<DataEntry> {
  yield* entriesBelow(root, '');
  yield { path: control, isDirectory: false };
}

async function* entriesBelow(root: string, parent: string): AsyncGenerator<DataEntry> {
  for (const name of (await readdir(join(root, parent))).sort()) {
    const path = parent === '' ? name : `${parent}/${name}`;
    if (excluded.test(name) || !portable.test(name) || path === control) continue;
    if (parent === 'pg_tblspc')
      throw new EmbeddedServerError(
        `${join(root, path)} is a tablespace: a backup of the embedded server cannot contain one. Move its tables to pg_default first.`,
      );
    const found = await stat(join(root, path)).catch(ignoreMissing);
    if (found?.isFile()) yield { path, isDirectory: false };
    if (!found?.isDirectory()) continue;
    yield { path, isDirectory: true };
    if (!emptied.has(path)) yield* entriesBelow(root, path);
  }
}

/** The server may delete files while they are listed and read. */
function ignoreMissing(error: unknown): undefined {
  if (codeOf(error) === 'ENOENT') return undefined;
  throw error;
}

const chunkBytes = 256 * 1024;

/** The server may extend or truncate the file meanwhile; recovery repairs the difference. */
export async function readDataFile(
  path: string,
  write: (size: number, chunks: AsyncIterable<Buffer>) => Promise<void>,
): Promise<void> {
  const handle = await open(path).catch(ignoreMissing);
  if (handle === undefined) return;
  const { size } = await handle.stat();
  async function* chunks(file = handle): AsyncGenerator<Buffer> {
    for (let at = 0; at < size; ) {
      const wanted = Math.min(chunkBytes, size - at);
      const chunk = Buffer.alloc(wanted);
      const { bytesRead = wanted } = (await file?.read(chunk, 0, wanted, at)) ?? {};
      at += bytesRead === 0 ? wanted : bytesRead;
      yield bytesRead === 0 ? chunk : chunk.subarray(0, bytesRead);
    }
  }
  try {
    await write(size, chunks());
  } finally {
    await handle.close();
  }
}
