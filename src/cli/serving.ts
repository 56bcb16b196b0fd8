import { setFlagsFromString } from 'node:v8';
import { createAuthenticate } from '../auth/authenticate.ts';
import { scopes } from '../auth/viewer.ts';
import { Rederiver } from '../background/rederiver.ts';
import type { Config } from '../config.ts';
import { DatabaseProbe } from '../db/admin/probe.ts';
import { createDb, type Db } from '../db/client.ts';
import { cacheTemplatesIn } from '../db/read/statement.ts';
import { createCredentialStore } from '../db/wire/credential.ts';
import { type Connection, createServingPool, createSignInPool } from '../db/wire/pool.ts';
import type { Logger } from '../log.ts';
import type { Printed } from '../observe/metrics/series.ts';
import type { Observer } from '../observe/observer.ts';
import { Deliverer } from '../outbox/deliverer.ts';
import { Tidier } from '../outbox/tidier.ts';
import { type Bucket, MemoryBucket } from '../server/cost/cost-limiter.ts';
import { createGateway, type Gateway, type GatewayOptions } from '../server/gateway.ts';
import { type Listening, listen } from '../server/listen.ts';
import { SharedCache } from '../shared-cache.ts';
import { openObserving, printMetrics } from './observing.ts';
import { readPersisted } from './persisted.ts';
import { explainListen } from './port.ts';

export interface Served {
  readonly config: Config;
  readonly connection: Connection;
  /** The account that every caller sees if sign-in is not configured. */
  readonly demoAccountId: string | undefined;
  /** The same for all workers. */
  readonly sessionSecret: string;
}

export interface Serving extends Listening {
  /** Rejects when serving cannot continue; without workers, the process simply ends. */
  readonly failed?: Promise<never>;
  /** The metrics of each serving process; none without METRICS_PORT. */
  metrics(): Promise<readonly (readonly Printed[])[]>;
  /** The number of workers that have replaced others; absent without workers. */
  restarts?(): number;
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

interface Signing {
  readonly pools: Pools;
  readonly log: Logger;
  readonly observer: Observer | undefined;
}

function viewerOf(
  { config, demoAccountId }: Served,
  { pools, log, observer }: Signing,
): GatewayOptions['viewer'] {
  if (config.signIn !== undefined)
    return createAuthenticate(config.signIn, createCredentialStore(pools.signIn, observer), (err) =>
      log.warn({ err }, 'could not record the last use of an api key'),
    );
  return { accountId: demoAccountId ?? '', accountUserId: null, scopes, caller: 'demo' };
}

/** The quota of callers: shared by all processes with the same Redis, or of this process only. */
async function bucketOf({ redisUrl, limits }: Config, log: Logger): Promise<Bucket> {
  const rate = { capacity: limits.bucket, refillPerSecond: limits.refill };
  if (redisUrl === undefined) return new MemoryBucket(rate);
  const { RedisBucket } = await import('../server/cost/redis-bucket.ts');
  return new RedisBucket(redisUrl, rate, log).ready();
}

async function listenOrExplain(gateway: Gateway, config: Config): Promise<Listening> {
  try {
    return await listen(gateway, config.port, config.host, config.limits);
  } catch (error) {
    throw explainListen(error, config);
  }
}

/** Without a webhook, messages are not sent, and expire. */
function startOutbox(
  { webhookUrl: url, webhookSecret: secrets = [] }: Config,
  db: Db,
  log: Logger,
): Deliverer | Tidier {
  return url === undefined ? new Tidier({ db, log }) : new Deliverer({ db, log, url, secrets });
}

/**
 * By default, V8 allocates objects in the old generation if most of their kind survived a collection: here, those of
 * the requests in flight. There they keep all that they refer to, until the old generation is collected.
 */
function allocateInNewGeneration(): void {
  setFlagsFromString('--no-allocation-site-pretenuring');
}

export async function startServing(served: Served, log: Logger): Promise<Serving> {
  allocateInNewGeneration();
  const { config } = served;
  const persisted = await readPersisted(config);
  const bucket = await bucketOf(config, log);
  const observing = await openObserving(config, log, persisted);
  const { observer, metrics } = observing;
  const pools = openPools(served, log);
  const close = async () => {
    await Promise.all([observing.close(), bucket.close(), pools.close()]);
  };
  const cache = new SharedCache(config.cacheBytes);
  cacheTemplatesIn(cache);
  const db = createDb(pools.serving, { expensiveMs: config.limits.expensiveMs, observer });
  const gateway = createGateway({
    cache,
    sessionSecret: served.sessionSecret,
    oidc: config.signIn?.oidc,
    limits: config.limits,
    introspection: config.introspection,
    corsOrigins: config.corsOrigins,
    hosts: config.signIn === undefined ? 'loopback' : 'any',
    trustProxy: config.trustProxy,
    bucket,
    ...(persisted && { persisted }),
    db,
    viewer: viewerOf(served, { pools, log, observer }),
    log,
    checkReady: (options) => pools.probe.check(options),
    readyRequiresWrites: config.readyRequiresWrites,
    observer,
  });
  try {
    // Logs a warning if the server is read-only.
    await gateway.readiness.response();
    const { url, drain, stop } = await listenOrExplain(gateway, config);
    const outbox = startOutbox(config, db, log);
    const rederiver = new Rederiver({ db, log });
    const read = { config, gateway, db, cache, bucket, servingPool: pools.serving, signInPool: pools.signIn };
    return {
      url,
      drain,
      metrics: async () => (metrics === undefined ? [] : [await printMetrics(metrics, read)]),
      async stop(timeoutMs) {
        await Promise.all([stop(timeoutMs), outbox.stop(timeoutMs), rederiver.stop()]).finally(close);
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
