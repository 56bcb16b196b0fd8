import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson } from '../../../src/importers/read/json.ts';
import type { Document } from '../../../src/importers/read/part.ts';
import type { Element, Rejection } from '../../../src/importers/record.ts';
import { asyncProperty } from '../../property.ts';
import { collect, cut } from '../read.ts';

async function* chunksOf(text: string, cuts: readonly number[]): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for (const each of cut(Buffer.from(text), cuts)) yield decoder.decode(each, { stream: true });
}

const shown = (part: Document | Element | Rejection) => {
  if (part.kind === 'rejection') return [`!${part.position}`, part.reason.code];
  return [part.position, part.kind === 'document' ? part.document : part.value];
};

async function read(
  text: string,
  {
    max = 1_000_000,
    list = 'value' as string | null,
    members = undefined as readonly string[] | undefined,
    cuts = [] as number[],
  } = {},
) {
  const results: unknown[][] = [];
  for await (const part of readJson(chunksOf(text, cuts), { position: 'f', list, members, max }))
    if (part.kind !== 'elements') results.push(shown(part));
    else for await (const each of part.elements) results.push(shown(each));
  return results;
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
  expect(parts.map((part) => 'raw' in part && part.raw)).toEqual(['{"id":"a","x":}', null]);
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

  test('the first line is rejected, and the next is read', async () => {
    const text = `${JSON.stringify(long)}\n${JSON.stringify(a)}\n`;
    const expected = [
      ['!f:1', 'TOO_LARGE'],
      ['f:2', a],
    ];
    for (const list of ['value', null]) expect(await read(text, { max: 100, list })).toEqual(expected);
  });

  test('pages in lines are read element by element', async () => {
    const page = JSON.stringify({ value: Array.from({ length: 20 }, () => a), page: 1 });
    const expected = (line: string) => Array.from({ length: 20 }, (_, at) => [`${line}#/value/${at}`, a]);
    const parts = [...expected('f'), ...expected('f:2'), ['f:4', a], ...expected('f:5')];
    for (const cuts of [[page.length], [page.length + 1], [150, page.length + 1]])
      expect(await read(`${page}\n${page}\n\n${JSON.stringify(a)}\n${page}`, { max: 100, cuts })).toEqual(
        parts,
      );
  });

  test('a page that is damaged in a line after others is rejected, and the next is read', async () => {
    const page = JSON.stringify({ value: Array.from({ length: 20 }, () => a) });
    for (const damaged of [page.replace(/\]\}$/, ']x}'), page.slice(0, -2), `${page} x`]) {
      const found = await read(`${JSON.stringify(a)}\n${damaged}\n${JSON.stringify(a)}\n`, { max: 100 });
      expect(found).toHaveLength(23);
      expect(found.slice(-2)).toEqual([
        ['!f:2', 'SYNTAX'],
        ['f:3', a],
      ]);
    }
  });

  test('a document of several lists is read element by element', async () => {
    const many = Array.from({ length: 20 }, (_, id) => ({ id: String(id) }));
    const at = (place: string) => many.map((each, n) => [`${place}/${n}`, each]);
    const options = { max: 100, list: null, members: ['data', 'included'] };
    const document = { meta: { data: [1] }, data: many, links: {}, included: many };
    for (const space of [undefined, 1]) {
      const text = JSON.stringify(document, null, space);
      expect(await read(text, options)).toEqual([...at('f#/data'), ...at('f#/included')]);
    }
    const single = `${JSON.stringify({ data: { id: 'x', more: many }, included: many })}\n`;
    expect(await read(`${JSON.stringify(a)}\n${single}${single}`, options)).toEqual([
      ['f:1', a],
      ...['f:2', 'f:3'].flatMap((line) => [
        ...at(`${line}#/included`),
        [`${line}#/data`, { id: 'x', more: many }],
      ]),
    ]);
  });

  test('a document that is mapped whole is rejected', async () => {
    expect(await read(JSON.stringify(long), { max: 100, list: null })).toEqual([['!f:1', 'TOO_LARGE']]);
    const pretty = JSON.stringify(long, null, 1);
    expect(await read(pretty, { max: 100, list: null })).toEqual([['!f', 'TOO_LARGE']]);
  });

  test('a single object is rejected', async () => {
    expect(await read(JSON.stringify(long), { max: 100 })).toEqual([['!f:1', 'TOO_LARGE']]);
    expect(await read(JSON.stringify(long, null, 1), { max: 100 })).toEqual([['!f', 'TOO_LARGE']]);
  });

  test('an element is rejected', async () => {
    const text = JSON.stringify([a, { id: 'x'.repeat(2_000_000) }, a]);
    expect(await read(text, { max: 100_000 })).toEqual([
      ['f#/0', a],
      ['!f#/1', 'TOO_LARGE'],
    ]);
    expect(await read(`${text}\n${JSON.stringify(a)}`, { max: 100_000 })).toEqual([
      ['f:1#/0', a],
      ['!f:1#/1', 'TOO_LARGE'],
      ['f:2', a],
    ]);
    const lines = `${JSON.stringify(a)}\n{"value":${text}}\n${JSON.stringify(a)}`;
    expect(await read(lines, { max: 100_000 })).toEqual([
      ['f:1', a],
      ['f:2#/value/0', a],
      ['!f:2#/value/1', 'TOO_LARGE'],
      ['f:3', a],
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

test('a long list is read before its end', async () => {
  const element = `,{"id":"${'x'.repeat(999)}"}`;
  let written = 0;
  async function* endless(begin: string): AsyncGenerator<string> {
    yield begin;
    for (written = 0; ; written += 1) yield element.repeat(100);
  }
  for (const begin of ['[{}', '{"value":[{}', '{\n"value":[\n{}', '{}\n{"value":[{}']) {
    const parts = readJson(endless(begin), { position: 'f', list: 'value', max: 100_000_000 });
    expect((await parts.next()).value).toMatchObject({ document: {} });
    await parts.return(undefined);
    expect(written).toBeLessThan(20);
  }
});

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
  const members = fc.constantFrom(undefined, ['a', 'b']);
  const lists = fc.constantFrom('value', null);
  await fc.assert(
    asyncProperty(texts, cuts, limits, lists, members, async (text, at, max, list, keys) => {
      for (const [position] of await read(text, { cuts: at, max, list, members: keys }))
        expect(position).toMatch(/^!?f/);
    }),
    { numRuns: 500 },
  );
});
