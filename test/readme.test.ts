import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { demoAccountId } from '../src/demo/seed.ts';
import { Environment } from '../src/environment.ts';
import { openGateway } from './gateway.ts';

const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
const { as } = await openGateway({ demo: true });

/** Each operation, and what comes of it. */
const examples = [...readme.matchAll(/```graphql\n(.*?)```.*?```json\n(.*?)```/gs)].map(
  ([, query = '', answer = '']) => ({ query, answer: JSON.parse(answer) }),
);

test('what the README asks is answered as it says, also when it is asked again', async () => {
  expect(examples).toHaveLength(4);
  for (const { query, answer } of [...examples, ...examples])
    expect(await as(demoAccountId).execute(query)).toEqual(answer);
});

test('every option of the environment is documented', async () => {
  const limits = await readFile(new URL('../docs/limits.md', import.meta.url), 'utf8');

  const missing = Object.keys(Environment.shape).filter((name) => !`${readme}${limits}`.includes(name));

  expect(missing).toEqual([]);
});
