import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, totalmem } from 'node:os';
import { join } from 'node:path';
import { home, root } from './paths.mjs';

const folder = join(home, 'results');
const manifest = (from) => JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'));

export const today = () => new Date().toISOString().slice(0, 10);

export const machine = () => ({
  cpu: cpus()[0]?.model.trim(),
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  os: `${platform()} ${arch()}`,
});

/** The main libraries of each contestant, with their versions. */
export function librariesOf(name) {
  const peers = manifest(home).dependencies;
  const own = manifest(root).dependencies;
  const said = (dependencies, ...names) => names.map((each) => `${each} ${dependencies[each]}`).join(', ');
  if (name === 'gateway-before') return 'of its own package.json';
  if (name === 'gateway') return said(own, 'graphql-yoga', '@pothos/core', 'pg');
  if (name === 'limit') return said(peers, 'pg');
  if (name === 'plugin-prisma') return said(peers, '@pothos/plugin-prisma', 'graphql-yoga', '@prisma/client');
  return said(peers, 'postgraphile', 'postgraphile-plugin-connection-filter');
}

/** All that a run has measured, with the conditions. */
export function resultOf({ entered, absent, rows, options, versions, ...measured }) {
  const { rounds, seconds, warmUp, connections, subscribers, writesPerSecond } = options;
  const isMeasured = (name) => rows.there.some((row) => row.name === name) || rows.has(name);
  return {
    date: today(),
    machine: machine(),
    versions,
    options: { rounds, seconds, warmUp, connections, subscribers, writesPerSecond },
    contestants: entered.map(({ name, about, node, lacks }) => ({
      name,
      about,
      node: node.version,
      libraries: librariesOf(name),
      lacks: Object.fromEntries(Object.entries(lacks).filter(([each]) => isMeasured(each))),
    })),
    absent,
    missing: rows.missing.map(({ name }) => name),
    ...measured,
  };
}

/** Writes a result and its page; a second one on the same day replaces the first. */
export function write(name, result, text) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
  if (text !== undefined) writeFileSync(join(folder, `${name}.md`), text);
  console.log(`\nWritten: bench/results/${name}.${text === undefined ? 'json' : '{json,md}'}`);
}
