import { pickAccounts } from './accounts.mjs';
import { closeArena, entrants, openArena } from './arena.mjs';
import { soakChecks } from './bar.mjs';
import { startProfiled } from './contestants/index.mjs';
import { generate } from './contestants/plugin-prisma/generate.mjs';
import { dataDirOf, openDatabase } from './database.mjs';
import { measureImports } from './imports.mjs';
import { nodes } from './node-binary.mjs';
import { profile } from './profile.mjs';
import { page } from './report.mjs';
import { closeConnections } from './requests.mjs';
import { machine, resultOf, today, write } from './results.mjs';
import { chosenRows } from './rows.mjs';
import { measureAccounts, measureSize } from './size.mjs';
import { soak } from './soak.mjs';
import { measureEmbeddedStartup, measureStartup } from './startup.mjs';
import { pickSubjects } from './subjects.mjs';
import { checkTable, importTable } from './table.mjs';

/** The database of the row `accounts`. */
const accountsPlace = { customers: 200, accounts: true, name: 'accounts' };

/**
 * Runs work with a database and running contestants; stops them even after an error.
 * @param {import('./database.mjs').Place} place
 */
async function withArena(place, entered, operations, work) {
  const { customers, accounts } = place;
  console.log(
    `\n${accounts ? '200 accounts' : `${customers.toLocaleString('en-US')} customers`}: the database …`,
  );
  const database = await openDatabase(place);
  try {
    const subjects = await (accounts ? pickAccounts(database) : pickSubjects(database, customers));
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

async function runSoak(options, nodeFor) {
  const { entered } = entrants(['gateway'], nodeFor);
  const { there } = chosenRows(options.only, ['gateway']);
  const result = await withArena(
    { customers: options.sizes.at(-1) },
    entered,
    there,
    ({ subjects, runners: [gateway] }) => soak(gateway, there, subjects, options.soak, options.share),
  );
  console.log(
    `\n${checkTable(soakChecks(result))}\n\nCPU of node: ${result.nodeMs.toFixed(2)} ms per request`,
  );
  if (options.write) write(`${today()}-soak`, { date: today(), machine: machine(), ...result });
}

/** Writes a flame graph of the gateway under the load of one operation. */
function runProfile(options, nodeFor) {
  const { entered } = entrants(['gateway'], nodeFor);
  const { there } = chosenRows([options.profile], ['gateway']);
  const [operation] = there;
  if (operation === undefined) throw new Error(`${options.profile} is not an operation of the gateway.`);
  const profiled = entered.map((contestant) => ({ ...contestant, start: startProfiled }));
  return withArena({ customers: options.sizes[0] }, profiled, there, (arena) =>
    profile(arena, operation, options),
  );
}

async function measureSizes(entered, rows, options, versions) {
  const runs = [];
  for (const size of options.sizes) {
    const run = await withArena({ customers: size }, entered, rows.there, (arena) => {
      versions.postgresql = arena.database.version;
      return measureSize(arena, rows, options);
    });
    const names = entered.map(({ name }) => name);
    runs.push({ size, names, connections: options.connections, ...run });
  }
  return runs;
}

async function measureStart({ sizes }, versions) {
  const place = { customers: sizes.at(-1) };
  const { subjects, served } = await withArena(place, [], [], async ({ database, subjects: picked }) => {
    versions.postgresql = database.version;
    return { subjects: picked, served: await measureStartup(database, picked) };
  });
  return { served, embedded: await measureEmbeddedStartup(dataDirOf(place), subjects) };
}

async function measureAllImports({ sizes }, versions) {
  const runs = [];
  for (const size of sizes) {
    console.log(`\n${size.toLocaleString('en-US')} customers: the imports …`);
    const { measured, version } = await measureImports(size, (each) => console.log(`\n${importTable(each)}`));
    versions.postgresql = version;
    runs.push({ size, measured });
  }
  return runs;
}

/** @param {ReturnType<import('./options.mjs').readOptions>} options */
export async function bench(options) {
  generate();
  const nodeFor = nodes(options.node);
  if (options.soak !== undefined) return runSoak(options, nodeFor);
  if (options.profile !== undefined) return runProfile(options, nodeFor);
  const { entered, absent } = entrants(options.contestants, nodeFor, options.before);
  const names = entered.map(({ name }) => name);
  const rows = chosenRows(options.only, names);
  const versions = {};
  const runs = rows.ofSize.any ? await measureSizes(entered, rows, options, versions) : [];
  const accounts =
    rows.ofAccounts.length === 0
      ? undefined
      : await withArena(accountsPlace, entered, [], (arena) => {
          versions.postgresql = arena.database.version;
          return measureAccounts(arena, rows.ofAccounts, options);
        });
  const startupMs =
    names.includes('gateway') && rows.has('start') ? await measureStart(options, versions) : undefined;
  const imports = rows.has('import') ? await measureAllImports(options, versions) : undefined;
  const result = resultOf({
    ...{ entered, absent, rows, options, versions, runs, accounts, startupMs, imports },
  });
  const text = page(result);
  console.log(`\n${text}`);
  if (options.write) write(today(), result, text);
}
