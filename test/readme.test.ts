import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { demoAccountId } from '../src/demo/seed.ts';
import { Environment } from '../src/environment.ts';
import { openGateway } from './gateway.ts';

const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
const { as } = await openGateway({ demo: true });

const block = (language: string): string =>
  new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 's').exec(readme)?.[1] ?? '';

test('the first query answers as the README says', async () => {
  const { data, errors } = await as(demoAccountId).execute(block('graphql'));

  expect(errors).toBeUndefined();
  expect({ data }).toEqual(JSON.parse(block('json')));
});

test('every option of the environment is documented', async () => {
  const limits = await readFile(new URL('../docs/limits.md', import.meta.url), 'utf8');

  const missing = Object.keys(Environment.shape).filter((name) => !`${readme}${limits}`.includes(name));

  expect(missing).toEqual([]);
});
