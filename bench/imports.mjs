import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setInterval } from 'node:timers';
import { copyRows } from './copied-rows.mjs';
import { dataDirOf, openDatabase } from './database.mjs';
import { documents, writeDocuments } from './import-documents.mjs';
import { root } from './paths.mjs';
import { cpuMs, peakMb } from './proc.mjs';
import { start } from './processes.mjs';

const main = join(root, 'dist', 'main.js');
const place = { customers: 0, name: 'imports' };

function newAccount({ url }, name) {
  const args = [main, 'account', 'create', '--name', name];
  const { stdout, status } = spawnSync(process.execPath, args, {
    env: { ...process.env, DATABASE_URL: url },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error('The account was not created.');
  return stdout.trim();
}

async function textOf(stream) {
  let text = '';
  for await (const chunk of stream) text += chunk;
  return text;
}

/** Runs the command, and returns its time, CPU and memory, and its summary. */
async function runImport(database, system, path, account) {
  const postgresBefore = cpuMs(database.pid);
  const started = performance.now();
  const args = [main, 'import', system, path, '--account', account, '--json'];
  const child = start('import', process.execPath, args, { env: { DATABASE_URL: database.url } });
  let [peak, nodeMs] = [0, 0];
  const sampled = setInterval(() => {
    peak = Math.max(peak, peakMb(child.pid));
    nodeMs = Math.max(nodeMs, cpuMs(child.pid));
  }, 50);
  const [text] = await Promise.all([textOf(child.stdout), once(child, 'exit')]);
  clearInterval(sampled);
  const ms = performance.now() - started;
  if (child.exitCode !== 0) throw new Error(`The import of ${system} failed: ${text}`);
  const { kinds } = JSON.parse(text);
  return { ms, peak, nodeMs, postgresMs: cpuMs(database.pid) - postgresBefore, counts: kinds.customer };
}

function checkCount(counts, outcome, customers) {
  if (counts[outcome] !== customers)
    throw new Error(`${customers} customers should be ${outcome}: ${JSON.stringify(counts)}.`);
}

/** Equal conditions for what is measured next. */
async function settle({ pool }) {
  await pool.query('vacuum analyze');
  await pool.query('checkpoint');
}

async function measureSystem(database, system, customers, folder) {
  const path = join(folder, `${system}.json`);
  await writeDocuments(system, customers, path);
  const { size } = await stat(path);
  const account = newAccount(database, `${system} import`);
  await settle(database);
  const first = await runImport(database, system, path, account);
  checkCount(first.counts, 'created', customers);
  await settle(database);
  const again = await runImport(database, system, path, account);
  checkCount(again.counts, 'unchanged', customers);
  await settle(database);
  const into = newAccount(database, `${system} copy`);
  const copy = await copyRows(database, { from: account, into, folder });
  await rm(path);
  const per = (ms) => ms / customers;
  return {
    megabytes: size / 2 ** 20,
    rate: customers / (first.ms / 1_000),
    copyRate: customers / (copy.ms / 1_000),
    againRate: customers / (again.ms / 1_000),
    nodeMs: per(first.nodeMs),
    postgresMs: per(first.postgresMs),
    copyPostgresMs: per(copy.postgresMs),
    peakMb: Math.max(first.peak, again.peak),
  };
}

/**
 * The import of customers with addresses in the documents of each system, and again without a change, beside COPY of
 * the rows that it wrote, in a database of its own.
 */
export async function measureImports(customers, report) {
  await rm(dataDirOf(place), { recursive: true, force: true });
  const folder = await mkdtemp(join(tmpdir(), 'customer-gateway-bench-'));
  const database = await openDatabase(place);
  try {
    const measured = {};
    for (const system of Object.keys(documents)) {
      measured[system] = await measureSystem(database, system, customers, folder);
      report({ [system]: measured[system] });
    }
    return { measured, version: database.version };
  } finally {
    await database.close();
    await rm(folder, { recursive: true });
    await rm(dataDirOf(place), { recursive: true });
  }
}
