import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { canDo, requestFor } from './arena.mjs';
import { summary } from './figures.mjs';
import { paths } from './paths.mjs';
import { cpuMs, rssMb } from './proc.mjs';
import { start, stop } from './processes.mjs';

const variety = 512;
const patience = 10;

/** The process that generates the load. */
export class Load {
  #child = start('load', process.execPath, [paths.load], { ipc: true });

  async run(job) {
    this.#child.send(job);
    const done = new AbortController();
    const { signal } = done;
    const answered = once(this.#child, 'message', { signal });
    const ended = once(this.#child, 'exit', { signal }).then(() => [{ error: 'it ended' }]);
    const [message] = await Promise.race([answered, ended]);
    // Cancels the wait for the other event.
    for (const each of [answered, ended]) each.catch(() => undefined);
    done.abort();
    if (message.error !== undefined) throw new Error(`The load process failed: ${message.error}`);
    return message.result;
  }

  close() {
    return stop(this.#child);
  }
}

/** The load of one operation on one contestant. */
export function jobOf(runner, operation, subjects, { connections, seconds }) {
  const count = operation.writes === undefined ? 1 : Math.ceil(variety / operation.writes);
  const requests = Array.from({ length: count }, () => requestFor(runner, operation, subjects));
  const bodies = requests.map(({ headers, body }) => ({ headers, body }));
  return { url: requests[0].url, requests: bodies, mark: operation.mark, connections, seconds };
}

const pause = 100;
const idleMs = 10;

/** Waits until the contestant and PostgreSQL have finished the requests of closed connections. */
async function settle(runner, { pool }) {
  for (let tries = 0; tries < 100; tries += 1) {
    const before = cpuMs(runner.child.pid);
    await sleep(pause);
    const { rows } = await pool.query(
      `select count(*)::int as busy from pg_stat_activity
       where state <> 'idle' and backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    // A contestant that runs statements one after the other may leave PostgreSQL idle in between.
    if (rows[0].busy === 0 && cpuMs(runner.child.pid) - before < idleMs) return;
  }
}

/** A contestant answered with errors, or not at all. */
export class FailedAnswers extends Error {}

/**
 * Runs a job on a contestant and measures it.
 * @param {string} what named if it fails
 * @param {{ database: import('./database.mjs').Database, job: () => object }} options
 */
export async function round(load, runner, what, { database, job }) {
  const before = [cpuMs(runner.child.pid), cpuMs(database.pid)];
  const given = job();
  let result = await load.run(given);
  // A contestant that is too slow for a round gets a longer one.
  if (result.requests === 0) result = await load.run({ ...job(), seconds: given.seconds * patience });
  await settle(runner, database);
  const cpu = [cpuMs(runner.child.pid) - before[0], cpuMs(database.pid) - before[1]];
  if (result.failed > 0 || result.requests === 0)
    throw new FailedAnswers(
      `${runner.name}, ${what}, ${given.connections} connections: ${result.failed} of ${result.requests} answers failed.`,
    );
  return { ...result, nodeMs: cpu[0], postgresMs: cpu[1], rssMb: rssMb(runner.child.pid) };
}

/**
 * Measures one operation on all contestants that support it. They take turns, and each round starts with a
 * different one, so that a busy machine slows all equally. A contestant that fails under load is removed from
 * the operation and reported in `failures`.
 */
export async function measure(load, runners, operation, { rounds, warmUp, failures, ...options }) {
  const able = new Map(runners.filter((runner) => canDo(runner, operation)).map((each) => [each.name, each]));
  const found = new Map([...able.keys()].map((name) => [name, []]));
  for (let turn = -1; turn < rounds; turn += 1) {
    const inTurn = [...able.values()];
    const first = Math.max(turn, 0) % Math.max(inTurn.length, 1);
    for (const runner of [...inTurn.slice(first), ...inTurn.slice(0, first)])
      try {
        const seconds = turn < 0 ? warmUp : options.seconds;
        const { database, subjects, connections } = options;
        const job = () => jobOf(runner, operation, subjects, { connections, seconds });
        const figures = await round(load, runner, operation.name, { database, job });
        if (turn >= 0) found.get(runner.name).push(figures);
      } catch (error) {
        if (!(error instanceof FailedAnswers)) throw error;
        failures.push(error.message);
        console.error(error.message);
        able.delete(runner.name);
      }
  }
  return Object.fromEntries([...able.keys()].map((name) => [name, summary(found.get(name))]));
}
