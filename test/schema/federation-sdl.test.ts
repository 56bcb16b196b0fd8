import { buildSchema, isObjectType, type ObjectTypeDefinitionNode, parse, print } from 'graphql';
import { expect, test } from 'vitest';
import { nodeTypes } from '../../src/db/model/id.ts';
import { demoAccountId } from '../../src/demo/seed.ts';
import { printedSchema, printedSubgraph } from '../../src/schema/build/print.ts';
import { schema } from '../../src/schema/index.ts';
import { openGateway } from '../gateway.ts';

const { as } = await openGateway();
const sdl = printedSubgraph();

const definitions = parse(sdl).definitions.filter(
  (each): each is ObjectTypeDefinitionNode => each.kind === 'ObjectTypeDefinition',
);
const directives = new Map(
  definitions.map((type) => [type.name.value, type.directives?.map((each) => print(each)) ?? []]),
);

test('`_service` returns the SDL that the command prints', async () => {
  expect(await as(demoAccountId).execute('{ _service { sdl } }')).toEqual({ data: { _service: { sdl } } });
});

test('the SDL requires Federation 2', () => {
  expect(sdl).toMatch(/^extend schema @link\(url: "https:\/\/specs\.apollo\.dev\/federation\/v2\.\d+"/);
});

test('every node type has the key id, a customer also its number and short id', () => {
  for (const type of nodeTypes) expect(directives.get(type)).toContain('@key(fields: "id")');
  expect(directives.get('Customer')).toEqual(
    ['id', 'number', 'shortId'].map((key) => `@key(fields: "${key}")`),
  );
});

test('other types have no key, and value types are shareable', () => {
  const others = [...directives].filter(([type]) => !nodeTypes.some((each) => each === type));

  expect(others.filter(([, given]) => given.length > 0)).toEqual([
    ['Money', ['@shareable']],
    ['PageInfo', ['@shareable']],
  ]);
});

test("without directives, it is the public schema except for the routers' fields", () => {
  const plain = (text: string) =>
    text
      .replace(/^extend schema.*\n\ndirective @oneOf.*\n\n/, '')
      .replaceAll(/ @(key\(.*?\)|shareable)/g, '');
  const machinery = /"""(?:(?!""").)*"""\s*(scalar _Any|union _Entity = [^\n]*|type _Service \{.*?\n\})\n*/gs;
  const fields = /"""(?:(?!""").)*"""\s*(_entities\(.*?\): \[_Entity\]!|_service: _Service!)\s*/gs;
  const expected = printedSchema().replaceAll(machinery, '').replaceAll(fields, '');

  expect(print(parse(plain(sdl)))).toBe(print(parse(expected)));
});

test('the public schema has the federation types and fields', () => {
  const type = buildSchema(printedSchema()).getQueryType();

  expect(isObjectType(type) && String(type.getFields()._entities?.type)).toBe('[_Entity]!');
  expect(String(schema.getQueryType()?.getFields()._service?.type)).toBe('_Service!');
});
