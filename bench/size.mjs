import { signInAll } from './accounts.mjs';
import { checkAnswers } from './answers.mjs';
import { canDo } from './arena.mjs';
import { compare } from './compare.mjs';
import { countAll } from './counters.mjs';
import { openGenerator } from './generator.mjs';
import { measureLive } from './live.mjs';
import { Load, measure } from './measure.mjs';
import { measureSlowConsumers } from './slow-consumer.mjs';
import { comparisonTable, figureTable, liveTable } from './table.mjs';

/** Measures all operations, and the load process with the same requests. */
async function measureOperations(load, { runners }, operations, options) {
  const [measured, limits] = [{}, {}];
  const generator = await openGenerator();
  try {
    for (const operation of operations) {
      const { name } = operation;
      [measured[name], limits[name]] = [{}, {}];
      for (const connections of options.connections) {
        const timed = { ...options, connections };
        const figures = await measure(load, runners, operation, timed);
        const first = runners.find((runner) => canDo(runner, operation));
        const limit = first && (await generator.limitOf(load, first, operation, options.subjects, timed));
        [measured[name][connections], limits[name][connections]] = [figures, limit];
        console.log(`\n${figureTable(`${name}, ${connections} at once`, figures, { generator: limit })}`);
      }
    }
  } finally {
    await generator.close();
  }
  return { measured, limits };
}

async function measureComparisons(load, runners, comparisons, options) {
  const connections = Math.max(...options.connections);
  const found = {};
  for (const comparison of comparisons) {
    found[comparison.name] = await compare(load, runners, comparison, { ...options, connections });
    console.log(`\n${comparisonTable(comparison.name, found[comparison.name])}`);
  }
  return found;
}

/** Measures the comparisons in the database of 200 accounts. */
export async function measureAccounts({ database, subjects, runners }, comparisons, options) {
  const failures = [];
  await signInAll(subjects.accounts, runners);
  const load = new Load();
  try {
    const given = { ...options, database, subjects, failures };
    return { comparisons: await measureComparisons(load, runners, comparisons, given), failures };
  } finally {
    await load.close();
  }
}

async function measureLiveRow(runners, options) {
  const found = await measureLive(runners, { ...options, seconds: options.seconds * options.rounds });
  console.log(`\n${liveTable(found)}`);
  return found;
}

/**
 * Measures the chosen rows with a database of a size.
 * @param {ReturnType<import('./rows.mjs').chosenRows>} rows
 */
export async function measureSize({ database, subjects, runners }, rows, options) {
  const operations = rows.there;
  await checkAnswers(runners, operations, subjects);
  if (operations.length > 0) console.log('All contestants give the same answers.');
  const failures = [];
  const given = { ...options, database, subjects, failures };
  const load = new Load();
  try {
    const { measured, limits } = await measureOperations(load, { runners }, operations, given);
    const comparisons = await measureComparisons(load, runners, rows.ofSize.comparisons, given);
    const slow = rows.has('slow') ? await measureSlowConsumers(load, runners, given) : undefined;
    const live = rows.has('subscribers') ? await measureLiveRow(runners, given) : undefined;
    const counts = await countAll(database, runners, operations, subjects);
    const nested = operations.filter(({ name }) => name === 'nested');
    const few = await countAll(database, runners, nested, { ...subjects, first: 10 });
    return { depth: subjects.depth, measured, limits, comparisons, failures, counts, few, slow, live };
  } finally {
    await load.close();
  }
}
