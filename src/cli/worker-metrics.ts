import type { Worker } from 'node:cluster';
import type { Printed } from '../observe/metrics/series.ts';

export type Ask = { readonly askMetrics: number };

export interface MetricsReport {
  readonly asked: number;
  readonly metrics: readonly Printed[];
}

/** A worker that does not answer within this time is left out of a scrape. */
const answerMs = 2_000;

/** Asks serving processes for their metrics. */
export class WorkerMetrics {
  readonly #waiting = new Map<number, (metrics: readonly Printed[]) => void>();
  #asked = 0;

  /** Resolves with an empty list if the worker does not answer. */
  of(worker: Worker): Promise<readonly Printed[]> {
    this.#asked += 1;
    const asked = this.#asked;
    return new Promise((resolve) => {
      const answer = (metrics: readonly Printed[]) => {
        clearTimeout(timer);
        this.#waiting.delete(asked);
        resolve(metrics);
      };
      const timer = setTimeout(() => answer([]), answerMs);
      this.#waiting.set(asked, answer);
      const ask: Ask = { askMetrics: asked };
      worker.send(ask, (error) => error && answer([]));
    });
  }

  received({ asked, metrics }: MetricsReport): void {
    this.#waiting.get(asked)?.(metrics);
  }
}
