import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import {
  withErrors,
  withFieldMap,
  withLayers,
  withLimits,
  withMetrics,
  withOptions,
} from '../scripts/docs.mjs';
import { biomeLayers } from '../scripts/layer-rules.mjs';
import { readMigrations } from '../src/db/admin/migration-file.ts';
import { errorCodes } from '../src/error-codes.ts';
import { catalogue } from '../src/observe/metrics/catalogue.ts';
import { defaultText, optionLines } from '../src/option-text.ts';
import { options } from '../src/options.ts';
import { prices } from '../src/prices.ts';

const read = (page: string) => readFile(new URL(`../${page}`, import.meta.url), 'utf8');

test('docs/errors.md has the codes of the list and of the schema (`npm run docs` prints them)', async () => {
  const page = await read('docs/errors.md');

  expect(page).toBe(withErrors(page, { errorCodes, sdl: await read('schema.graphql') }));
});

test('docs/configuration.md has all options (`npm run docs` prints them)', async () => {
  const page = await read('docs/configuration.md');

  expect(page).toBe(withOptions(page, { options, defaultText }));
});

test('docs/limits.md has all limits and prices (`npm run docs` prints them)', async () => {
  const page = await read('docs/limits.md');

  expect(page).toBe(withLimits(page, { options, prices }));
});

test('docs/field-map.md has all fields and enum values (`npm run docs` prints them)', async () => {
  const page = await read('docs/field-map.md');

  expect(page).toBe(withFieldMap(page, { sdl: await read('schema.graphql') }));
});

test('docs/metrics.md has all metrics (`npm run docs` prints them)', async () => {
  const page = await read('docs/metrics.md');

  expect(page).toBe(withMetrics(page, { catalogue }));
});

test('CONTRIBUTING.md and the linter have the folders of the list (`npm run docs` prints them)', async () => {
  const page = await read('CONTRIBUTING.md');

  expect(page).toBe(withLayers(page));
  expect(await read('biome.layers.json')).toBe(biomeLayers());
});

test('docs/upgrading.md has each migration after `writes` once, in their order, with its mark', async () => {
  const page = await read('docs/upgrading.md');
  const listed = [...page.matchAll(/^\| `(\w+)` \| \w+ \| ([\w ,]+) \|/gm)].map(([, name, mark]) => [
    name,
    mark,
  ]);
  const migrations = (await readMigrations()).map(({ name, sql }) => {
    const marks = [...sql.matchAll(/^-- migrate: (.*)$/gm)].map(([, mark = '']) => mark);
    return [name.replace(/^\d+_/, ''), marks.reverse().join(', ') || 'none'];
  });

  expect(listed).toEqual(migrations.slice(migrations.findIndex(([name]) => name === 'writes')));
});

test('every option is documented on one of the pages', () => {
  const undocumented = Object.entries(options).filter(([, { text, limit }]) => !text && !limit);

  expect(undocumented).toEqual([]);
});

test('the help text of commands has the options of the configuration page, without markup', () => {
  const lines = optionLines();

  const described = Object.entries(options).filter(([, { text }]) => text !== undefined);
  expect(lines.map((line) => line.split(' ')[0])).toEqual(described.map(([name]) => name));
  expect(lines.find((line) => line.startsWith('PORT '))).toMatch(
    /^PORT {2,}The port of the HTTP server, 0 to 65535; 0 takes any free port\. Default: 4000\.$/,
  );
  expect(lines.join('\n')).not.toMatch(/[`[\]]|\.md/);
});
