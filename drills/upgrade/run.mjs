import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { root } from '../../bench/paths.mjs';
import { address, start, stop, stopAll } from '../../bench/processes.mjs';
import { agentOf, send } from '../abuse/client.mjs';
import { openServer } from '../abuse/server.mjs';
import { compare, internalErrorsOf } from '../shared/account.mjs';
import { namePrefix, Stream } from '../shared/stream.mjs';
import { buildFormerCode, compatibleCommit } from './former-code.mjs';
import { migrate } from './migrate.mjs';
import { OldCustomers } from './old-customers.mjs';

const usage = `npm run drill:upgrade -- [options]
  --short              2,000 customers in place of 60,000
  --customers N        customers before the upgrade
  --database-url URL   a PostgreSQL server, as a superuser (or TEST_DATABASE_URL); by default an embedded one
  --from COMMIT        the former code; by default the commit in prisma/compatible-with
  --kill               kills \`migrate\` with -9 again and again, and repeats it
  --gap 5000           bound: the longest time without an acknowledged write, in milliseconds
  --json FILE          writes the result as JSON`;

const { values: options } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    customers: { type: 'string' },
    'database-url': { type: 'string' },
    from: { type: 'string' },
    kill: { type: 'boolean', default: false },
    gap: { type: 'string', default: '5000' },
    json: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const writesOfPhase = 100;

/** Options that keep the drill's callers below the cost limits. */
const environment = {
  HOST: '127.0.0.1',
  PORT: '0',
  LOG_LEVEL: 'error',
  LIMIT_BUCKET: '1000000000',
  LIMIT_REFILL: '1000000000',
};

/** Runs a command of a version and waits until it exits. */
async function command(directory, url, ...args) {
  const child = spawn(process.execPath, [join(directory, 'dist', 'main.js'), ...args], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`\`${args.join(' ')}\` failed: ${errors}`);
}

async function startGateway(name, directory, url) {
  const child = start(`upgrade-${name}`, process.execPath, [join(directory, 'dist', 'main.js'), 'serve'], {
    env: { ...environment, DATABASE_URL: url },
  });
  const { origin } = new URL(await address(child, `The ${name} gateway`));
  return { child, origin };
}

async function prepare(server, former) {
  const database = `${server.prefix}_upgrade`;
  await server.query(`create database ${database} template template0 encoding 'UTF8'`);
  const url = server.urlOf(database);
  await command(former, url, 'migrate');
  await command(former, url, 'seed', '--customers', options.customers ?? (options.short ? '2000' : '60000'));
  const pool = new pg.Pool({ connectionString: url, options: '-c app.maintenance=on', max: 1 });
  await pool.query('vacuum analyze');
  return { url, pool };
}

const readiness = async (origin) => (await send(`${origin}/ready`, { agent: agentOf() })).status;

/** Upgrades as docs/upgrading.md says: migrate, start the new gateway, stop the former one. */
async function upgrade({ url, pool, stream, gateway, phase }) {
  const ready = {};
  await phase('the former gateway alone', () => stream.acknowledges(writesOfPhase));
  const { account } = stream;
  const migrated = await phase('new migrations', () => migrate({ url, pool, account, kills: options.kill }));
  ready.former = await readiness(gateway.origin);
  const added = await phase('start of the new gateway', () => startGateway('new', root, url));
  stream.origins = [gateway.origin, added.origin];
  ready.new = await readiness(added.origin);
  await phase('both gateways', () => stream.acknowledges(writesOfPhase));
  stream.origins = [added.origin];
  await phase('stop of the former gateway', () => stop(gateway.child));
  await phase('the new gateway alone', () => stream.acknowledges(writesOfPhase));
  return { ready, ...migrated };
}

async function drill(server) {
  const commit = options.from ?? compatibleCommit();
  const former = buildFormerCode(commit);
  const { url, pool } = await prepare(server, former);
  try {
    const gateway = await startGateway('former', former, url);
    const stream = new Stream({ writers: 4, origins: [gateway.origin] });
    const oldCustomers = new OldCustomers(stream);
    const phases = [];
    const phase = async (name, work) => {
      const [startedAt, before] = [performance.now(), stream.account.acknowledged];
      stream.account.takeLongestGap();
      const result = await work();
      phases.push({
        name,
        seconds: (performance.now() - startedAt) / 1_000,
        acknowledged: stream.account.acknowledged - before,
        longestGapMs: stream.account.takeLongestGap(),
      });
      return result;
    };
    const upgraded = await upgrade({ url, pool, stream, gateway, phase });
    await oldCustomers.stop();
    await stream.stop();
    const { rows } = await pool.query('select name, version from customers where starts_with(name, $1)', [
      namePrefix,
    ]);
    const { sent, acknowledged, reads, rejected, findings } = stream.account;
    const checked = compare(stream.account, rows);
    return { commit, sent, acknowledged, reads, rejected, ...checked, ...upgraded, phases, findings };
  } finally {
    await pool.end();
  }
}

function failuresOf({ lost, duplicated, rejected, findings, phases, ready }) {
  return [
    ...(lost > 0 ? [`${lost} acknowledged writes are lost`] : []),
    ...(duplicated > 0 ? [`${duplicated} writes were done twice`] : []),
    ...(ready.new === 200 ? [] : [`/ready of the new gateway is ${ready.new}`]),
    ...internalErrorsOf(rejected).map((label) => `internal errors: ${label}`),
    ...phases
      .filter(({ longestGapMs }) => longestGapMs > Number(options.gap))
      .map(({ name, longestGapMs }) => `no write for ${Math.round(longestGapMs)} ms: ${name}`),
    ...new Set(findings),
  ];
}

function report(result) {
  const { commit, sent, acknowledged, reads, rejected, lost, duplicated, ready, phases } = result;
  const { attempts, migrations } = result;
  console.log(`Former code: ${commit}\n`);
  console.log('| phase | seconds | acknowledged writes | longest gap, ms |\n| --- | --- | --- | --- |');
  for (const { name, seconds, acknowledged, longestGapMs } of phases)
    console.log(`| ${name} | ${seconds.toFixed(1)} | ${acknowledged} | ${Math.round(longestGapMs)} |`);
  console.log('\n| migration | seconds | slowest request, ms |\n| --- | --- | --- |');
  for (const { name, seconds, slowestMs } of migrations)
    console.log(`| ${name} | ${seconds.toFixed(2)} | ${Math.round(slowestMs)} |`);
  if (attempts > 1) console.log(`\n\`migrate\` was repeated ${attempts - 1} times`);
  console.log(
    `\nWrites sent ${sent}, acknowledged ${acknowledged}, lost ${lost}, duplicated ${duplicated}; reads ${reads}; rejected ${JSON.stringify(rejected)}`,
  );
  console.log(`/ready after the migrations: former gateway ${ready.former}, new gateway ${ready.new}`);
}

async function main() {
  const server = await openServer(options['database-url'] ?? process.env.TEST_DATABASE_URL);
  try {
    const result = await drill(server);
    const failures = failuresOf(result);
    report(result);
    for (const failure of failures) console.log(`FAILED: ${failure}`);
    if (options.json !== undefined)
      writeFileSync(options.json, `${JSON.stringify({ ...result, failures }, null, 2)}\n`);
    return failures.length === 0;
  } finally {
    await stopAll();
    await server.close();
  }
}

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stopAll());
if (options.help) console.log(usage);
else process.exitCode = (await main()) ? 0 : 1;
