import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../../bench/paths.mjs';

/** 10 ms to 3 s; short times are as frequent as long ones. */
const killAfterMs = () => 10 * 300 ** Math.random();

/** Runs `migrate` once. Resolves to its errors, or to undefined if all migrations are applied. */
async function attempt(url, { kills, onApplied }) {
  const child = spawn(process.execPath, [join(root, 'dist', 'main.js'), 'migrate'], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [errors, timer] = ['', undefined];
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    const name = /^applied (\S+)/.exec(line)?.[1];
    if (name === undefined) return;
    onApplied(name);
    // Each attempt applies a migration before it is killed.
    if (kills) timer ??= setTimeout(() => child.kill('SIGKILL'), killAfterMs());
  });
  const [code, signal] = await once(child, 'close');
  clearTimeout(timer);
  return code === 0 ? undefined : (signal ?? errors);
}

// The statement of a killed process ends by itself, and keeps the lock of migrations until then.
const canRepeat = (reason) => reason === 'SIGKILL' || reason.includes('Another migration has been running');

/**
 * Migrates to this version.
 * @param {{ url: string, pool: import('pg').Pool, account: import('../shared/account.mjs').Account, kills: boolean }} options
 *   `kills`: kills the command again and again, and repeats it
 * @returns {Promise<{ attempts: number, migrations: { name: string, seconds: number, slowestMs: number }[] }>}
 *   `slowestMs`: the longest time of a request that ended during the migration
 */
export async function migrate({ url, pool, account, kills }) {
  const slowest = new Map();
  const onApplied = (name) => slowest.set(name, account.takeSlowest());
  account.takeSlowest();
  let attempts = 1;
  for (;;) {
    const reason = await attempt(url, { kills, onApplied });
    if (reason === undefined) break;
    if (!kills || !canRepeat(reason)) throw new Error(`\`migrate\` failed: ${reason}`);
    attempts += 1;
  }
  const { rows } = await pool.query(
    `select migration_name as name, extract(epoch from finished_at - started_at)::float as seconds
     from _prisma_migrations where migration_name = any ($1) order by migration_name`,
    [[...slowest.keys()]],
  );
  return { attempts, migrations: rows.map((row) => ({ ...row, slowestMs: slowest.get(row.name) })) };
}
