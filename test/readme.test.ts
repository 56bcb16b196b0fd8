import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { demoAccountId } from '../src/demo/seed.ts';
import { openGateway } from './gateway.ts';

const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
const { as } = await openGateway({ demo: true });

const block = (language: string): string =>
  new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 's').exec(readme)?.[1] ?? '';

test('the first query answers as the README says', async () => {
  expect(await as(demoAccountId).execute(block('graphql'))).toEqual(JSON.parse(block('json')));
});

test('every option of the environment stands in the README, and no other', async () => {
  const config = await readFile(new URL('../src/config.ts', import.meta.url), 'utf8');
  const options = [...config.matchAll(/^ {2}([A-Z_]+): (?:z|databaseUrl)/gm)].map(([, name]) => name);
  const documented = [...readme.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);

  expect(documented.toSorted()).toEqual(options.toSorted());
});
