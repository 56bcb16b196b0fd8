export type MetricType = 'counter' | 'gauge' | 'histogram';

/** The function that combines the values of several processes. */
export type Aggregator = 'sum' | 'min' | 'max' | 'first';

export interface MetricEntry {
  readonly type: MetricType;
  /** The meaning, as in the endpoint and in docs/metrics.md. */
  readonly help: string;
  /** Label names with a description of their values. */
  readonly labels?: Readonly<Record<string, string>>;
  /** The maximum number of series of a process, without the buckets of a histogram. */
  readonly series: number;
  readonly buckets?: readonly number[];
  /** The default is `sum`. */
  readonly aggregator?: Aggregator;
}

/** The maximum number of names of operations, besides `other` and `none`. */
export const maxOperations = 100;

/** The maximum number of names of statements, besides `other`. */
const maxStatements = 300;

const seconds = [0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const fewSeconds = [0.001, 0.005, 0.025, 0.1, 0.5, 2.5];
const lagSeconds = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

const operation = {
  graphql_operation_name: `persisted or frequent operations (at most ${maxOperations}); \`other\`; \`none\` if no operation was found`,
};
const statement = { db_query_summary: `names of statements (at most ${maxStatements}); \`other\`` };
const pool = { db_client_connection_pool_name: '`serving`, `sign-in`' };

const entry = (given: MetricEntry): MetricEntry => given;

const delay = (what: string) =>
  entry({
    type: 'gauge',
    help: `Delay of the event loop since the last scrape: ${what}.`,
    series: 1,
    aggregator: 'max',
  });

/** All metrics: the endpoint has no others, and docs/metrics.md is printed from here. */
export const catalogue = {
  http_server_request_duration_seconds: entry({
    type: 'histogram',
    help: 'Time from the headers of a request to its written response, or to the open stream of a subscription.',
    labels: {
      http_request_method: '`GET`, `POST`, `_OTHER`',
      http_response_status_code: 'the status; 499 if the client disconnected before the response',
    },
    series: 60,
    buckets: seconds,
  }),
  http_server_active_requests: entry({
    type: 'gauge',
    help: 'Requests that hold a slot.',
    series: 1,
  }),
  gateway_requests_waiting: entry({ type: 'gauge', help: 'Requests that wait for a slot.', series: 1 }),
  gateway_request_slots: entry({
    type: 'gauge',
    help: 'Slots for requests in flight (LIMIT_IN_FLIGHT).',
    series: 1,
  }),
  gateway_request_queue_seconds: entry({
    type: 'histogram',
    help: 'Time in which a request only waited for a slot, for its turn or for a connection.',
    series: 1,
    buckets: seconds,
  }),
  graphql_requests_total: entry({
    type: 'counter',
    help: 'Requests.',
    labels: {
      ...operation,
      graphql_operation_type: '`query`, `mutation`, `subscription`, `none`',
      http_response_status_code: 'the status; 499 if the client disconnected before the response',
      outcome:
        '`ok`; `partial`, data and errors; `error`; `rejected`, not executed because of the load or the caller; `aborted`, the client disconnected',
    },
    series: 2_000,
  }),
  graphql_operation_duration_seconds: entry({
    type: 'histogram',
    help: 'Time from the headers of a request to its written response, of requests whose operation was executed.',
    labels: operation,
    series: maxOperations + 1,
    buckets: seconds,
  }),
  graphql_errors_total: entry({
    type: 'counter',
    help: 'Requests with at least one error with this code.',
    labels: { error_type: 'the code ([errors.md](errors.md))' },
    series: 100,
  }),
  gateway_cost_requested_units_total: entry({
    type: 'counter',
    help: 'Calculated cost of operations before their execution.',
    series: 1,
  }),
  gateway_cost_actual_units_total: entry({
    type: 'counter',
    help: 'Cost charged for operations.',
    series: 1,
  }),
  gateway_cost_rejected_units_total: entry({
    type: 'counter',
    help: 'Cost of operations rejected because of their cost (COST_LIMIT, THROTTLED).',
    series: 1,
  }),
  gateway_batch_keys: entry({
    type: 'histogram',
    help: 'Keys per batch of a loader, for a request or for a subscription event.',
    series: 1,
    buckets: [1, 2, 5, 10, 25, 50, 100, 250, 1_000],
  }),
  db_client_operation_duration_seconds: entry({
    type: 'histogram',
    help: 'Time from sending a statement to receiving its result. Statements that are sent together have the same time.',
    labels: statement,
    series: maxStatements + 1,
    buckets: fewSeconds,
  }),
  gateway_statement_errors_total: entry({
    type: 'counter',
    help: 'Statements that failed.',
    labels: statement,
    series: maxStatements + 1,
  }),
  gateway_statement_rows_total: entry({
    type: 'counter',
    help: 'Rows returned by statements.',
    labels: statement,
    series: maxStatements + 1,
  }),
  db_client_connection_count: entry({
    type: 'gauge',
    help: 'Connections to the database.',
    labels: { ...pool, db_client_connection_state: '`used`, `idle`' },
    series: 4,
  }),
  db_client_connection_max: entry({
    type: 'gauge',
    help: 'The maximum number of connections (DATABASE_POOL_SIZE).',
    labels: pool,
    series: 2,
  }),
  db_client_connection_pending_requests: entry({
    type: 'gauge',
    help: 'Statements and transactions that wait for a connection.',
    labels: pool,
    series: 2,
  }),
  db_client_connection_wait_time_seconds: entry({
    type: 'histogram',
    help: 'Time to acquire a connection.',
    labels: pool,
    series: 2,
    buckets: seconds,
  }),
  gateway_subscriptions: entry({ type: 'gauge', help: 'Open subscriptions.', series: 1 }),
  gateway_events_sent_total: entry({
    type: 'counter',
    help: 'Events sent to subscribers.',
    series: 1,
  }),
  gateway_feed_lag_seconds: entry({
    type: 'histogram',
    help: 'Time from the commit of a change to its event, measured with the clocks of the database and of the gateway.',
    series: 1,
    buckets: lagSeconds,
  }),
  gateway_outbox_messages: entry({
    type: 'gauge',
    help: 'Unsent messages. Absent without WEBHOOK_URL.',
    labels: { state: '`due`; `later`, an attempt is in progress or scheduled; `failed`' },
    series: 3,
    aggregator: 'max',
  }),
  gateway_outbox_oldest_seconds: entry({
    type: 'gauge',
    help: 'Age of the oldest unsent message that has not failed; 0 without such messages. Absent without WEBHOOK_URL.',
    series: 1,
    aggregator: 'max',
  }),
  gateway_import_runs: entry({
    type: 'gauge',
    help: 'Import runs in the database, by state.',
    labels: { state: '`running`, `completed`, `stopped`, `failed`' },
    series: 4,
    aggregator: 'max',
  }),
  gateway_import_last_end_timestamp_seconds: entry({
    type: 'gauge',
    help: 'End time of the newest import run in this state.',
    labels: { state: '`completed`, `stopped`, `failed`' },
    series: 3,
    aggregator: 'max',
  }),
  nodejs_eventloop_delay_min_seconds: delay('shortest'),
  nodejs_eventloop_delay_max_seconds: delay('longest'),
  nodejs_eventloop_delay_mean_seconds: delay('mean'),
  nodejs_eventloop_delay_stddev_seconds: delay('standard deviation'),
  nodejs_eventloop_delay_p50_seconds: delay('median'),
  nodejs_eventloop_delay_p90_seconds: delay('90th percentile'),
  nodejs_eventloop_delay_p99_seconds: delay('99th percentile'),
  nodejs_eventloop_utilization_ratio: entry({
    type: 'gauge',
    help: 'Share of the time since the last scrape in which the event loop was busy.',
    series: 1,
    aggregator: 'max',
  }),
  v8js_gc_duration_seconds: entry({
    type: 'histogram',
    help: 'Duration of garbage collections.',
    labels: { v8js_gc_type: '`minor`, `major`, `incremental`, `weakcb`' },
    series: 4,
    buckets: [0.000_5, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5],
  }),
  v8js_memory_heap_used_bytes: entry({ type: 'gauge', help: 'Heap in use.', series: 1 }),
  v8js_memory_heap_limit_bytes: entry({ type: 'gauge', help: 'Heap limit.', series: 1 }),
  gateway_heap_used_ratio: entry({
    type: 'gauge',
    help: 'Used share of the heap limit; the highest share of all processes.',
    series: 1,
    aggregator: 'max',
  }),
  process_memory_usage_bytes: entry({ type: 'gauge', help: 'Resident memory.', series: 1 }),
  process_cpu_time_seconds_total: entry({
    type: 'counter',
    help: 'CPU time.',
    labels: { cpu_mode: '`user`, `system`' },
    series: 2,
  }),
  process_uptime_seconds: entry({
    type: 'gauge',
    help: 'Time since the start of the oldest process.',
    series: 1,
    aggregator: 'max',
  }),
  gateway_cache_bytes: entry({
    type: 'gauge',
    help: 'Size of the cache for documents, plans and statement templates.',
    series: 1,
  }),
  gateway_cache_max_bytes: entry({
    type: 'gauge',
    help: 'Maximum size of this cache (CACHE_BYTES).',
    series: 1,
  }),
  gateway_redis_up: entry({
    type: 'gauge',
    help: '1 if the last command to Redis succeeded, otherwise 0. Absent without REDIS_URL.',
    series: 1,
    aggregator: 'min',
  }),
  gateway_ready: entry({
    type: 'gauge',
    help: '1 if `/ready` returns 200, otherwise 0.',
    series: 1,
    aggregator: 'min',
  }),
  gateway_writes_ready: entry({
    type: 'gauge',
    help: '0 if writes are known to fail, otherwise 1.',
    series: 1,
    aggregator: 'min',
  }),
  gateway_workers: entry({ type: 'gauge', help: 'Processes that serve requests.', series: 1 }),
  gateway_worker_restarts_total: entry({
    type: 'counter',
    help: 'Workers started to replace exited ones (WORKERS).',
    series: 1,
  }),
  gateway_build_info: entry({
    type: 'gauge',
    help: 'Always 1.',
    labels: { service_version: 'the version of the gateway', node_version: 'the version of Node.js' },
    series: 1,
    aggregator: 'first',
  }),
  gateway_schema_info: entry({
    type: 'gauge',
    help: 'Always 1.',
    labels: {
      migration: 'the last migration of the database',
      schema_sha256: 'the first 12 digits of the hash of the GraphQL schema',
    },
    series: 1,
    aggregator: 'max',
  }),
} as const;

export type MetricName = keyof typeof catalogue;
