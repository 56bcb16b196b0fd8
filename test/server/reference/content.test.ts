import {
  buildSchema,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  printSchema,
} from 'graphql';
import { expect, test } from 'vitest';
import { contentOf } from '../../../src/explorer/reference/content.ts';
import { ruleOf } from '../../../src/schema/build/field-rules.ts';
import { schema as built } from '../../../src/schema/index.ts';

// Without built-in scalars that the schema does not use.
const schema = buildSchema(printSchema(built));
const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
const html = contentOf(built, '/graphql');

/** The visible text of a page. */
const textOf = (page: string): string =>
  page
    .replace(/<[^>]+>/g, '')
    .replace(
      /&(amp|lt|gt|quot|#39);/g,
      (_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[String(name)] ?? "'",
    );

interface Described {
  readonly coordinate: string;
  readonly description: string | null | undefined;
}

function describedIn(type: GraphQLNamedType): readonly Described[] {
  const own = { coordinate: type.name, description: type.description };
  if (isEnumType(type))
    return [
      own,
      ...type
        .getValues()
        .map(({ name, description }) => ({ coordinate: `${type.name}.${name}`, description })),
    ];
  if (isInputObjectType(type))
    return [
      own,
      ...Object.values(type.getFields()).map(({ name, description }) => ({
        coordinate: `${type.name}.${name}`,
        description,
      })),
    ];
  if (!isObjectType(type) && !isInterfaceType(type)) return [own];
  const fields = Object.values(type.getFields()).flatMap(({ name, description, args }) => [
    { coordinate: `${type.name}.${name}`, description },
    ...args.map((arg) => ({ coordinate: `${type.name}.${name}.${arg.name}`, description: arg.description })),
  ]);
  const roots: readonly unknown[] = [
    schema.getQueryType(),
    schema.getMutationType(),
    schema.getSubscriptionType(),
  ];
  return roots.includes(type) ? fields : [own, ...fields];
}

test('the reference has everything in the schema, each with its own anchor and its description', () => {
  const ids = [...html.matchAll(/ id="([^"]+)" data-name/g)].map(([, id = '']) => id);
  const text = textOf(html);
  const described = types.flatMap(describedIn);

  expect(ids.sort()).toEqual(described.map(({ coordinate }) => coordinate).sort());
  for (const { description } of described)
    for (const paragraph of description?.split('\n\n') ?? [])
      expect(text).toContain(paragraph.replaceAll('`', ''));
});

test('federation types are listed last', () => {
  const made = contentOf(buildSchema('type Query { _service: ID, viewer: ID }'), '/graphql');

  const [contents = ''] = made.split('</nav>');
  expect(contents.match(/(?<=href="#Query\.)\w+/g)).toEqual(['viewer', '_service']);
});

test('every link inside the reference has a target', () => {
  const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);

  expect(links.length).toBeGreaterThan(1_000);
  expect(links.filter((id) => !ids.has(id))).toEqual([]);
});

test('the reference lists the scope of a root field, and required arguments', () => {
  const section = (id: string) =>
    textOf(
      html.slice(
        html.indexOf(` id="${id}" data-name`),
        html.indexOf('</section>', html.indexOf(` id="${id}" data-name`)),
      ),
    );

  for (const type of Object.values(built.getTypeMap()).filter(isObjectType))
    for (const field of type.name.startsWith('__') ? [] : Object.values(type.getFields())) {
      const rule = ruleOf(field);
      expect(section(`${type.name}.${field.name}`).slice(0, 300)).toContain(
        rule === 'open' ? 'any scope' : `scope ${rule.join(' or ')}`,
      );
    }
  expect(section('Query.customer')).toMatch(/by CustomerIdentifier! required/);
  expect(section('CustomerIdentifier')).toContain('exactly one field');
});

test('defaults, deprecations and markup in descriptions are escaped', () => {
  const small = buildSchema(`type Query {
    "Less than <b>five</b> & more."
    rows(first: Int = 4, order: Order! = UP): String @deprecated(reason: "Use lines.")
    either: Either
  }
  enum Order { UP DOWN }
  type Line { text: String }
  union Either = Line`);
  const content = contentOf(small, '/graphql');

  expect(content).toContain('Less than &lt;b&gt;five&lt;/b&gt; &amp; more.');
  expect(textOf(content)).toMatch(/first Int = 4.*order Order! = UP.*/s);
  expect(content).not.toMatch(/order<.*?required/);
  expect(textOf(content)).toContain('Deprecated. Use lines.');
  expect(textOf(content)).toMatch(/Either union.*Possible typesLine/s);
});

test('each type lists the fields that return it and the arguments that use it', () => {
  const filter = textOf(html.slice(html.indexOf('id="CustomerFilter" data-name')));

  expect(filter.slice(filter.indexOf('Accepted by'))).toMatch(/^Accepted byAccountGroup\.customers\.filter/);
});
