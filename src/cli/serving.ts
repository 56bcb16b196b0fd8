import { createAuthenticate } from '../auth/authenticate.ts';
import type { Config } from '../config.ts';
import { scopes } from '../context.ts';
import { createDb } from '../db/client.ts';
import { createCredentialStore } from '../db/credential.ts';
import { type Connection, createServingPool, createSignInPool } from '../db/pool.ts';
import { DatabaseProbe } from '../db/probe.ts';
import { cacheTemplatesIn } from '../db/template.ts';
import { createLog, type Logger } from '../log.ts';
import { type Bucket, MemoryBucket } from '../server/cost/bucket.ts';
import { RedisBucket } from '../server/cost/redis-bucket.ts';
import { createGateway, type Gateway, type GatewayOptions } from '../server/gateway.ts';
import { type Listening, listen } from '../server/listen.ts';
import { SharedCache } from '../shared-cache.ts';
import { readPersisted } from './persisted.ts';
import { explainListen } from './port.ts';

/** Data that a process needs to serve from a prepared database. */
export interface Served {
  readonly config: Config;
  readonly connection: Connection;
  /** The account that every caller sees if sign-in is not configured. */
  readonly demoAccountId: string | undefined;
}

export interface Serving extends Listening {
  /** Rejects when serving cannot continue; without workers, the process simply ends. */
  readonly failed?: Promise<never>;
}

/** Time in milliseconds for requests in flight to finish after a stop signal. */
export const patience = 10_000;

/** Opens the log of a process that serves or that supervises workers. */
export function openLog({ logLevel }: Config): Logger {
  const log = createLog(logLevel);
  // A fault of one request must not end the others.
  process.on('unhandledRejection', (err) => log.error({ err }, 'unhandled promise rejection'));
  return log;
}

function openPools({ config, connection }: Served, log: Logger) {
  const { databasePoolSize: size, limits } = config;
  const onError = (err: Error) => log.warn({ err }, 'database connection lost');
  const { statementMs, connectMs } = limits;
  const serving = createServingPool(connection, onError, statementMs, size, connectMs);
  const signIn = createSignInPool(connection, onError, size, statementMs, connectMs);
  const probe = new DatabaseProbe(connection, onError);
  return { serving, signIn, probe, close: () => Promise.all([serving.end(), signIn.end(), probe.close()]) };
}

type Pools = ReturnType<typeof openPools>;

function viewerOf({ config, demoAccountId }: Served, pools: Pools, log: Logger): GatewayOptions['viewer'] {
  if (config.signIn !== undefined)
    return createAuthenticate(config.signIn, createCredentialStore(pools.signIn), (err) =>
      log.warn({ err }, 'could not record the last use of an api key'),
    );
  return { accountId: demoAccountId ?? '', accountUserId: null, scopes, caller: 'demo' };
}

/** The quota of callers: shared by all processes with the same Redis, or of this process only. */
async function bucketOf({ redisUrl, limits }: Config, log: Logger): Promise<Bucket> {
  const rate = { capacity: limits.bucket, refillPerSecond: limits.refill };
  return redisUrl === undefined ? new MemoryBucket(rate) : new RedisBucket(redisUrl, rate, log).ready();
}

async function listenOrExplain(gateway: Gateway, config: Config): Promise<Listening> {
  try {
    return await listen(gateway, config.port, config.host, config.limits);
  } catch (error) {
    throw explainListen(error, config);
  }
}

/** Serves requests in this process. */
export async function startServing(served: Served, log: Logger): Promise<Serving> {
  const { config } = served;
  const persisted = await readPersisted(config);
  const bucket = await bucketOf(config, log);
  const pools = openPools(served, log);
  const close = async () => void (await Promise.all([bucket.close(), pools.close()]));
  const cache = new SharedCache(config.cacheBytes);
  cacheTemplatesIn(cache);
  const gateway = createGateway({
    cache,
    limits: config.limits,
    introspection: config.introspection,
    corsOrigins: config.corsOrigins,
    hosts: config.signIn === undefined ? 'loopback' : 'any',
    trustProxy: config.trustProxy,
    bucket,
    ...(persisted && { persisted }),
    db: createDb(pools.serving, { expensiveMs: config.limits.expensiveMs }),
    viewer: viewerOf(served, pools, log),
    log,
    checkReady: (options) => pools.probe.check(options),
    readyRequiresWrites: config.readyRequiresWrites,
  });
  try {
    // Logs a warning if the server is read-only.
    await gateway.readiness.response();
    const { url, drain, stop } = await listenOrExplain(gateway, config);
    return { url, drain, stop: (patience) => stop(patience).finally(close) };
  } catch (error) {
    await close();
    throw error;
  }
}
