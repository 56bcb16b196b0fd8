import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { printedSubgraph } from '../../src/schema/build/print.ts';
import { createDirectory } from '../embedded/data-directory.ts';
import { run } from './command.ts';

const committed = await readFile(new URL('../../schema.graphql', import.meta.url), 'utf8');

test('the command prints the committed schema', async () => {
  expect(await run(['schema'])).toEqual({ code: 0, out: committed, err: '' });
});

test('the command writes the schema to a file', async () => {
  const file = join(await createDirectory(), 'schema.graphql');

  expect(await run(['schema', '--out', file])).toEqual({ code: 0, out: '', err: '' });
  expect(await readFile(file, 'utf8')).toBe(committed);
});

test('the command prints and writes the subgraph', async () => {
  const file = join(await createDirectory(), 'subgraph.graphql');

  expect(await run(['schema', '--federation'])).toEqual({ code: 0, out: printedSubgraph(), err: '' });
  expect((await run(['schema', '--federation', '--out', file])).code).toBe(0);
  expect(await readFile(file, 'utf8')).toBe(printedSubgraph());
});

test('a file that cannot be written is reported in one line', async () => {
  const file = join(await createDirectory(), 'nowhere', 'schema.graphql');

  const { code, err } = await run(['schema', '--out', file]);

  expect(code).toBe(1);
  expect(err).toMatch(
    /^The schema cannot be written to .*schema\.graphql \(ENOENT: .*\): name another file\.\n$/,
  );
});
