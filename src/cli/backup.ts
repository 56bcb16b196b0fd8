import { realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { Writable } from 'node:stream';
import type { Config } from '../config.ts';

import { hasDatabase, openEmbeddedServer, takeBaseBackup } from '../embedded/server.ts';
import { ArchiveWriter } from './backup-archive.ts';
import { summaryOf, takeInventory } from './backup-inventory.ts';
import { gatewayVersion, type Manifest } from './backup-manifest.ts';
import { dumpDatabase } from './backup-served.ts';
import { CommandError } from './command-error.ts';
import { ownerUrl } from './database.ts';
import { stopSignal } from './stop-signal.ts';

export interface BackupArguments {
  readonly overwrite?: boolean;
}

/** `customer-gateway backup`: writes a complete backup to a file, or no file. */
export async function backupCommand(
  config: Config,
  file: string,
  { overwrite = false }: BackupArguments,
  out: Writable,
  stop = stopSignal(),
): Promise<void> {
  if (config.databaseUrl === undefined) await checkEmbedded(config.dataDir, file);
  const archive = await ArchiveWriter.create(file, { overwrite, stop });
  try {
    const manifest =
      config.databaseUrl === undefined
        ? await copyEmbedded(config.dataDir, archive)
        : await dumpDatabase(ownerUrl(config) ?? config.databaseUrl, archive, stop);
    const size = await archive.finish(manifest);
    out.write(`Wrote ${file}: ${summaryOf(manifest)}, ${(size / 1e6).toFixed(1)} MB.\n`);
  } catch (error) {
    await archive.discard();
    throw error;
  }
}

/** A wrong DATA_DIR would be initialized empty, and a file in DATA_DIR would block its restore. */
async function checkEmbedded(dataDir: string, file: string): Promise<void> {
  if (!(await hasDatabase(dataDir)))
    throw new CommandError(
      `${dataDir} contains no database: set DATA_DIR to the gateway's data directory, or DATABASE_URL.`,
    );
  const home = await realpath(dataDir);
  const directory = await realpath(dirname(resolve(file))).catch(() => '');
  if (`${join(directory, basename(file))}`.startsWith(home + sep))
    throw new CommandError(`${file} is in ${dataDir}: choose a path outside of the data directory.`);
}

async function copyEmbedded(dataDir: string, archive: ArchiveWriter): Promise<Manifest> {
  // Joins the server of a running gateway, or starts the server.
  const server = await openEmbeddedServer({ dataDir });
  try {
    await archive.directory('postgres');
    const { version, inventory } = await takeBaseBackup({
      dataDir,
      connection: server.connection,
      target: {
        directory: (path) => archive.directory(`postgres/${path}`),
        file: (path, size, chunks) => archive.file(`postgres/${path}`, size, chunks),
      },
      inventory: async (client) => {
        const { rows } = await client.query<{ version: number }>(
          `select current_setting('server_version_num')::int / 10000 as version`,
        );
        return { version: rows[0]?.version ?? 0, inventory: await takeInventory(client) };
      },
    });
    return {
      format: 1,
      kind: 'embedded',
      createdAt: new Date().toISOString(),
      gateway: await gatewayVersion(),
      postgres: version,
      platform: `${process.platform}-${process.arch}`,
      ...inventory,
    };
  } finally {
    await server.stop();
  }
}
