import type { Writable } from 'node:stream';
import type { Config } from '../config.ts';
import { summaryOf } from './backup-inventory.ts';
import { ownerUrl } from './database.ts';
import { restoreEmbedded } from './restore-embedded.ts';
import { restoreServed } from './restore-served.ts';
import { stopSignal } from './stop-signal.ts';

/** Restores into an empty data directory or database only, and verifies the result. */
export async function restoreCommand(
  config: Config,
  file: string,
  out: Writable,
  stop = stopSignal(),
): Promise<void> {
  const { databaseUrl } = config;
  const manifest =
    databaseUrl === undefined
      ? await restoreEmbedded(config.dataDir, file, stop)
      : await restoreServed(ownerUrl(config) ?? databaseUrl, file, stop);
  const into = databaseUrl === undefined ? config.dataDir : 'the database';
  out.write(
    `Restored ${file}, made ${manifest.createdAt} by version ${manifest.gateway}, into ${into}: ${summaryOf(manifest)}. ` +
      'All counts match those of the backup. Start the gateway with `npm start`.\n',
  );
}
