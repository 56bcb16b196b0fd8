import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const src = fileURLToPath(new URL('../../src/', import.meta.url));
const staticImport = /^(?:import|export) (?!type )(?:[^;']*? from )?'([^']+)'/gm;

/** The files and packages that Node loads with files of `src`, without those that are imported when they are needed. */
function loadedWith(...files: readonly string[]): readonly string[] {
  const loaded = new Set(files);
  for (const file of loaded) {
    if (!file.endsWith('.ts')) continue;
    for (const [, from = ''] of readFileSync(join(src, file), 'utf8').matchAll(staticImport))
      loaded.add(from.startsWith('.') ? relative(src, join(src, dirname(file), from)) : from);
  }
  return [...loaded];
}

const others = /^(demo|embedded|exporters|importers)\/|^(cli-progress|ioredis|pg-copy-streams|prom-client)$/;

test('the command line loads the modules of a command when it runs', () => {
  const loaded = loadedWith('main.ts');

  expect(loaded).toContain('commander');
  expect(loaded.filter((each) => others.test(each))).toEqual(['importers/run/match-keys.ts']);
  expect(loaded.filter((each) => /^(pg|graphql|@prisma.*)$/.test(each))).toEqual([]);
});

test('`serve` loads no modules of other commands or absent services', () => {
  const loaded = loadedWith('cli/serve.ts', 'cli/serving.ts');

  expect(loaded).toContain('graphql-yoga');
  expect(loaded.filter((each) => others.test(each))).toEqual([]);
});

test('the primary process of several workers does not load the schema', () => {
  const loaded = loadedWith('cli/serve.ts');

  expect(loaded).toContain('cli/workers.ts');
  expect(loaded.filter((each) => /^(schema\/index|server\/gateway|cli\/serving)\.ts$/.test(each))).toEqual(
    [],
  );
});
