import { checkAnswers } from './answers.mjs';
import { closeArena, entrants, openArena } from './arena.mjs';
import { soakChecks } from './bar.mjs';
import { generate } from './contestants/plugin-prisma/generate.mjs';
import { countAll } from './counters.mjs';
import { openDatabase } from './database.mjs';
import { Load, measure } from './measure.mjs';
import { nodes } from './node-binary.mjs';
import { chosenOperations } from './operations.mjs';
import { page } from './report.mjs';
import { closeConnections } from './requests.mjs';
import { librariesOf, machine, today, write } from './results.mjs';
import { measureSlowConsumers } from './slow-consumer.mjs';
import { soak } from './soak.mjs';
import { measureStartup } from './startup.mjs';
import { pickSubjects } from './subjects.mjs';
import { checkTable, figureTable } from './table.mjs';

/** Runs work with a database of a size and running contestants; stops them even after an error. */
async function withArena(size, entered, operations, work) {
  console.log(`\n${size.toLocaleString('en-US')} customers: the database …`);
  const database = await openDatabase(size);
  try {
    const subjects = await pickSubjects(database, size);
    const runners = await openArena(entered, database, subjects, operations);
    try {
      return await work({ database, subjects, runners });
    } finally {
      closeConnections();
      await closeArena(runners);
    }
  } finally {
    await database.close();
  }
}

async function measureAll(load, { database, subjects, runners }, operations, options) {
  const measured = {};
  const failures = [];
  for (const operation of operations) {
    measured[operation.name] = {};
    for (const connections of options.connections) {
      const figures = await measure(load, runners, operation, {
        ...options,
        database,
        subjects,
        connections,
        failures,
      });
      measured[operation.name][connections] = figures;
      console.log(`\n${figureTable(`${operation.name}, ${connections} at once`, figures)}`);
    }
  }
  return { measured, failures };
}

async function measureSize(arena, operations, options) {
  const { database, subjects, runners } = arena;
  await checkAnswers(runners, operations, subjects);
  console.log('All contestants give the same answers.');
  const load = new Load();
  try {
    const { measured, failures } = await measureAll(load, arena, operations, options);
    const slow = options.only
      ? undefined
      : await measureSlowConsumers(load, runners, { ...options, subjects });
    const counts = await countAll(database, runners, operations, subjects);
    const nested = operations.filter(({ name }) => name === 'nested');
    const few = await countAll(database, runners, nested, { ...subjects, first: 10 });
    return { depth: subjects.depth, measured, failures, counts, few, ...(slow && { slow }) };
  } finally {
    await load.close();
  }
}

async function runSoak(options, nodeFor) {
  const { entered } = entrants(['gateway'], nodeFor);
  const { there } = chosenOperations(options.only, ['gateway']);
  const result = await withArena(options.sizes.at(-1), entered, there, ({ subjects, runners: [gateway] }) =>
    soak(gateway, there, subjects, options.soak),
  );
  console.log(`\n${checkTable(soakChecks(result))}`);
  if (options.write) write(`${today()}-soak`, { date: today(), machine: machine(), ...result });
}

/** @param {ReturnType<import('./options.mjs').readOptions>} options */
export async function bench(options) {
  generate();
  const nodeFor = nodes(options.node);
  if (options.soak !== undefined) return runSoak(options, nodeFor);
  const { entered, absent } = entrants(options.contestants, nodeFor);
  const names = entered.map(({ name }) => name);
  const { there, missing } = chosenOperations(options.only, names);
  const [runs, versions] = [[], {}];
  let startupMs;
  for (const size of options.sizes) {
    const run = await withArena(size, entered, there, async (arena) => {
      versions.postgresql = arena.database.version;
      return measureSize(arena, there, options);
    });
    runs.push({ size, names, connections: options.connections, ...run });
    if (size === options.sizes.at(-1) && names.includes('gateway') && !options.only)
      startupMs = await withArena(size, [], [], ({ database, subjects }) =>
        measureStartup(database, subjects),
      );
  }
  const result = {
    date: today(),
    machine: machine(),
    versions,
    options: {
      rounds: options.rounds,
      seconds: options.seconds,
      warmUp: options.warmUp,
      connections: options.connections,
    },
    contestants: entered.map(({ name, about, node, lacks }) => ({
      name,
      about,
      node: node.version,
      libraries: librariesOf(name),
      lacks: Object.fromEntries(
        Object.entries(lacks).filter(([each]) => there.some((one) => one.name === each)),
      ),
    })),
    absent,
    missing: missing.map(({ name }) => name),
    runs,
    startupMs,
  };
  const text = page(result);
  console.log(`\n${text}`);
  if (options.write) write(today(), result, text);
}
