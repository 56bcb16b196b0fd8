import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { canDo, requestFor } from './arena.mjs';
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
  const [{ url, headers }] = requests;
  return { url, headers, bodies: requests.map(({ body }) => body), connections, seconds };
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

class FailedAnswers extends Error {}

async function round(load, runner, operation, { database, subjects, connections, seconds }) {
  const before = [cpuMs(runner.child.pid), cpuMs(database.pid)];
  let result = await load.run(jobOf(runner, operation, subjects, { connections, seconds }));
  // A contestant that is too slow for a round gets a longer one.
  if (result.requests === 0)
    result = await load.run(jobOf(runner, operation, subjects, { connections, seconds: seconds * patience }));
  await settle(runner, database);
  const cpu = [cpuMs(runner.child.pid) - before[0], cpuMs(database.pid) - before[1]];
  if (result.failed > 0 || result.requests === 0)
    throw new FailedAnswers(
      `${runner.name}, ${operation.name}, ${connections} connections: ${result.failed} of ${result.requests} answers failed.`,
    );
  return { ...result, nodeMs: cpu[0], postgresMs: cpu[1], rssMb: rssMb(runner.child.pid) };
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const sum = (values) => values.reduce((total, value) => total + value, 0);

function summary(rounds) {
  const each = (name) => rounds.map((figures) => figures[name]);
  const requests = sum(each('requests'));
  return {
    rate: median(each('rate')),
    rates: each('rate').map(Math.round),
    p50: median(each('p50')),
    p99: median(each('p99')),
    nodeMs: sum(each('nodeMs')) / requests,
    postgresMs: sum(each('postgresMs')) / requests,
    rssMb: Math.max(...each('rssMb')),
  };
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
        const figures = await round(load, runner, operation, { ...options, seconds });
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
