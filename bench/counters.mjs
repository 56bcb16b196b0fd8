import { setTimeout as sleep } from 'node:timers/promises';
import { canDo, requestFor } from './arena.mjs';
import { post } from './requests.mjs';

const requests = 10;

async function track({ pool }, what) {
  await pool.query(`alter system set pg_stat_statements.track = ${what}`);
  await pool.query('select pg_reload_conf()');
  // Waits until all sessions have reloaded the setting.
  await sleep(200);
}

/** The cost of one request in PostgreSQL: statements sent, and pages of tables and indexes read. */
async function count(database, runner, operation, subjects) {
  const ask = () => post(requestFor(runner, operation, subjects));
  // Excludes work done once per connection, such as naming statements.
  await ask();
  await database.pool.query('select pg_stat_statements_reset()');
  for (let each = 0; each < requests; each += 1) await ask();
  const { rows } = await database.pool.query(
    `select coalesce(sum(calls), 0)::float as calls,
       coalesce(sum(shared_blks_hit + shared_blks_read), 0)::float as buffers
     from pg_stat_statements where query not like '%pg_stat_statements%'`,
  );
  return { statements: rows[0].calls / requests, buffers: Math.round(rows[0].buffers / requests) };
}

/** Counts statements and buffers per request of each operation, in a pass that is not timed. */
export async function countAll(database, runners, operations, subjects) {
  await track(database, 'top');
  try {
    const found = {};
    for (const operation of operations) {
      found[operation.name] = {};
      for (const runner of runners.filter((each) => canDo(each, operation)))
        found[operation.name][runner.name] = await count(database, runner, operation, subjects);
    }
    return found;
  } finally {
    await track(database, 'none');
  }
}
