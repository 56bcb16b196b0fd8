import { stopAll } from '../../bench/processes.mjs';
import { interruptible } from '../shared/interrupt.mjs';
import { findBinaries } from './binaries.mjs';
import { failuresOf } from './bounds.mjs';
import { stopClusters } from './cluster.mjs';
import { faults } from './faults/index.mjs';
import { readOptions, usage } from './options.mjs';
import { markdown, print, write } from './report.mjs';
import { Stage } from './stage.mjs';
import { openTemplate } from './template.mjs';

function chosen({ only, isShort }) {
  const unknown = only?.find((name) => !faults.some((fault) => fault.name === name));
  if (unknown !== undefined) throw new Error(`There is no fault ${unknown}; --list prints them.`);
  if (only !== undefined) return faults.filter(({ name }) => only.includes(name));
  return isShort ? faults.filter((fault) => fault.isShort) : faults;
}

/** Runs one fault on its own database and gateways. */
async function drill(fault, machine) {
  const { name, about } = fault;
  const missing = fault.missing?.(machine);
  if (missing !== undefined) return { name, about, skipped: missing };
  const startedAt = performance.now();
  const stage = new Stage(fault, { ...machine, cluster: await machine.template.copy(name) });
  try {
    const skipped = await stage.open();
    if (skipped !== undefined) return { name, about, skipped };
    await fault.run(stage);
    const outcome = await stage.outcome();
    const failures = failuresOf(fault, outcome, machine.scale);
    return { name, about, seconds: (performance.now() - startedAt) / 1_000, ...outcome, failures };
  } finally {
    await stage.close();
  }
}

async function runAll(options, signal) {
  const startedAt = performance.now();
  const seconds = () => Math.round((performance.now() - startedAt) / 1_000);
  const binaries = await findBinaries();
  const template = await openTemplate(binaries);
  console.log(`The database is prepared after ${seconds()} s, with PostgreSQL from ${binaries.bin}.`);
  const results = [];
  try {
    for (const fault of chosen(options)) {
      if (signal.aborted) break;
      const { isShort, scale } = options;
      results.push(await drill(fault, { binaries, template, isShort, scale }));
      print(results.at(-1));
      write(options, results);
    }
  } finally {
    await stopAll();
    await stopClusters();
    await template.close();
  }
  console.log(`\n${markdown(results)}\n${seconds()} s.`);
  return results.every(({ failures = [] }) => failures.length === 0);
}

const stop = () => {
  void stopAll();
  void stopClusters();
};

const options = readOptions();
if (options.help) console.log(usage);
else if (options.list) for (const { name, about } of faults) console.log(`${name}: ${about}`);
else process.exitCode = (await interruptible((signal) => runAll(options, signal), stop)) ? 0 : 1;
