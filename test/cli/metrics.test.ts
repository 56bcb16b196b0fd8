import { expect, inject, test } from 'vitest';
import { catalogue } from '../../src/observe/metrics/catalogue.ts';
import { openTestDatabase } from '../database.ts';
import { eventually } from '../eventually.ts';
import { run, type Serving, serve } from './command.ts';
import { connectTo } from './held-connection.ts';
import { workersOf } from './workers-of.ts';

const { url, pool } = await openTestDatabase(inject('demo'));
const document = 'query Names { customers(first: 2) { nodes { name tags(first: 1) { nodes { name } } } } }';

/** Messages are sent to no one. */
const webhook = { WEBHOOK_URL: 'http://127.0.0.1:9/', WEBHOOK_SECRET: `whsec_${'A'.repeat(43)}=` };

const urlOf = (gateway: Serving): string => /Metrics: (\S+)/.exec(gateway.printed())?.[1] ?? 'none';

interface Series {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** The series of each metric, of Prometheus' text format. */
function parse(text: string): ReadonlyMap<string, readonly Series[]> {
  const found = new Map<string, Series[]>();
  for (const line of text.split('\n')) {
    const [, name = '', labels = '', value] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
    if (value === undefined) continue;
    const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, key, text]) => [key, text]);
    found.set(name, [
      ...(found.get(name) ?? []),
      { labels: Object.fromEntries(pairs), value: Number(value) },
    ]);
  }
  return found;
}

async function scrape(gateway: Serving) {
  const response = await fetch(urlOf(gateway));
  const text = await response.text();
  expect(response.status, text).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const series = parse(text);
  const sum = (name: string, labels: Series['labels'] = {}) =>
    (series.get(name) ?? [])
      .filter((each) => Object.entries(labels).every(([key, value]) => each.labels[key] === value))
      .reduce((total, { value }) => total + value, 0);
  return { text, series, sum };
}

test('all metrics are served on their own port, and none on the public one', async () => {
  const gateway = await serve({ DATABASE_URL: url, METRICS_PORT: '0', ...webhook });
  for (let n = 0; n < 30; n++) await gateway.ask(document);
  await gateway.ask('{ nothing }');
  const { text, sum } = await scrape(gateway);

  expect(text).toContain('graphql_errors_total{error_type="INTERNAL_SERVER_ERROR"} 0');
  const described = [...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)].map(([, name, type]) => `${name} ${type}`);
  const listed = Object.entries(catalogue)
    .map(([name, { type }]) => `${name} ${type}`)
    .filter((each) => !each.startsWith('gateway_redis_up'));
  expect(described.toSorted()).toEqual(listed.toSorted());
  expect(sum('graphql_requests_total')).toBe(31);
  expect(sum('graphql_requests_total', { graphql_operation_name: 'Names', outcome: 'ok' })).toBe(11);
  expect(sum('graphql_errors_total', { error_type: 'GRAPHQL_VALIDATION_FAILED' })).toBe(1);
  expect(sum('http_server_request_duration_seconds_count')).toBe(31);
  expect(sum('http_server_request_duration_seconds_bucket', { le: '+Inf' })).toBe(31);
  expect(
    sum('db_client_operation_duration_seconds_count', { db_query_summary: 'Query.customers page' }),
  ).toBe(30);
  expect(sum('gateway_statement_rows_total', { db_query_summary: 'Query.customers page' })).toBe(90);
  expect(sum('gateway_batch_keys_count')).toBe(60);
  expect(sum('gateway_cost_actual_units_total')).toBeGreaterThan(30);
  expect(sum('db_client_connection_max', { db_client_connection_pool_name: 'serving' })).toBe(10);
  for (const name of ['gateway_ready', 'gateway_writes_ready', 'gateway_workers', 'gateway_build_info'])
    expect(sum(name), name).toBe(1);
  const { origin } = new URL(gateway.url);
  expect((await fetch(`${origin}/metrics`)).status).toBe(404);
  const elsewhere = urlOf(gateway).replace('/metrics', '/graphql');
  expect((await fetch(elsewhere)).status).toBe(404);
  const posted = await fetch(urlOf(gateway), { method: 'POST' });
  expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  expect(await gateway.end('SIGTERM')).toBe(0);
});

test('the metrics of workers are added up, also after one of them was replaced', async () => {
  const gateway = await serve({
    DATABASE_URL: url,
    METRICS_PORT: '0',
    WORKERS: '2',
    LIMIT_BUCKET: '1000000',
  });
  const opened = [await connectTo(gateway.url), await connectTo(gateway.url)];
  for (const each of opened) for (let n = 0; n < 5; n++) await each.ask(document);
  const first = await scrape(gateway);

  expect(first.sum('gateway_workers')).toBe(2);
  expect(first.sum('gateway_worker_restarts_total')).toBe(0);
  expect(first.sum('graphql_requests_total')).toBe(12);
  expect(first.sum('http_server_request_duration_seconds_bucket', { le: '+Inf' })).toBe(12);
  expect(first.sum('gateway_build_info')).toBe(1);
  expect(first.sum('gateway_schema_info')).toBe(1);
  expect(first.sum('gateway_ready')).toBe(1);
  expect(first.sum('db_client_connection_max', { db_client_connection_pool_name: 'serving' })).toBe(10);

  const [killed = 0] = workersOf(gateway);
  process.kill(killed, 'SIGKILL');
  await gateway.prints(/worker restarted/);
  await eventually(async () => expect((await scrape(gateway)).sum('gateway_workers')).toBe(2));
  const second = await scrape(gateway);
  // Prometheus would count the requests of the other worker again if the sum fell.
  expect(second.sum('graphql_requests_total')).toBe(12);
  expect(second.sum('http_server_request_duration_seconds_bucket', { le: '+Inf' })).toBe(12);
  expect(second.sum('gateway_worker_restarts_total')).toBe(1);
  expect(await gateway.end('SIGTERM')).toBe(0);
});

test('of a stopped worker only the counters are read', async () => {
  const gateway = await serve({ DATABASE_URL: url, METRICS_PORT: '0', WORKERS: '2' });
  const opened = [await connectTo(gateway.url), await connectTo(gateway.url)];
  for (const each of opened) await each.ask(document);
  const first = await scrape(gateway);
  const [stopped = 0] = workersOf(gateway);
  process.kill(stopped, 'SIGSTOP');

  const second = await scrape(gateway);
  expect(second.sum('gateway_workers')).toBe(1);
  expect(second.sum('graphql_requests_total')).toBe(first.sum('graphql_requests_total'));
  process.kill(stopped, 'SIGCONT');
  await gateway.end('SIGTERM');
});

test('messages and import runs in the database are counted, in whatever state', async () => {
  const gateway = await serve({ DATABASE_URL: url, METRICS_PORT: '0', ...webhook });
  const before = await scrape(gateway);
  const [{ id }] = (await pool.query('select id from accounts order by id limit 1')).rows;
  await pool.query(
    `insert into outbox_messages (account_id, id, topic, recipient, created_at, next_attempt_at, failed_at) values
      ($1, 'm1', 't', 'r', now() - interval '1 hour', now(), null), ($1, 'm2', 't', 'r', now(), now() + interval '1 hour', null),
      ($1, 'm3', 't', 'r', now(), now(), now())`,
    [id],
  );
  await pool.query(
    `insert into import_runs (account_id, id, system, state, ended_at) values
      ($1, 'r1', 'AUGNO', 'COMPLETED', '2030-01-01T00:00:00Z'), ($1, 'r2', 'AUGNO', 'RUNNING', null)`,
    [id],
  );
  const { sum } = await scrape(gateway);

  const waiting = ({ sum: of }: typeof before) =>
    of('gateway_outbox_messages', { state: 'due' }) + of('gateway_outbox_messages', { state: 'later' });
  expect(waiting({ ...before, sum })).toBe(waiting(before) + 2);
  expect(sum('gateway_outbox_messages', { state: 'failed' })).toBe(
    before.sum('gateway_outbox_messages', { state: 'failed' }) + 1,
  );
  expect(sum('gateway_outbox_oldest_seconds')).toBeGreaterThanOrEqual(3_600);
  expect(sum('gateway_import_runs', { state: 'running' })).toBe(
    before.sum('gateway_import_runs', { state: 'running' }) + 1,
  );
  expect(sum('gateway_import_runs', { state: 'failed' })).toBe(
    before.sum('gateway_import_runs', { state: 'failed' }),
  );
  expect(sum('gateway_import_last_end_timestamp_seconds', { state: 'completed' })).toBe(1_893_456_000);
  await gateway.end('SIGTERM');
  const silent = await serve({ DATABASE_URL: url, METRICS_PORT: '0' });
  const { series } = await scrape(silent);
  expect([...series.keys()].filter((name) => name.startsWith('gateway_outbox'))).toEqual([]);
  await silent.end('SIGTERM');
});

test('a port in use is named before anything is started', async () => {
  const gateway = await serve({ DATABASE_URL: url, METRICS_PORT: '0', ACCESS_LOG: 'all' });
  await gateway.ask(document);
  await gateway.prints(/"operation":"Names".*"msg":"request"/);
  const { port } = new URL(urlOf(gateway));
  const { code, err } = await run(['serve'], { DATABASE_URL: url, METRICS_PORT: port });

  expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/set METRICS_PORT to another port/) });
  await gateway.end('SIGTERM');
});
