import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson } from '../../../src/importers/read/json.ts';
import { asyncProperty } from '../../property.ts';
import { collect, cut } from '../read.ts';

async function* chunksOf(text: string, cuts: readonly number[]): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for (const each of cut(Buffer.from(text), cuts)) yield decoder.decode(each, { stream: true });
}

async function read(
  text: string,
  { max = 1_000_000, list = 'value' as string | null, cuts = [] as number[] } = {},
) {
  const parts = await collect(readJson(chunksOf(text, cuts), { position: 'f', list, max }));
  return parts.map((part) =>
    part.kind === 'rejection' ? [`!${part.position}`, part.reason.code] : [part.position, part.document],
  );
}

const [a, b] = [{ id: 'a' }, { id: 'b', list: [1, { é: '\u{1f600}' }] }];

test.each([
  ['', []],
  ['  \n ', []],
  [JSON.stringify(a), [['f', a]]],
  [`\n ${JSON.stringify(b, null, 2)}\n`, [['f', b]]],
  [`${JSON.stringify(a)}\n`, [['f', a]]],
  [
    JSON.stringify([a, b]),
    [
      ['f#/0', a],
      ['f#/1', b],
    ],
  ],
  [
    JSON.stringify({ page: 1, value: [a, b], more: false }, null, 1),
    [
      ['f#/value/0', a],
      ['f#/value/1', b],
    ],
  ],
  [JSON.stringify({ value: 'x' }), [['f', { value: 'x' }]]],
  [
    `${JSON.stringify(a)}\n\n${JSON.stringify(b)}`,
    [
      ['f:1', a],
      ['f:3', b],
    ],
  ],
  [
    `${JSON.stringify(a)}\r\n${JSON.stringify(b)}\r\n`,
    [
      ['f:1', a],
      ['f:2', b],
    ],
  ],
  [
    `{"value":[{"id":"a"}]}\n{"id":"c"}\n`,
    [
      ['f:1#/value/0', a],
      ['f:2', { id: 'c' }],
    ],
  ],
  [
    JSON.stringify([a, 1, null]),
    [
      ['f#/0', a],
      ['!f#/1', 'INVALID'],
      ['!f#/2', 'INVALID'],
    ],
  ],
  [
    `{"id":"a"}\n{"id":\n{"id":"a"}\n`,
    [
      ['f:1', a],
      ['!f:2', 'SYNTAX'],
      ['f:3', a],
    ],
  ],
  [
    `{"id":"a",}\n{"id":"a"}\n`,
    [
      ['!f:1', 'SYNTAX'],
      ['f:2', a],
    ],
  ],
  [
    '[{"id":"a"},]',
    [
      ['f#/0', a],
      ['!f:1', 'SYNTAX'],
    ],
  ],
  [
    '[\n{"id":"a"},\n{"id":"a"}\n',
    [
      ['f#/0', a],
      ['f#/1', a],
      ['!f', 'SYNTAX'],
    ],
  ],
  [
    '{"value":[\n{"id":"a"},\n{"id" 1}]}',
    [
      ['f#/value/0', a],
      ['!f:3', 'SYNTAX'],
    ],
  ],
  [
    '{"value":[{"id":"a"}]} x',
    [
      ['f#/value/0', a],
      ['!f:1', 'SYNTAX'],
    ],
  ],
  ['id;name\n1;2', [['!f', 'SYNTAX']]],
  ['"text"', [['!f', 'SYNTAX']]],
])('reads %j', async (text, expected) => {
  expect(await read(text)).toEqual(expected);
});

test('a syntax error has its line and column', async () => {
  const text = '[\n  {"id": "ä"},\n  {"id": "b",}\n]';
  const [, problem] = await collect(readJson(chunksOf(text, []), { position: 'f', list: null, max: 100 }));
  expect(problem).toMatchObject({
    position: 'f:3',
    reason: { message: expect.stringContaining('column 14') },
  });
});

test('a damaged line is shown, unless it could have a password', async () => {
  const text = '{"id":"a","x":}\n{"password":"hunter2","x":}\n';
  const parts = await collect(readJson(chunksOf(text, []), { position: 'f', list: null, max: 100 }));
  expect(parts.map((part) => 'raw' in part && part.raw)).toEqual(['{"id":"a","x":}\n', null]);
});

describe('longer than the limit', () => {
  const long = { id: 'x'.repeat(200) };

  test('a list is read element by element', async () => {
    const many = Array.from({ length: 50 }, (_, id) => ({ id: String(id) }));
    const expected = many.map((each, at) => [`f#/value/${at}`, each]);
    expect(await read(JSON.stringify({ value: many, page: 1 }), { max: 100 })).toEqual(expected);
  });

  test('a line is rejected, and the next is read', async () => {
    const text = `${JSON.stringify(a)}\n${JSON.stringify(long)}\n${JSON.stringify(a)}\n${JSON.stringify(long)}`;
    const expected = [
      ['f:1', a],
      ['!f:2', 'TOO_LARGE'],
      ['f:3', a],
      ['!f:4', 'TOO_LARGE'],
    ];
    expect(await read(text, { max: 100 })).toEqual(expected);
    expect(await read(text, { max: 100, cuts: [50, 100, 150, 170, 300] })).toEqual(expected);
  });

  test('a document that is mapped whole is rejected', async () => {
    expect(await read(JSON.stringify(long), { max: 100, list: null })).toEqual([['!f', 'TOO_LARGE']]);
  });

  test('a single object is rejected', async () => {
    expect(await read(JSON.stringify(long), { max: 100 })).toEqual([['!f', 'TOO_LARGE']]);
  });

  test('an element is rejected', async () => {
    const text = JSON.stringify([a, { id: 'x'.repeat(2_000_000) }, a]);
    expect(await read(text, { max: 100_000 })).toEqual([
      ['f#/0', a],
      ['!f#/1', 'TOO_LARGE'],
    ]);
  });
});

const documents = fc.array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })), { maxLength: 6 });
const cuts = fc.array(fc.nat(400), { maxLength: 8 });
const forms: Readonly<Record<string, (values: readonly unknown[]) => string>> = {
  list: (values) => JSON.stringify(values),
  pretty: (values) => JSON.stringify({ a: 1, value: values, b: [] }, null, 2),
  lines: (values) => values.map((each) => `${JSON.stringify(each)}\n`).join(''),
};

test('the records do not depend on the chunks, nor on the limit of documents', async () => {
  await fc.assert(
    asyncProperty(
      documents,
      fc.constantFrom(...Object.keys(forms)),
      cuts,
      fc.boolean(),
      async (values, form, at, isLong) => {
        // A list key of their own would make the documents pages.
        const own = values.map(({ value: _, ...each }) => each);
        const text = forms[form]?.(own) ?? '';
        const max = isLong && form !== 'lines' && own.length > 0 ? 5 : 1_000_000;
        const found = (await read(text, { cuts: at, max })).map(([, document]) => document);
        // Through JSON, which has no -0.
        expect(found).toEqual(JSON.parse(JSON.stringify(own)));
      },
    ),
  );
});

test('any text results in documents and rejections with positions', async () => {
  const texts = fc.oneof(fc.string({ unit: fc.constantFrom(...'{}[]",:1 \nabé') }), fc.string());
  const limits = fc.constantFrom(3, 1_000);
  const lists = fc.constantFrom('value', null);
  await fc.assert(
    asyncProperty(texts, cuts, limits, lists, async (text, at, max, list) => {
      for (const [position] of await read(text, { cuts: at, max, list })) expect(position).toMatch(/^!?f/);
    }),
    { numRuns: 500 },
  );
});
