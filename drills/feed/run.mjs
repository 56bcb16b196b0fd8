import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { root } from '../../bench/paths.mjs';
import { stopAll } from '../../bench/processes.mjs';
import { openServer } from '../abuse/server.mjs';
import { readOptions, usage } from './options.mjs';
import { busy, idle } from './scenarios.mjs';

const customers = '2000';

async function prepare(server) {
  const name = `${server.prefix}_feed`;
  await server.query(`create database ${name} template template0 encoding 'UTF8'`);
  const databaseUrl = server.urlOf(name);
  for (const args of [['migrate'], ['seed', '--customers', customers]]) {
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'dist', 'main.js'), ...args], {
      env: { ...process.env, DATABASE_URL: databaseUrl },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`\`${args.join(' ')}\` failed: ${stderr}`);
  }
  const client = new pg.Client({ connectionString: databaseUrl, options: '-c app.maintenance=on' });
  await client.connect();
  const { rows } = await client
    .query(
      `select account_id, id from customers where account_id = (select id from accounts order by created_at, id limit 1)
     and status <> 'DISCONTINUED' order by id`,
    )
    .catch(() =>
      client.query(
        'select account_id, id from customers where account_id = (select id from accounts order by created_at, id limit 1) order by id',
      ),
    );
  await client.end();
  return { databaseUrl, account: rows[0].account_id, ids: rows.map(({ id }) => id) };
}

/** @returns {string[]} descriptions of the exceeded bounds */
function failuresOf(name, result, { bounds: { p99Ms, rssMb }, writes }) {
  const { open, subscribers, missing, errors, failedWrites, writesPerSecond, p99, idleMb } = result;
  return [
    ...(open < subscribers ? [`${subscribers - open} of ${subscribers} subscriptions ended`] : []),
    ...(missing > 0 ? [`${missing} events are missing or duplicates`] : []),
    ...(errors > 0 ? [`${errors} errors in events`] : []),
    ...(name === 'busy' && writesPerSecond < 0.9 * writes
      ? [`${writesPerSecond.toFixed(1)} writes/s; the bound is 90% of ${writes}`]
      : []),
    ...(failedWrites > 0 ? [`${failedWrites} writes failed`] : []),
    ...(name === 'busy' && (p99 === null || p99 > p99Ms)
      ? [`p99 is ${p99} ms; the bound is ${p99Ms} ms`]
      : []),
    ...(idleMb > rssMb ? [`the memory is ${Math.round(idleMb)} MB; the bound is ${rssMb} MB`] : []),
  ];
}

async function runAll(options) {
  const server = await openServer(options.databaseUrl);
  const results = [];
  try {
    const prepared = await prepare(server);
    for (const scenario of [busy, idle]) {
      const load = loadavg()[0];
      const { child, result } = await scenario({ ...options, ...prepared });
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      const failures = failuresOf(scenario.name, result, options);
      results.push({ name: scenario.name, load, ...result, failures });
      console.log(`\n${scenario.name}, with load average ${load.toFixed(1)} before`);
      for (const [key, value] of Object.entries(result))
        console.log(`  ${key.padEnd(20)}${typeof value === 'number' ? Math.round(value * 10) / 10 : value}`);
      for (const failure of failures) console.log(`  FAILED: ${failure}`);
    }
  } finally {
    await stopAll();
    await server.close();
  }
  const run = { date: new Date().toISOString(), cores: availableParallelism(), results };
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(run, null, 2)}\n`);
  return results.every(({ failures }) => failures.length === 0);
}

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stopAll());

const options = readOptions();
if (options.help) console.log(usage);
else process.exitCode = (await runAll(options)) ? 0 : 1;
