import { type GraphQLScalarType, getNamedType, isInputObjectType, isObjectType, parseValue } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../src/schema/index.ts';
import { openLoggedGateway } from '../server/logged-gateway.ts';

const { ask, pool } = await openLoggedGateway();

const withVariable =
  'query($at: DateTime) { customers(first: 1, filter: { createdAt: { to: $at } }) { totalCount } }';
const withLiteral = (text: string) =>
  `{ customers(first: 1, filter: { createdAt: { to: ${JSON.stringify(text)} } }) { totalCount } }`;

test.each([
  '2024-11-02T14:22:00Z',
  '2024-11-02T14:22:00.000Z',
  '2024-11-02t14:22:00z',
  '2024-11-02T16:22:00+02:00',
  '2024-11-02T02:22:00-12:00',
  '2024-11-02T14:22:00-00:00',
  '2024-11-02T14:22:00.5Z',
  '2024-11-02T14:22:00.123456789Z',
  '2024-02-29T00:00:00Z',
  '2000-02-29T23:59:59Z',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '2024-11-02',
  '2024-02-29',
  '0001-01-01',
  '9999-12-31',
])('%s is a DateTime, as literal and as variable', async (text) => {
  expect((await ask(withLiteral(text))).errors).toBeUndefined();
  expect((await ask(withVariable, { at: text })).errors).toBeUndefined();
});

const rule =
  'A DateTime is an RFC 3339 timestamp with its offset: "2024-11-02T14:22:00Z"; in ranges, also a date: "2024-11-02".';

test.each([
  '',
  'yesterday',
  '2024-11-31',
  '2023-02-29',
  '2024-13-01',
  '2024-11-00',
  '0000-01-01',
  '2024-11',
  '2024-11-02Z',
  '2024-11-2',
  ' 2024-11-02',
  '2024-11-02\n',
  '02.11.2024',
  '2024-11-02T14:22:00',
  '2024-11-02T14:22Z',
  '2024-11-02 14:22:00Z',
  '2024-11-02T14:22:00 Z',
  '2024-11-02T14:22:00+0200',
  '2024-11-02T14:22:00+02',
  '2024-11-02T14:22:00+24:00',
  '2024-11-02T14:22:00+02:60',
  '2024-11-02T14:22:00.Z',
  '2024-11-02T14:22:00,5Z',
  '2024-11-02T14:22:00.1234567890Z',
  '2024-11-02T24:00:00Z',
  '2024-11-02T25:00:00Z',
  '2024-11-02T14:60:00Z',
  '2016-12-31T23:59:60Z',
  '2024-04-31T00:00:00Z',
  '2023-02-29T00:00:00Z',
  '1900-02-29T00:00:00Z',
  '2024-00-10T00:00:00Z',
  '2024-13-10T00:00:00Z',
  '2024-01-00T00:00:00Z',
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00+01:00',
  '9999-12-31T23:59:59-01:00',
  '+010000-01-01T00:00:00Z',
  '-000001-01-01T00:00:00Z',
  '２０２４-11-02T14:22:00Z',
  '2024-11-02T14:22:00Z\n',
  'x'.repeat(100_000),
])('%j is not a DateTime, as literal and as variable', async (text) => {
  const replies = [await ask(withLiteral(text)), await ask(withVariable, { at: text })];

  for (const { errors } of replies) {
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(errors?.[0]?.message).toContain(text.length < 100 ? rule : 'xxx');
  }
});

test.each(['1730557320000', 'true', '{ year: 2024 }', '["2024-11-02T14:22:00Z"]'])(
  'the literal %s is not a DateTime',
  async (literal) => {
    const { errors } = await ask(`{ customers(filter: { createdAt: { to: ${literal} } }) { totalCount } }`);

    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  },
);

test('a time is the same in every offset, to the millisecond', async () => {
  const { data } = await ask('{ customers(first: 1) { nodes { id createdAt } } }');
  const [{ id, createdAt }] = data.customers.nodes;
  await pool.query("update customers set created_at = '2031-05-06T07:08:09.123Z' where id = $1", [id]);
  const between = async (from: string, to: string) => {
    const filter = { createdAt: { from, to } };
    const found = await ask(
      'query($filter: CustomerFilter) { customers(filter: $filter) { nodes { id } } }',
      { filter },
    );
    return found.data.customers.nodes.length;
  };

  expect(createdAt).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
  expect(await between('2031-05-06T09:08:09.123+02:00', '2031-05-05T21:38:09.123-09:30')).toBe(1);
  expect(await between('2031-05-06T07:08:09.122Z', '2031-05-06T07:08:09.122999Z')).toBe(0);
  expect(await between('2031-05-06T07:08:09.123001Z', '2031-05-06T07:08:09.124Z')).toBe(0);
  expect(await between('2031-05-06T07:08:09Z', '2031-05-06T07:08:10Z')).toBe(1);
});

test('a date is the whole day in UTC: its start as `from`, its end as `to`', async () => {
  const { data } = await ask('{ customers(first: 1) { nodes { id } } }');
  const [{ id }] = data.customers.nodes;
  const found = async (at: string, createdAt: object) => {
    await pool.query('update customers set created_at = $2 where id = $1', [id, at]);
    const read = 'query($filter: CustomerFilter) { customers(filter: $filter) { nodes { id } } }';
    const { data: page } = await ask(read, { filter: { ids: [id], createdAt } });
    return page.customers.nodes.length === 1;
  };
  const day = '2032-02-29';

  for (const at of [`${day}T00:00:00Z`, `${day}T12:00:00Z`, `${day}T23:59:59.999Z`])
    for (const range of [{ from: day }, { to: day }, { from: day, to: day }])
      expect(await found(at, range), JSON.stringify({ at, range })).toBe(true);
  expect(await found('2032-02-28T23:59:59.999Z', { from: day })).toBe(false);
  expect(await found('2032-03-01T00:00:00Z', { to: day })).toBe(false);
  expect(await found('2032-03-01T00:00:00Z', { from: day, to: '2032-03-01' })).toBe(true);
  expect(await found(`${day}T23:30:00-05:00`, { to: day })).toBe(false);
});

test('only ranges take a date as a time: the mutations of these fields reject it', () => {
  const ofInputs = Object.values(schema.getTypeMap()).flatMap((type) =>
    isInputObjectType(type)
      ? Object.values(type.getFields()).map((field) => [type.name, field] as const)
      : [],
  );
  const times = ofInputs.filter(([, { type }]) => getNamedType(type).name === 'DateTime');
  const ofArguments = Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) ? Object.values(type.getFields()).flatMap(({ args }) => args) : [],
  );

  expect(new Set(times.filter(([owner]) => owner !== 'DateTimeRange').map(([, { name }]) => name))).toEqual(
    new Set(['createdAt', 'placedAt', 'startsAt', 'expiresAt', 'nextRunAt']),
  );
  expect(ofArguments.filter(({ type }) => getNamedType(type).name === 'DateTime')).toEqual([]);
});

const scalar = (name: string) => schema.getType(name) as GraphQLScalarType;
/** A scalar's value for a literal of a document. */
const fromLiteral = (name: string, literal: string) => scalar(name).parseLiteral(parseValue(literal), {});

const wide = `${'9'.repeat(35)}.${'1'.repeat(30)}`;

test.each([
  ['0', '0'],
  ['-0', '0'],
  ['1234.56', '1234.56'],
  ['1234.560', '1234.56'],
  ['007', '7'],
  ['-1.50', '-1.5'],
  [wide, wide],
  [`-${wide}`, `-${wide}`],
  [`1.${'0'.repeat(40)}`, '1'],
])('the Decimal %s is %s', (text, value) => {
  expect(scalar('Decimal').parseValue(text)).toBe(value);
  expect(fromLiteral('Decimal', `"${text}"`)).toBe(value);
});

test('a number in a document is an exact Decimal', () => {
  expect(fromLiteral('Decimal', '12345678901234567890.12345678901234567890')).toBe(
    '12345678901234567890.1234567890123456789',
  );
  expect(fromLiteral('Decimal', '-5')).toBe('-5');
});

test.each([
  '',
  ' ',
  '.',
  '1.',
  '.5',
  '+1',
  '1,5',
  '1e3',
  '1E-3',
  '0x10',
  'NaN',
  'Infinity',
  '-',
  '--1',
  '1 ',
  '１',
  `${'9'.repeat(36)}`,
  `0.${'1'.repeat(31)}`,
  '9'.repeat(100_000),
])('%j is not a Decimal', (text) => {
  const rejected = expect.objectContaining({
    message: expect.stringMatching(/^A decimal .{10,200}$/is),
    extensions: { code: 'BAD_USER_INPUT' },
  });

  expect(() => scalar('Decimal').parseValue(text)).toThrow(rejected);
  expect(() => fromLiteral('Decimal', JSON.stringify(text))).toThrow(rejected);
});

test('a JSON number, which is a float, is not a Decimal, nor is an exponent in a document', () => {
  for (const value of [1, 0.1, true, null, {}, ['1']])
    expect(() => scalar('Decimal').parseValue(value)).toThrow('A Decimal is a string of plain digits');
  for (const literal of ['1e3', '1.5E-3', 'true', '{}', '["1"]', 'ONE'])
    expect(() => fromLiteral('Decimal', literal)).toThrow(/^A decimal/i);
});

test('a JSONObject is any JSON object, and no other value', () => {
  const value = { a: [1, -0.5, 'x', true, null, { b: {} }] };

  expect(scalar('JSONObject').parseValue(value)).toEqual(value);
  expect(fromLiteral('JSONObject', '{ a: [1, -0.5, "x", true, null, { b: {} }] }')).toEqual(value);
  for (const other of [null, [], 'x', 1, true])
    expect(() => scalar('JSONObject').parseValue(other)).toThrow('A JSONObject is a JSON object');
  for (const literal of ['[]', '"x"', '1', 'ONE'])
    expect(() => fromLiteral('JSONObject', literal)).toThrow('A JSONObject is a JSON object');
});
