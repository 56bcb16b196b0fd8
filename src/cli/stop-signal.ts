import { once } from 'node:events';

/** Time in milliseconds for requests in flight to finish after a stop signal. */
export const stopTimeoutMs = 10_000;

/** A repeated signal has no effect: Ctrl-C also reaches npm, which forwards it. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => controller.abort());
  return controller.signal;
}

/** The time after the first signal in which another one counts as the same signal, delivered twice. */
const repeatMs = 1_000;

/** Aborts when the drain should be skipped: on SIGINT or SIGHUP, or on a second SIGTERM. */
export function skipDrainSignal(): AbortSignal {
  const controller = new AbortController();
  let first: number | undefined;
  for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => controller.abort());
  process.on('SIGTERM', () => {
    first ??= performance.now();
    if (performance.now() - first >= repeatMs) controller.abort();
  });
  return controller.signal;
}

export async function stopRequested(stop: AbortSignal): Promise<void> {
  if (!stop.aborted) await once(stop, 'abort');
}
