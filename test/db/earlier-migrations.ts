import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';

const migrations = new URL('../../prisma/migrations/', import.meta.url);

/** A folder with the migrations before the given one, for the test that calls this. */
export async function migrationsBefore(first: string): Promise<URL> {
  const path = await mkdtemp(join(tmpdir(), 'migrations-'));
  onTestFinished(() => rm(path, { recursive: true }));
  const names = (await readdir(migrations)).filter((name) => /^\d/.test(name) && name < first);
  for (const name of names) {
    await mkdir(join(path, name));
    const sql = await readFile(new URL(`${name}/migration.sql`, migrations), 'utf8');
    await writeFile(join(path, name, 'migration.sql'), sql);
  }
  return pathToFileURL(`${path}/`);
}
