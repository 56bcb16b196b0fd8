import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, run } from '../run.ts';

const schema = join(root, '../schema.graphql');
const compiler = 'relay-compiler/cli.js';

test('relay-compiler --validate has nothing to say of pages, refetches and mutations', async () => {
  expect(await run(compiler, ['--validate'])).toMatchObject({ code: 0 });
});

test.each([
  ['a field that is none', 'customers(first: 1) { edges { node { nickname } } }', 'no field `nickname`'],
  ['an argument of another type', 'customers(first: "1") { totalCount }', "a value of type 'Int'"],
  ['an argument that is missing', 'node { id }', 'Missing required argument: `id`'],
  [
    'a connection without edges',
    'customers(first: 1) @connection(key: "q_customers") { nodes { id } }',
    'edges',
  ],
])('relay-compiler refuses %s', async (_what, selection, said) => {
  const src = await mkdtemp(join(tmpdir(), 'cg-relay-'));
  await copyFile(schema, join(src, 'schema.graphql'));
  await writeFile(join(src, 'wrong.ts'), `graphql\`query wrongQuery { ${selection} }\``);
  await writeFile(
    join(src, 'relay.config.json'),
    JSON.stringify({ src: '.', schema: 'schema.graphql', language: 'typescript' }),
  );
  try {
    const { code, printed } = await run(compiler, [], src);
    expect(printed).toContain(said);
    expect(code).not.toBe(0);
  } finally {
    await rm(src, { recursive: true });
  }
});
