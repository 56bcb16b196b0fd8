import { once } from 'node:events';

/**
 * Aborted when someone asks the process to stop: Ctrl-C, a supervisor, a terminal that is closed.
 * The same signal may come twice (Ctrl-C reaches npm too, and npm hands it on), and changes nothing then.
 */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => controller.abort());
  return controller.signal;
}

/** How long after the first signal another one is not the same signal delivered twice. */
const repeatMs = 1_000;

/** Aborted when a process that was asked to stop is asked to hurry: by SIGINT or SIGHUP, or by a second signal. */
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

/** Settles when the process is asked to stop, or has been. */
export async function toldToStop(stop: AbortSignal): Promise<void> {
  if (!stop.aborted) await once(stop, 'abort');
}
