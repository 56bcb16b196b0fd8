import { spawnSync } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import { type DocumentNode, Kind, parse } from 'graphql';
import { expect, onTestFinished, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const tsc = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));
const config = {
  scalars: { DateTime: 'string', Decimal: 'string', JSONObject: '{ readonly [key: string]: unknown }' },
  defaultScalarType: 'unknown',
  enumsAsTypes: true,
  immutableTypes: true,
  avoidOptionals: { field: true, inputValue: false, object: false, defaultValue: false },
};

/** schema.graphql in TypeScript, by GraphQL Code Generator. */
function generated(schema: DocumentNode): Promise<string> {
  return codegen({
    filename: 'theirs.ts',
    schema,
    documents: [],
    plugins: [{ typescript: {} }],
    pluginMap: { typescript },
    config,
  });
}

function namesIn(text: string): string[] {
  return [...text.matchAll(/^export (?:interface|type) (\w+)/gm)].flatMap(([, name]) => name ?? []);
}

test('each type is what GraphQL Code Generator makes of it', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'cg-types-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  const schema = parse(await readFile(join(root, 'schema.graphql'), 'utf8'));
  const theirs = await generated(schema);
  const names = namesIn(theirs).filter((name) => !['Maybe', 'InputMaybe', 'Scalars'].includes(name));
  const ours = namesIn(await readFile(join(root, 'schema.d.ts'), 'utf8'));
  const bothWays = (name: string) =>
    `export const to${name} = (value: A.${name}): B.${name} => value;\nexport const from${name} = (value: B.${name}): A.${name} => value;\n`;
  await copyFile(join(root, 'schema.d.ts'), join(directory, 'ours.d.ts'));
  await writeFile(join(directory, 'theirs.ts'), theirs);
  const imports = "import type * as A from './ours.d.ts';\nimport type * as B from './theirs.ts';\n";
  await writeFile(join(directory, 'check.ts'), imports + names.map(bothWays).join(''));
  const options = ['--strict', '--noEmit', '--allowImportingTsExtensions', '--module', 'nodenext'];
  const { stdout } = spawnSync(process.execPath, [tsc, ...options, 'check.ts'], {
    cwd: directory,
    encoding: 'utf8',
  });

  // What they have in `Scalars`.
  const scalars = schema.definitions.flatMap((type) =>
    type.kind === Kind.SCALAR_TYPE_DEFINITION ? type.name.value : [],
  );
  expect(ours.filter((name) => !names.includes(name))).toEqual(scalars);
  expect(stdout).toBe('');
});
