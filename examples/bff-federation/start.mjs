// Starts the gateway with its own PostgreSQL and demo data, the invoices, and the router over both.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compose } from './compose.mjs';

const file = (path) => fileURLToPath(new URL(path, import.meta.url));
const main = file('../../dist/main.js');
const { PORT = '4010', DATA_DIR = file('.data'), SUPERGRAPH = file('supergraph.graphql') } = process.env;

const running = [];
let isStopping = false;

/**
 * Starts a program and resolves to its URL once it serves. Rejects if the program exits first or the example
 * is stopping.
 */
async function start(name, args, env) {
  if (isStopping) throw new Error(`${name} is not needed any more.`);
  // A separate process group: Ctrl-C reaches only this process, which stops the others in order.
  const options = { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'], detached: true };
  const child = spawn(process.execPath, args, options);
  const ended = once(child, 'close').then(() => {
    throw new Error(`${name} ended.`);
  });
  ended.catch(() => undefined);
  running.push({ child, ended });
  const address = new Promise((resolve) => {
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      printed += text;
      const [url] = /http:\S+(?=\n)/.exec(printed) ?? [];
      if (url) resolve(url);
    });
  });
  return Promise.race([address, ended]);
}

async function startAll() {
  if (!existsSync(main))
    throw new Error('The gateway is not built: run `npm ci` in the root of the repository.');
  console.log('Starting; the first start creates demo data, which takes some seconds …');
  const customers = await start('The gateway', [main, 'serve'], { PORT: '0', DRAIN_MS: '0', DATA_DIR });
  const invoices = await start('The invoices', [file('invoices/service.mjs')], { PORT: '0' });
  writeFileSync(SUPERGRAPH, compose({ customers, invoices }));
  const router = await start('The router', [file('router.mjs')], { PORT, SUPERGRAPH });
  console.log(`\n  One graph: ${router}\n  made of ${customers} and ${invoices}.\n  Ctrl-C stops all.\n`);
}

/** Stops the programs in reverse order of their start, so that each stops after its clients. */
async function stopAll() {
  isStopping = true;
  for (const { child, ended } of running.toReversed()) {
    child.kill();
    await ended.catch(() => undefined);
  }
}

const told = new Promise((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, resolve);
});

try {
  const started = startAll();
  await Promise.race([told, started]);
  await Promise.race([told, ...running.map(({ ended }) => ended)]);
  console.log('Stopping …');
} catch ({ message }) {
  console.error(message);
  process.exitCode = 1;
} finally {
  await stopAll();
}
