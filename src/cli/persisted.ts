import { readFile } from 'node:fs/promises';
import type { Config } from '../config.ts';
import { type PersistedOptions, persistedDocuments } from '../server/http/params.ts';
import { CommandError } from './command-error.ts';

export async function readPersisted(config: Config): Promise<PersistedOptions | undefined> {
  const { persistedDocuments: path, persistedOnly: only } = config;
  if (path === undefined) return undefined;
  try {
    return { documents: persistedDocuments(JSON.parse(await readFile(path, 'utf8'))), only };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CommandError(`PERSISTED_DOCUMENTS (${path}) cannot be used: ${why}.`);
  }
}
