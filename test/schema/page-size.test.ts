import { expect, test } from 'vitest';
import { openGateway } from '../gateway.ts';
import { fillBase } from './base.ts';
import { fillSettings, own } from './base-settings.ts';

const { db, as } = await openGateway();
await fillBase(db, await fillSettings(db), 30);

interface Sizes {
  readonly first?: number | string | null;
  readonly last?: number | string | null;
}

const ask = (sizes: Sizes) =>
  as(own).execute(
    'query ($first: Int, $last: Int) { customers(first: $first, last: $last) { nodes { id } } }',
    sizes,
  );

async function refusal(sizes: Sizes): Promise<readonly string[]> {
  const { errors = [] } = await ask(sizes);
  return errors.flatMap(({ extensions, message }) => [extensions.code, message]);
}

test('a negative or too large size is rejected', async () => {
  const rule = (name: string, value: number) => [
    'PAGE_SIZE_INVALID',
    `\`${name}\` is ${value}; the ${value < 0 ? 'minimum is 0' : 'maximum is 250'}.`,
  ];

  for (const value of [-1, 251, -(2 ** 31), 2 ** 31 - 1]) {
    expect(await refusal({ first: value })).toEqual(rule('first', value));
    expect(await refusal({ last: value })).toEqual(rule('last', value));
  }
});

test('`first` and `last` together are rejected', async () => {
  const rule = ['PAGE_SIZE_INVALID', '`first` and `last` are both given; send one of them.'];

  expect(await refusal({ first: 3, last: 3 })).toEqual(rule);
  expect(await refusal({ first: 0, last: 0 })).toEqual(rule);
});

test('a size that is not an integer is rejected', async () => {
  for (const value of [2 ** 31, 1.5, '3'])
    expect(await refusal({ first: value })).toEqual(['BAD_USER_INPUT', expect.stringContaining('$first')]);
});

test('a page has as many rows as requested, and 25 by default or for null', async () => {
  const count = async (sizes: Sizes): Promise<number> => (await ask(sizes)).data.customers.nodes.length;

  expect(await count({})).toBe(25);
  expect(await count({ first: null, last: null })).toBe(25);
  expect(await count({ first: null, last: 2 })).toBe(2);
  expect(await count({ first: 2, last: null })).toBe(2);
  expect(await count({ first: 0 })).toBe(0);
  expect(await count({ last: 0 })).toBe(0);
  expect(await count({ first: 250 })).toBe(30);
  expect(await count({ last: 250 })).toBe(30);
});
