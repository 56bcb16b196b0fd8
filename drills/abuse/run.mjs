import { stopAll } from '../../bench/processes.mjs';
import { interruptible } from '../shared/interrupt.mjs';
import { attacks } from './attacks/index.mjs';
import { failuresOf } from './bounds.mjs';
import { drill } from './drill.mjs';
import { readOptions, usage } from './options.mjs';
import { markdown, print, write } from './report.mjs';
import { openServer } from './server.mjs';
import { makeTemplate } from './template.mjs';

function chosen({ only, isShort }) {
  const unknown = only?.find((name) => !attacks.some((attack) => attack.name === name));
  if (unknown !== undefined) throw new Error(`There is no attack ${unknown}; --list prints them.`);
  if (only !== undefined) return attacks.filter(({ name }) => only.includes(name));
  return isShort ? attacks.filter(({ short = 0 }) => short > 0) : attacks;
}

async function runAll(options, signal) {
  const started = Date.now();
  const server = await openServer(options.databaseUrl);
  const results = [];
  try {
    const template = await makeTemplate(server, options.customers);
    console.log(
      `${options.customers} customers prepared in ${Math.round((Date.now() - started) / 1_000)} s.`,
    );
    for (const attack of chosen(options)) {
      if (signal.aborted) break;
      const result = await drill(attack, { server, template, ...options });
      results.push({ ...result, failures: failuresOf(result, options.bounds) });
      print(results.at(-1));
      write(options, results);
    }
  } finally {
    await stopAll();
    await server.close();
  }
  console.log(`\n${markdown(results)}\n${Math.round((Date.now() - started) / 1_000)} s.`);
  return results.every(({ failures }) => failures.length === 0);
}

const options = readOptions();
if (options.help) console.log(usage);
else if (options.list) for (const { name, row, about } of attacks) console.log(`${name} (${row}): ${about}`);
else process.exitCode = (await interruptible((signal) => runAll(options, signal), stopAll)) ? 0 : 1;
