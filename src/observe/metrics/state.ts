import type { PoolName } from '../observer.ts';
import { gauge, ProcessMetrics } from './process-metrics.ts';
import { Recorder } from './recorder.ts';
import type { Printed } from './series.ts';

export interface PoolState {
  readonly name: PoolName;
  readonly used: number;
  readonly idle: number;
  readonly max: number;
  readonly waiting: number;
}

/** Read at each scrape, from the objects of a serving process. */
export interface ServingState {
  readonly load: { readonly inFlight: number; readonly waiting: number };
  readonly slots: number;
  readonly pools: readonly PoolState[];
  readonly subscriptions: number;
  readonly cache: { readonly bytes: number; readonly maxBytes: number };
  /** Undefined without Redis. */
  readonly redisUp: boolean | undefined;
  readonly isReady: boolean;
  readonly acceptsWrites: boolean;
}

/** The metrics of a serving process. */
export class ServingMetrics {
  readonly recorder: Recorder;
  readonly #process = new ProcessMetrics();

  constructor(isPersisted: (hash: string) => boolean) {
    this.recorder = new Recorder(isPersisted);
  }

  print(state: ServingState): readonly Printed[] {
    return [...this.recorder.print(), ...this.#process.print(), ...stateMetrics(state)];
  }

  close(): void {
    this.#process.close();
  }
}

function stateMetrics({ load, slots, pools, cache, redisUp, ...state }: ServingState): readonly Printed[] {
  return [
    gauge('http_server_active_requests', [[load.inFlight]]),
    gauge('gateway_requests_waiting', [[load.waiting]]),
    gauge('gateway_request_slots', [[slots]]),
    gauge(
      'db_client_connection_count',
      pools.flatMap(({ name, used, idle }) => [[used, name, 'used'] as const, [idle, name, 'idle'] as const]),
    ),
    gauge(
      'db_client_connection_max',
      pools.map(({ name, max }) => [max, name] as const),
    ),
    gauge(
      'db_client_connection_pending_requests',
      pools.map(({ name, waiting }) => [waiting, name] as const),
    ),
    gauge('gateway_subscriptions', [[state.subscriptions]]),
    gauge('gateway_cache_bytes', [[cache.bytes]]),
    gauge('gateway_cache_max_bytes', [[cache.maxBytes]]),
    ...(redisUp === undefined ? [] : [gauge('gateway_redis_up', [[Number(redisUp)]])]),
    gauge('gateway_ready', [[Number(state.isReady)]]),
    gauge('gateway_writes_ready', [[Number(state.acceptsWrites)]]),
    gauge('gateway_workers', [[1]]),
  ];
}
