import type pg from 'pg';
import type { Config } from '../config.ts';
import type { Db } from '../db/client.ts';
import type { Logger } from '../log.ts';
import { AccessLog } from '../observe/access-log.ts';
import type { Printed } from '../observe/metrics/series.ts';
import type { PoolState, ServingMetrics } from '../observe/metrics/state.ts';
import type { Observer } from '../observe/observer.ts';
import { observers } from '../observe/observers.ts';
import type { Bucket } from '../server/cost/cost-limiter.ts';
import type { Gateway } from '../server/gateway.ts';
import type { PersistedOptions } from '../server/http/params.ts';
import type { SharedCache } from '../shared-cache.ts';
import { openTracing } from './tracing.ts';

interface Observing {
  /** Undefined if nothing is observed. */
  readonly observer: Observer | undefined;
  /** Undefined without METRICS_PORT. */
  readonly metrics: ServingMetrics | undefined;
  /** Resolves when the last lines are written and the last traces are sent. */
  close(): Promise<void>;
}

function openAccessLog({ accessLog: mode, logSlowMs: slowMs }: Config, log: Logger): AccessLog | undefined {
  return mode === 'off' ? undefined : new AccessLog({ log, mode, slowMs });
}

/** Loads the code of the metrics only if they are served. */
async function openMetrics(
  { metricsPort }: Config,
  persisted: PersistedOptions | undefined,
): Promise<ServingMetrics | undefined> {
  if (metricsPort === undefined) return undefined;
  const { ServingMetrics } = await import('../observe/metrics/state.ts');
  return new ServingMetrics((hash) => persisted?.documents.has(hash) ?? false);
}

export async function openObserving(
  config: Config,
  log: Logger,
  persisted: PersistedOptions | undefined,
): Promise<Observing> {
  const accessLog = openAccessLog(config, log);
  const metrics = await openMetrics(config, persisted);
  const tracing = await openTracing(config, log);
  return {
    observer: observers([accessLog, metrics?.recorder, tracing].filter((part) => part !== undefined)),
    metrics,
    async close() {
      accessLog?.close();
      metrics?.close();
      await tracing?.stop();
    },
  };
}

/** The parts of a serving process whose state is read at each scrape. */
interface ReadParts {
  readonly config: Config;
  readonly gateway: Gateway;
  readonly db: Db;
  readonly signInPool: pg.Pool;
  readonly servingPool: pg.Pool;
  readonly cache: SharedCache;
  readonly bucket: Bucket;
}

function poolsOf({ db, servingPool, signInPool }: ReadParts): readonly PoolState[] {
  const connections = ({ totalCount, idleCount: idle, options: { max } }: pg.Pool) => ({
    used: totalCount - idle,
    idle,
    max,
  });
  return [
    { name: 'serving', ...connections(servingPool), waiting: db.$queue.waiting },
    { name: 'sign-in', ...connections(signInPool), waiting: signInPool.waitingCount },
  ];
}

/** The metrics of a serving process, as they are now. */
export async function printMetrics(metrics: ServingMetrics, parts: ReadParts): Promise<readonly Printed[]> {
  const { config, gateway, cache, bucket } = parts;
  const { status, body } = await gateway.readiness.response();
  return metrics.print({
    load: gateway.load(),
    slots: config.limits.inFlight,
    pools: poolsOf(parts),
    subscriptions: gateway.subscriptions.count,
    cache,
    redisUp: bucket.isUp,
    isReady: status === 200,
    acceptsWrites: body.writes,
  });
}
