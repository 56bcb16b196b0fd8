import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { demoAccountId } from '../src/demo/seed.ts';
import { openGateway } from './gateway.ts';

const read = (page: string) => readFile(new URL(`../${page}`, import.meta.url), 'utf8');
const { as } = await openGateway({ demo: true });

const pages = (await Promise.all(['README.md', 'docs/writing.md'].map(read))).join('\n');

/** Each operation with its expected response. */
const examples = [...pages.matchAll(/```graphql\n(.*?)```.*?```json\n(.*?)```/gs)].map(
  ([, query = '', response = '']) => ({ query, response: JSON.parse(response) }),
);

test('the examples in the README and docs/writing.md return the documented responses, twice', async () => {
  expect(examples).toHaveLength(4);
  for (const { query, response } of [...examples, ...examples])
    expect(await as(demoAccountId).execute(query)).toEqual(response);
});
