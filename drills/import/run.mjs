import { interruptible } from '../shared/interrupt.mjs';
import { contentsOf, differences } from './contents.mjs';
import { disturbances } from './disturbances.mjs';
import { writeDocuments, writeRejected } from './documents.mjs';
import { Importing, killAll } from './importing.mjs';
import { readOptions, usage } from './options.mjs';
import { randomOf } from './random.mjs';
import { leaks } from './secrets.mjs';
import { openServer } from './server.mjs';

const maxShown = 5;
const maxRepetitions = 3;

/** The order of changes and the number of runs depend on the disturbance. */
const left = [
  ...['customer_events.position', 'change_heads', 'import_runs', 'import_warnings', 'import_rejects'],
];

/** Imports without a disturbance; the contents are those of all others. */
async function undisturbed(server, since, [system, file]) {
  const account = await server.account(`${system} undisturbed`);
  const importing = new Importing(server, { system, file, account });
  const { code, errors } = await importing.run();
  if (code !== 0) throw new Error(`The import of ${system} ended with ${code}: ${errors}`);
  const ms = await importing.workMs();
  const contents = await contentsOf(server.query, account, { since, left });
  console.log(`${system}: ${contents.length} rows in ${Math.round(ms)} ms without a disturbance.`);
  return { account, contents, ms };
}

/** Repeats the import until it succeeds. */
async function repeated(importing) {
  let end;
  for (let count = 0; count < maxRepetitions; count += 1) {
    end = await importing.run();
    if (end.code === 0) return [];
  }
  return [`the import still ends with ${end?.code}: ${end?.errors}`];
}

async function drill(server, { name, run }, { system, file, expected, since, random, kills }) {
  const account = await server.account(`${system} ${name}`);
  const importing = new Importing(server, { system, file, account });
  const { cluster, query } = server;
  const findings = [
    ...(await run({ importing, random, kills, cluster, query, workMs: expected.ms })),
    ...(await repeated(importing)),
  ];
  const found = await contentsOf(query, account, { since, left });
  const different = differences(expected.contents, found);
  const more = different.length > maxShown ? [`${different.length - maxShown} more`] : [];
  console.log(`${name}, ${system}: ${found.length} rows, ${different.length} different.`);
  return [...findings, ...different.slice(0, maxShown), ...more].map((each) => `${name}, ${system}: ${each}`);
}

async function rejected(server, { system, file, account }) {
  const { code, errors } = await new Importing(server, { system, file, account }).run();
  return code === 3 ? [] : [`rejected documents of ${system}: exit code ${code}: ${errors}`];
}

/** Imports documents that are rejected, and searches for secrets of all documents. */
async function secrets(server, accounts, random) {
  const files = Object.entries(await writeRejected(server.folder, random));
  const imports = files.map(([system, file]) =>
    rejected(server, { system, file, account: accounts[system] }),
  );
  const findings = (await Promise.all(imports)).flat();
  findings.push(...(await leaks(server, accounts)));
  console.log(`Secrets in tables, rejects, exports and logs: ${findings.length} findings.`);
  return findings;
}

function chosen({ only }) {
  const unknown = only?.find((name) => !disturbances.some((each) => each.name === name));
  if (unknown !== undefined) throw new Error(`There is no disturbance ${unknown}; --list prints them.`);
  return disturbances.filter(({ name }) => only === undefined || only.includes(name));
}

async function runAll(options, signal) {
  const startedAt = performance.now();
  const since = new Date(Date.now() - 60_000);
  const { seed, customers, kills } = options;
  console.log(`Seed ${seed}: \`--seed ${seed}\` repeats the documents and moments.`);
  const random = randomOf(seed);
  const server = await openServer();
  const findings = [];
  try {
    const files = await writeDocuments(server.folder, customers, random);
    const all = Object.entries(files).map(async (each) => [each[0], await undisturbed(server, since, each)]);
    const expected = Object.fromEntries(await Promise.all(all));
    const one = async (each, system, at) => {
      if (signal.aborted) return;
      const given = { system, file: files[system], expected: expected[system], since, kills };
      findings.push(...(await drill(server, each, { ...given, random: randomOf(seed + at) })));
    };
    for (const each of chosen(options))
      if (each.isOfImport) await Promise.all(each.systems.map((system, at) => one(each, system, at)));
      else for (const system of each.systems) await one(each, system, 0);
    const accounts = Object.entries(expected).map(([system, { account }]) => [system, account]);
    if (!signal.aborted) findings.push(...(await secrets(server, Object.fromEntries(accounts), random)));
  } finally {
    killAll();
    await server.close();
  }
  console.log(`${Math.round((performance.now() - startedAt) / 1_000)} s.`);
  for (const each of findings) console.error(each);
  return findings.length === 0;
}

const options = readOptions();
if (options.help) console.log(usage);
else if (options.list) for (const { name, about } of disturbances) console.log(`${name}: ${about}`);
else process.exitCode = (await interruptible((signal) => runAll(options, signal), killAll)) ? 0 : 1;
