import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Config } from '../config.ts';
import { type MetricFacts, readMetricFacts } from '../db/admin/metric-facts.ts';
import type { Logger } from '../log.ts';
import { type Endpoint, openEndpoint } from '../observe/metrics/endpoint.ts';
import { gauge } from '../observe/metrics/process-metrics.ts';
import type { Printed } from '../observe/metrics/series.ts';
import { isLoopback } from '../server/http/request-headers.ts';
import { explainListen } from './port.ts';
import type { Serving } from './serving.ts';
import { packageVersion } from './version.ts';

/** Metrics of the database that take longer are left out, so that the others arrive in time. */
const factsMs = 1_000;

function schemaHash(): string {
  const sdl = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8');
  return createHash('sha256').update(sdl).digest('hex').slice(0, 12);
}

/** Without delivery, waiting messages must not trigger an alert. */
function printOutbox({ due, later, failed, oldestSeconds }: MetricFacts): readonly Printed[] {
  const states = [[due, 'due'] as const, [later, 'later'] as const, [failed, 'failed'] as const];
  return [
    gauge('gateway_outbox_messages', states),
    gauge('gateway_outbox_oldest_seconds', [[oldestSeconds]]),
  ];
}

function printFacts({ runs, migration }: MetricFacts): readonly Printed[] {
  const ended = runs.flatMap(({ state, endedAt }) => (endedAt === null ? [] : [[endedAt, state] as const]));
  return [
    gauge(
      'gateway_import_runs',
      ['running', 'completed', 'stopped', 'failed'].map(
        (state) => [runs.find((run) => run.state === state)?.count ?? 0, state] as const,
      ),
    ),
    gauge('gateway_import_last_end_timestamp_seconds', ended),
    gauge('gateway_schema_info', [[1, migration, schemaHash()]]),
  ];
}

/** Serves the metrics of all serving processes, and of the database that they share. */
export async function serveMetrics(
  config: Config,
  { pool, serving, log }: { readonly pool: pg.Pool; readonly serving: Serving; readonly log: Logger },
): Promise<Endpoint> {
  const { host, metricsPort: port = 0, signIn, webhookUrl } = config;
  let isMissing = false;
  const facts = async (): Promise<readonly Printed[]> => {
    const stop = new AbortController();
    const late = sleep(factsMs, undefined, { signal: stop.signal }).catch(() => undefined);
    try {
      const found = await Promise.race([readMetricFacts(pool), late]);
      isMissing = false;
      if (found === undefined) return [];
      return [...printFacts(found), ...(webhookUrl === undefined ? [] : printOutbox(found))];
    } catch (err) {
      if (!isMissing) log.warn({ err }, 'metrics of the database cannot be read now');
      isMissing = true;
      return [];
    } finally {
      stop.abort();
    }
  };
  const build = gauge('gateway_build_info', [[1, packageVersion(), process.versions.node]]);
  const collect = async () => {
    const [shared, all] = await Promise.all([facts(), serving.metrics()]);
    const restarts = gauge('gateway_worker_restarts_total', [[serving.restarts?.() ?? 0]]);
    return [[build, restarts, ...shared], ...all];
  };
  try {
    const answers = (given: string | undefined) => signIn !== undefined || isLoopback(given);
    return await openEndpoint({ collect, host, port, log, answers });
  } catch (error) {
    throw explainListen(error, { host, port }, 'METRICS_PORT');
  }
}
