import pg from 'pg';
import { beginRestore, type EmbeddedServer, type Restoration } from '../embedded/server.ts';
import { type Inventory, takeInventory } from './backup-inventory.ts';
import type { Manifest } from './backup-manifest.ts';
import { readArchive } from './backup-reader.ts';
import { CommandError } from './command-error.ts';
import { checkRestored } from './restore-check.ts';

const root = 'postgres';

/** Unpacks, verifies and recovers a copy of a data directory beside its final place, then moves it there. */
export async function restoreEmbedded(dataDir: string, file: string, stop: AbortSignal): Promise<Manifest> {
  const restoration = await beginRestore(dataDir);
  try {
    const manifest = await unpack(file, restoration, stop);
    checkPlatform(file, manifest);
    const found = await inventoryOf(await restoration.start());
    checkRestored(manifest, found, 'nothing was restored');
    if (stop.aborted) throw new CommandError('Stopped: nothing was restored.');
    await restoration.commit();
    return manifest;
  } catch (error) {
    await restoration.discard();
    throw error;
  }
}

function unpack(file: string, restoration: Restoration, stop: AbortSignal): Promise<Manifest> {
  const pathOf = (name: string): string => {
    if (name.startsWith(`${root}/`)) return name.slice(root.length + 1);
    throw new CommandError(
      `${file} contains ${name} and no data directory of an embedded server: set DATABASE_URL to restore a backup of a served database.`,
    );
  };
  return readArchive(
    file,
    {
      directory: async (name) => {
        if (name !== root) await restoration.directory(pathOf(name));
      },
      file: (name, chunks) => restoration.file(pathOf(name), chunks),
    },
    stop,
  );
}

function checkPlatform(file: string, { kind, platform = 'unknown' }: Manifest): void {
  if (kind !== 'embedded') throw new CommandError(`${file} is not a backup of an embedded server.`);
  const own = `${process.platform}-${process.arch}`;
  if (platform !== own)
    throw new CommandError(
      `${file} was made on ${platform}; a copy of a data directory cannot be used on ${own}. Move the data with pg_dump.`,
    );
}

async function inventoryOf(connection: EmbeddedServer['connection']): Promise<Inventory> {
  const client = new pg.Client({ ...connection, ssl: false });
  client.on('error', () => {});
  await client.connect();
  try {
    return await takeInventory(client);
  } finally {
    await client.end();
  }
}
