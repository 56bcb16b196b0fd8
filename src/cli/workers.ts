import cluster, { type Worker } from 'node:cluster';
import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../log.ts';
import type { Printed } from '../observe/metrics/series.ts';
import { CommandError } from './command-error.ts';
import type { Served, Serving } from './serving.ts';
import { stopRequested } from './stop-signal.ts';
import type { Report } from './worker.ts';
import { WorkerMetrics } from './worker-metrics.ts';

/** After this number of consecutive workers that end before they serve, no more are started. */
const maxFailures = 3;

/** Additional milliseconds for a worker to close its resources, after the time for its requests. */
const grace = 5_000;

/** A worker's share of a resource; the shares add up to the whole. */
const share = (whole: number, places: number, place: number): number => Math.floor((whole + place) / places);

function servedAt(place: number, { config, ...served }: Served): Served {
  const { workers, databasePoolSize, limits } = config;
  const part = (whole: number) => Math.ceil(whole / workers);
  return {
    ...served,
    config: {
      ...config,
      databasePoolSize: share(databasePoolSize, workers, place),
      limits: {
        ...limits,
        inFlight: part(limits.inFlight),
        waiting: part(limits.waiting),
        connections: part(limits.connections),
      },
    },
  };
}

interface WorkerSlot {
  readonly worker: Worker;
  readonly ended: Promise<void>;
}

/** The serving processes, each in its slot. A process that ends is replaced. */
class Workers extends EventEmitter<{ up: []; failed: [CommandError] }> {
  readonly #served: Served;
  readonly #log: Logger;
  readonly #places: WorkerSlot[] = [];
  readonly #serving = new Set<Worker>();
  readonly #metrics = new WorkerMetrics();
  #url = '';
  #hasBegun = false;
  #isStopping = false;
  #failures = 0;
  restarts = 0;

  constructor(served: Served, log: Logger) {
    super();
    this.#served = served;
    this.#log = log;
    for (let place = 0; place < served.config.workers; place += 1) this.#fill(place);
  }

  get url(): string {
    return this.#url;
  }

  #fill(place: number): void {
    const worker = cluster.fork();
    let reason: string | undefined;
    worker.on('message', (report: Report) => {
      // A failed send needs no handling: the worker's exit reports it.
      if (report === 'ready') worker.send(servedAt(place, this.#served), () => undefined);
      else if ('failure' in report) reason = report.failure;
      else if ('metrics' in report) this.#metrics.received(worker, report);
      else this.#welcome(worker, report.url);
    });
    const ended = once(worker, 'exit').then(
      ([code, signal]) => this.#replace(place, signal ?? `code ${code}`, reason),
      (error: Error) => this.#replace(place, error.message, reason),
    );
    this.#places[place] = { worker, ended };
  }

  #welcome(worker: Worker, url: string): void {
    this.#failures = 0;
    this.#serving.add(worker);
    this.#metrics.add(worker);
    if (this.#hasBegun) {
      this.restarts += 1;
      this.#log.info({ worker: worker.process.pid, url }, 'worker restarted');
      return;
    }
    this.#url = url;
    this.#hasBegun = this.#serving.size === this.#places.length;
    if (this.#hasBegun) this.emit('up');
  }

  #replace(place: number, how: string, reason: string | undefined): void {
    const worker = this.#places[place]?.worker;
    if (this.#isStopping || worker === undefined) return;
    this.#metrics.end(worker);
    if (this.#serving.delete(worker)) this.#log.error({ worker: worker.process.pid, how }, 'worker exited');
    else this.#failures += 1;
    if (this.#failures < maxFailures) this.#fill(place);
    else this.#giveUp(reason ?? `A worker ended (${how}) before it served, ${maxFailures} times in a row.`);
  }

  #giveUp(reason: string): void {
    this.#isStopping = true;
    this.emit('failed', new CommandError(reason));
  }

  #signal(signal: NodeJS.Signals): void {
    for (const { worker } of this.#places) worker.process.kill(signal);
  }

  get #ended(): Promise<unknown> {
    return Promise.all(this.#places.map(({ ended }) => ended));
  }

  /** The metrics of the serving processes. */
  metrics(): Promise<readonly (readonly Printed[])[]> {
    return this.#metrics.read();
  }

  /** Lets all workers drain, each for the time in its own configuration. */
  async drain(ms: number, skip: AbortSignal): Promise<void> {
    this.#isStopping = true;
    this.#signal('SIGTERM');
    await Promise.race([this.#ended, sleep(ms, undefined, { signal: skip }).catch(() => undefined)]);
  }

  async stop(timeoutMs: number): Promise<void> {
    this.#isStopping = true;
    // SIGINT makes workers skip or end the drain.
    this.#signal('SIGINT');
    const timer = setTimeout(() => this.#signal('SIGKILL'), timeoutMs + grace);
    await this.#ended;
    clearTimeout(timer);
  }
}

/** Starts several serving processes; settles when all serve, or when asked to stop before. */
export async function startWorkers(served: Served, log: Logger, stop: AbortSignal): Promise<Serving> {
  cluster.setupPrimary({ args: ['worker'] });
  const workers = new Workers(served, log);
  const failed = once(workers, 'failed').then(([error]) => Promise.reject(error));
  try {
    await Promise.race([once(workers, 'up'), failed, stopRequested(stop)]);
  } catch (error) {
    await workers.stop(0);
    throw error;
  }
  return {
    url: workers.url,
    failed,
    metrics: () => workers.metrics(),
    restarts: () => workers.restarts,
    drain: (ms, skip) => workers.drain(ms, skip),
    stop: (timeoutMs) => workers.stop(timeoutMs),
  };
}
