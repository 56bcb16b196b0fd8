/**
 * Runs a drill that SIGINT and SIGTERM stop; returns whether it succeeded. Reports only the interruption:
 * an interrupted drill fails with unrelated errors.
 */
export async function interruptible(drill, stop) {
  const stopped = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => {
      stopped.abort();
      stop();
    });
  try {
    return await drill(stopped.signal);
  } catch (error) {
    if (!stopped.signal.aborted) throw error;
    console.error('Stopped.');
    return false;
  }
}
