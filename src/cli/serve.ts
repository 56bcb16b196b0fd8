import { randomBytes } from 'node:crypto';
import type { Writable } from 'node:stream';
import type { Config } from '../config.ts';
import { openDatabase } from './database.ts';
import type { serveMetrics } from './metrics.ts';
import { openLog } from './open-log.ts';
import { readPersisted } from './persisted.ts';
import { checkPort } from './port.ts';
import { demoAccount, type FirstAccount, prepare } from './prepare.ts';
import type { Served, Serving } from './serving.ts';
import { skipDrainSignal, stopRequested, stopSignal, stopTimeoutMs } from './stop-signal.ts';
import { startWorkers } from './workers.ts';

function audienceOf({ signIn }: Config, account: FirstAccount | undefined): string {
  if (account !== undefined)
    return `Without sign-in, every caller sees the account "${account.name}" (${account.id}).`;
  const { tokens, apiKeySecret } = signIn ?? {};
  const accepted = [tokens && `tokens of ${tokens.issuer}`, apiKeySecret && 'API keys'].filter(Boolean);
  return `Callers sign in with ${accepted.join(' or ')}.`;
}

function startupText(
  url: string,
  config: Config,
  account: FirstAccount | undefined,
  metricsUrl: string | undefined,
): string {
  const { workers, redisUrl, databaseUrl } = config;
  const apart = redisUrl === undefined ? '; each counts the costs of callers separately (no REDIS_URL)' : '';
  const lines = [
    `Customer gateway: ${url}`,
    audienceOf(config, account),
    ...(workers > 1 ? [`${workers} workers${apart}.`] : []),
    ...(metricsUrl === undefined ? [] : [`Metrics: ${metricsUrl}`]),
    `Ctrl-C stops it${databaseUrl === undefined ? ', the database too' : ''}.`,
  ];
  return `\n${lines.map((line) => `  ${line}\n`).join('')}\n`;
}

/** Undefined without METRICS_PORT: prom-client is then not loaded. */
async function openMetrics(config: Config, options: Parameters<typeof serveMetrics>[1]) {
  if (config.metricsPort === undefined) return undefined;
  const { serveMetrics } = await import('./metrics.ts');
  return serveMetrics(config, options);
}

interface Running {
  readonly config: Config;
  readonly serving: Serving;
  readonly stop: AbortSignal;
  readonly skip: AbortSignal;
}

/** Waits for a signal to stop, and then lets requests in flight finish; rejects if serving fails. */
async function untilStopped({ config, serving, stop, skip }: Running, out: Writable): Promise<void> {
  const failed = serving.failed ? [serving.failed] : [];
  const isStopped = stop.aborted;
  await Promise.race([stopRequested(stop), ...failed]);
  if (!isStopped && config.drainMs > 0 && !skip.aborted) {
    out.write(`Draining for ${config.drainMs / 1_000} s; send another signal to skip this …\n`);
    await Promise.race([serving.drain(config.drainMs, skip), ...failed]);
  }
  out.write('Stopping …\n');
}

export async function serveCommand(config: Config, out: Writable): Promise<void> {
  const stop = stopSignal();
  const skip = skipDrainSignal();
  const log = openLog(config);
  // Loaded while the database is checked; the primary of several workers does not need it.
  const loaded = config.workers > 1 ? undefined : import('./serving.ts');
  // Each serving process reads the manifest itself; this reports an invalid one before anything is started.
  await readPersisted(config);
  await checkPort(config);
  const { host, metricsPort } = config;
  if (metricsPort !== undefined) await checkPort({ host, port: metricsPort }, 'METRICS_PORT');
  const database = await openDatabase(config, (err) => log.warn({ err }, 'database connection lost'));
  try {
    await prepare(database, config.limits, out, stop);
    const account = config.signIn === undefined ? await demoAccount(database.pool) : undefined;
    const sessionSecret = config.signIn?.sessionSecret ?? randomBytes(32).toString('base64url');
    const served: Served = {
      config,
      connection: database.serving,
      demoAccountId: account?.id,
      sessionSecret,
    };
    const serving =
      loaded === undefined
        ? await startWorkers(served, log, stop)
        : await (await loaded).startServing(served, log);
    const endpoint = await openMetrics(config, { pool: database.pool, serving, log }).catch(async (error) => {
      await serving.stop(0);
      throw error;
    });
    try {
      if (!stop.aborted) out.write(startupText(serving.url, config, account, endpoint?.url));
      await untilStopped({ config, serving, stop, skip }, out);
    } finally {
      await serving.stop(stopTimeoutMs);
      await endpoint?.close();
    }
  } finally {
    await database.close();
  }
}
