import type { Writable } from 'node:stream';
import type { Config } from '../config.ts';
import { openDatabase } from './database.ts';
import { readPersisted } from './persisted.ts';
import { checkPort } from './port.ts';
import { demoAccount, type FirstAccount, prepare } from './prepare.ts';
import { openLog, type Served, startServing, stopTimeoutMs } from './serving.ts';
import { skipDrainSignal, stopRequested, stopSignal } from './stop-signal.ts';
import { startWorkers } from './workers.ts';

function audienceOf({ signIn }: Config, account: FirstAccount | undefined): string {
  if (account !== undefined)
    return `Without sign-in, every caller sees the account "${account.name}" (${account.id}).`;
  const { tokens, apiKeySecret } = signIn ?? {};
  const accepted = [tokens && `tokens of ${tokens.issuer}`, apiKeySecret && 'API keys'].filter(Boolean);
  return `Callers sign in with ${accepted.join(' or ')}.`;
}

function startupText(url: string, config: Config, account: FirstAccount | undefined): string {
  const { workers, redisUrl, databaseUrl } = config;
  const apart = redisUrl === undefined ? '; each counts the costs of callers separately (no REDIS_URL)' : '';
  const lines = [
    `Customer gateway: ${url}`,
    audienceOf(config, account),
    ...(workers > 1 ? [`${workers} workers${apart}.`] : []),
    `Ctrl-C stops it${databaseUrl === undefined ? ', the database too' : ''}.`,
  ];
  return `\n${lines.map((line) => `  ${line}\n`).join('')}\n`;
}

export async function serveCommand(config: Config, out: Writable): Promise<void> {
  const stop = stopSignal();
  const skip = skipDrainSignal();
  const log = openLog(config);
  // Each serving process reads the manifest itself; this reports an invalid one before anything is started.
  await readPersisted(config);
  await checkPort(config);
  const database = await openDatabase(config, (err) => log.warn({ err }, 'database connection lost'));
  try {
    await prepare(database, config.limits, out, stop);
    const account = config.signIn === undefined ? await demoAccount(database.pool) : undefined;
    const served: Served = { config, connection: database.serving, demoAccountId: account?.id };
    const serving =
      config.workers > 1 ? await startWorkers(served, log, stop) : await startServing(served, log);
    try {
      const isStopped = stop.aborted;
      if (!isStopped) out.write(startupText(serving.url, config, account));
      const failed = serving.failed ? [serving.failed] : [];
      await Promise.race([stopRequested(stop), ...failed]);
      if (!isStopped && config.drainMs > 0 && !skip.aborted) {
        out.write(`Draining for ${config.drainMs / 1_000} s; send another signal to skip this …\n`);
        await Promise.race([serving.drain(config.drainMs, skip), ...failed]);
      }
      out.write('Stopping …\n');
    } finally {
      await serving.stop(stopTimeoutMs);
    }
  } finally {
    await database.close();
  }
}
