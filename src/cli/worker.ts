import cluster from 'node:cluster';
import { once } from 'node:events';
import { CommandError } from './command-error.ts';
import { openLog } from './open-log.ts';
import { type Served, type Serving, startServing } from './serving.ts';
import { skipDrainSignal, stopRequested, stopSignal, stopTimeoutMs } from './stop-signal.ts';
import type { Ask, MetricsReport } from './worker-metrics.ts';

export type Report = 'ready' | { readonly url: string } | { readonly failure: string } | MetricsReport;

const report = (each: Report) => process.send?.(each);

async function receiveServed(): Promise<Served> {
  const message = once(process, 'message');
  report('ready');
  const [served] = await message;
  // Only the primary writes to this channel.
  return served as Served;
}

/** Sends the metrics of this process whenever the primary asks for them. */
function answerMetrics({ metrics }: Serving): void {
  process.on('message', ({ askMetrics: asked }: Ask) => {
    // Only the primary writes to this channel, and it leaves out a process that does not answer.
    void metrics().then(([own = []]) => report({ asked, metrics: own }));
  });
}

/** `customer-gateway worker`: one of several serving processes. It ends when the primary is gone. */
export async function workerCommand(): Promise<void> {
  const { worker } = cluster;
  if (worker === undefined)
    throw new CommandError('Workers are started by `customer-gateway serve`: set WORKERS.');
  const stop = stopSignal();
  const skip = skipDrainSignal();
  try {
    const served = await receiveServed();
    const log = openLog(served.config).child({ worker: process.pid });
    const serving = await startServing(served, log);
    answerMetrics(serving);
    report({ url: serving.url });
    await stopRequested(stop);
    await serving.drain(served.config.drainMs, skip);
    await serving.stop(stopTimeoutMs);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    // The primary prints the message: it is the same for all workers.
    report({ failure: error.message });
  } finally {
    worker.disconnect();
  }
}
