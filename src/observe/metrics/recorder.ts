import { errorCodes } from '../../error-codes.ts';
import type { Observation } from '../observation.ts';
import type { Observer, PoolName, Statement } from '../observer.ts';
import { outcomeOf } from '../outcome.ts';
import { catalogue, type MetricName } from './catalogue.ts';
import { OperationNames } from './operation-names.ts';
import { Histogram, keyOf, Numbers, type Printed } from './series.ts';

const methods: ReadonlySet<string> = new Set(['GET', 'POST']);

const histogram = (name: MetricName) => new Histogram(name, catalogue[name]);
const numbers = (name: MetricName) => new Numbers(name, catalogue[name]);

/** Counts the calls of the observer. */
export class Recorder implements Partial<Observer> {
  readonly #names: OperationNames;
  readonly #duration = histogram('http_server_request_duration_seconds');
  readonly #queue = histogram('gateway_request_queue_seconds');
  readonly #requests = numbers('graphql_requests_total');
  readonly #operations = histogram('graphql_operation_duration_seconds');
  readonly #errors = numbers('graphql_errors_total');
  readonly #requested = numbers('gateway_cost_requested_units_total');
  readonly #actual = numbers('gateway_cost_actual_units_total');
  readonly #rejected = numbers('gateway_cost_rejected_units_total');
  readonly #batches = histogram('gateway_batch_keys');
  readonly #statements = histogram('db_client_operation_duration_seconds');
  readonly #failures = numbers('gateway_statement_errors_total');
  readonly #rows = numbers('gateway_statement_rows_total');
  readonly #waits = histogram('db_client_connection_wait_time_seconds');
  readonly #lag = histogram('gateway_feed_lag_seconds');
  readonly #events = numbers('gateway_events_sent_total');
  readonly #all = [
    ...[this.#duration, this.#queue, this.#requests, this.#operations, this.#errors],
    ...[this.#requested, this.#actual, this.#rejected],
    ...[this.#batches, this.#statements, this.#failures, this.#rows, this.#waits],
    ...[this.#lag, this.#events],
  ];

  constructor(isPersisted: (hash: string) => boolean) {
    this.#names = new OperationNames({
      isPersisted,
      onForget: (name) => {
        this.#requests.forget(name);
        this.#operations.forget(name);
      },
    });
    // A counter that is absent until its first use looks as if it had never grown.
    for (const each of [this.#requested, this.#actual, this.#rejected, this.#events]) each.add(0);
    for (const code of Object.keys(errorCodes)) this.#errors.add(0, code);
  }

  ended(observation: Observation): void {
    const { operation, status, codes, method } = observation;
    const name = this.#names.nameOf(operation);
    const type = operation === undefined ? 'none' : operation.type;
    const seconds = observation.durationMs / 1_000;
    this.#duration.observe(seconds, keyOf(methods.has(method) ? method : '_OTHER', String(status)));
    this.#queue.observe(observation.queueMs / 1_000);
    this.#requests.add(1, keyOf(name, type, String(status), outcomeOf(observation)));
    for (const code of codes) this.#errors.add(1, code);
    if (observation.requestedCost > 0) this.#count(observation);
    if (observation.isExecuted) this.#operations.observe(seconds, name);
  }

  #count(observation: Observation): void {
    this.#requested.add(observation.requestedCost);
    this.#actual.add(observation.actualCost);
    if (observation.codes.some((code) => code === 'COST_LIMIT' || code === 'THROTTLED'))
      this.#rejected.add(observation.requestedCost);
  }

  batch(keys: number): void {
    this.#batches.observe(keys);
  }

  statement({ name, ms, rows, isFailed }: Statement): void {
    this.#statements.observe(ms / 1_000, name);
    this.#rows.add(rows, name);
    if (isFailed) this.#failures.add(1, name);
  }

  acquired(ms: number, pool: PoolName): void {
    this.#waits.observe(ms / 1_000, pool);
  }

  published(lagMs: number): void {
    this.#lag.observe(Math.max(0, lagMs) / 1_000);
  }

  sent(events: number): void {
    this.#events.add(events);
  }

  print(): readonly Printed[] {
    return this.#all.map((each) => each.print());
  }
}
