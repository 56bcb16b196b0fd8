import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The types that `npm run schema` writes for a schema. */
async function typesOf(schema: string): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'cg-types-'));
  const [source, target] = [join(directory, 'schema.graphql'), join(directory, 'schema.d.ts')];
  await writeFile(source, schema);
  execFileSync(process.execPath, [`${root}scripts/client-types.mjs`, source, target]);
  const types = await readFile(target, 'utf8');
  await rm(directory, { recursive: true });
  return types;
}

test('schema.d.ts has the types of schema.graphql', async () => {
  const [schema, types] = await Promise.all(
    ['schema.graphql', 'schema.d.ts'].map((file) => readFile(join(root, file), 'utf8')),
  );

  expect(await typesOf(schema ?? '')).toBe(types);
});

const declarations = [
  {
    subject: 'descriptions and deprecations of fields',
    schema: 'type Names { "The name." name: String! @deprecated(reason: "Use `label`.") }',
    types: `
  /**
   * The name.
   * @deprecated Use \`label\`.
   */
  readonly name: Scalars['String']['output'];`,
  },
  {
    subject: 'nullable values and elements of lists',
    schema: 'type Lists { none: [Int], some: [Int!]! }',
    types: `
  readonly none: Maybe<ReadonlyArray<Maybe<Scalars['Int']['output']>>>;
  readonly some: ReadonlyArray<Scalars['Int']['output']>;`,
  },
  {
    subject: 'arguments, with descriptions, defaults and deprecations',
    schema:
      'type Pages { rows("The size." first: Int! = 3, by: ID!, old: [Int!] @deprecated(reason: "No effect.")): Int }',
    types: `
/** The arguments of \`Pages.rows\`. */
export interface PagesRowsArgs {
  /** The size. */
  readonly first?: Scalars['Int']['input'];
  readonly by: Scalars['ID']['input'];
  /** @deprecated No effect. */
  readonly old?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
}`,
  },
  {
    subject: 'input types',
    schema: 'input Input { "The \\"*/\\" mark." a: Int, b: ID! }',
    types: `
export interface Input {
  /** The "*\\/" mark. */
  readonly a?: InputMaybe<Scalars['Int']['input']>;
  readonly b: Scalars['ID']['input'];
}`,
  },
  {
    subject: 'inputs with exactly one field',
    schema: 'input Key @oneOf { "The id." id: ID, at: Int }',
    types: `
export type Key =
  /** The id. */
  { readonly id: Scalars['ID']['input']; readonly at?: never; }
  |  { readonly id?: never; readonly at: Scalars['Int']['input']; };`,
  },
  {
    subject: 'enums, with descriptions and deprecations of values',
    schema: 'enum Status { "Active." ON, off_1 @deprecated(reason: "Use `ON`.") }',
    types: `
export type Status =
  /** Active. */
  | 'ON'
  /** @deprecated Use \`ON\`. */
  | 'off_1';`,
  },
  {
    subject: 'scalars by name',
    schema: '"Exact." scalar Decimal scalar Unknown',
    types: `
/** Exact. */
export type Decimal = string;
export type Unknown = unknown;`,
  },
  {
    subject: 'the names of the types of an interface',
    schema:
      'interface Node { id: ID! } type A implements Node { id: ID! } type B implements Node { id: ID! }',
    types: `
export interface Node {
  readonly __typename?: 'A' | 'B';
}`,
  },
];

const printed = await typesOf(
  ['type Query { a: A }', ...declarations.map(({ schema }) => schema)].join('\n'),
);

test.each(declarations)('the types have $subject', ({ types }) => {
  expect(printed).toContain(types);
});
