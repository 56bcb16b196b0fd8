import type { Worker } from 'node:cluster';
import { EndedMetrics, growing } from '../observe/metrics/ended.ts';
import type { Printed } from '../observe/metrics/series.ts';

export type Ask = { readonly askMetrics: number };

export interface MetricsReport {
  readonly asked: number;
  readonly metrics: readonly Printed[];
}

/** The gauges of a worker that does not answer within this time are left out of a scrape. */
const answerMs = 2_000;

/** Asks serving processes for their metrics. Sums of counters never fall: Prometheus would count them again. */
export class WorkerMetrics {
  readonly #waiting = new Map<number, (isAnswered: boolean) => void>();
  /** The metrics of each serving process at its last answer. */
  readonly #last = new Map<Worker, readonly Printed[]>();
  readonly #ended = new EndedMetrics();
  #asked = 0;

  add(worker: Worker): void {
    this.#last.set(worker, []);
  }

  /** Keeps the counters of a process, as they were at its last answer. */
  end(worker: Worker): void {
    this.#ended.add(this.#last.get(worker) ?? []);
    this.#last.delete(worker);
  }

  /** The metrics of the serving processes, and the counters of those that have ended. */
  async read(): Promise<readonly (readonly Printed[])[]> {
    const answers = await Promise.all(
      [...this.#last.keys()].map(async (worker) => [worker, await this.#ask(worker)] as const),
    );
    // A process that has ended in the meantime is among the others.
    const serving = answers.map(([worker, isAnswered]) => {
      const last = this.#last.get(worker) ?? [];
      return isAnswered ? last : growing(last);
    });
    return [...serving, this.#ended.print()];
  }

  /** Resolves with false if the worker does not answer. */
  #ask(worker: Worker): Promise<boolean> {
    this.#asked += 1;
    const asked = this.#asked;
    return new Promise((resolve) => {
      const answer = (isAnswered: boolean) => {
        clearTimeout(timer);
        this.#waiting.delete(asked);
        resolve(isAnswered);
      };
      const timer = setTimeout(() => answer(false), answerMs);
      this.#waiting.set(asked, answer);
      const ask: Ask = { askMetrics: asked };
      worker.send(ask, (error) => error && answer(false));
    });
  }

  received(worker: Worker, { asked, metrics }: MetricsReport): void {
    if (this.#last.has(worker)) this.#last.set(worker, metrics);
    this.#waiting.get(asked)?.(true);
  }
}
