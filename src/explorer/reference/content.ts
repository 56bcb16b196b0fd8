import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
} from 'graphql';
import { rootsOf } from './example.ts';
import { examplesOf } from './examples.ts';
import { type Html, html } from './html.ts';
import { type Reference, rootSection, typeSection } from './type-section.ts';
import { usesOf } from './uses.ts';

interface TypeGroup {
  readonly title: string;
  readonly has: (type: GraphQLNamedType) => boolean;
}

const isPart = ({ name }: GraphQLNamedType): boolean =>
  /(Connection|Edge)$/.test(name) || name === 'PageInfo';

/** Groups of types; a type belongs to the first that matches. */
const typeGroups: readonly TypeGroup[] = [
  { title: 'Connections', has: isPart },
  { title: 'Payloads', has: (type) => isObjectType(type) && type.name.endsWith('Payload') },
  { title: 'Objects', has: isObjectType },
  { title: 'Interfaces', has: isInterfaceType },
  { title: 'Unions', has: isUnionType },
  { title: 'Inputs', has: isInputObjectType },
  { title: 'Enums', has: isEnumType },
  { title: 'Scalars', has: isScalarType },
];

const order = ['Objects', 'Interfaces', 'Unions', 'Inputs', 'Enums', 'Scalars', 'Payloads', 'Connections'];

const rootTitles: Readonly<Record<string, string>> = {
  Query: 'Queries',
  Mutation: 'Mutations',
  Subscription: 'Subscriptions',
};

interface SectionEntry {
  readonly id: string;
  readonly name: string;
  readonly section: Html;
}

interface Chapter {
  readonly title: string;
  readonly entries: readonly SectionEntry[];
}

/** Sorts by name; names that begin with `_` are for machines and come last. */
function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  const place = ({ name }: { readonly name: string }) => (name.startsWith('_') ? `~${name}` : name);
  return place(a) < place(b) ? -1 : 1;
}

function rootChapters(reference: Reference): readonly Chapter[] {
  return rootsOf(reference.schema).map((root) => ({
    title: rootTitles[root.name] ?? root.name,
    entries: Object.values(root.getFields())
      .toSorted(byName)
      .map((field) => ({
        id: `${root.name}.${field.name}`,
        name: field.name,
        section: rootSection(root.name, field, reference),
      })),
  }));
}

/** Whether a type belongs in the reference: built-in scalars are in every schema, used or not. */
const isInReference = (type: GraphQLNamedType, { uses }: Reference): boolean =>
  !isSpecifiedScalarType(type) || uses.has(type.name);

function typeChapters(reference: Reference): readonly Chapter[] {
  const roots: ReadonlySet<GraphQLNamedType> = new Set(rootsOf(reference.schema));
  const types = Object.values(reference.schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__') && !roots.has(type) && isInReference(type, reference))
    .sort(byName);
  const titleOf = (type: GraphQLNamedType) => typeGroups.find(({ has }) => has(type))?.title;
  return order
    .map((title) => ({
      title,
      entries: types
        .filter((type) => titleOf(type) === title)
        .map((type) => ({ id: type.name, name: type.name, section: typeSection(type, reference) })),
    }))
    .filter(({ entries }) => entries.length > 0);
}

const anchorOf = (title: string): string => title.toLowerCase();

const contents = (
  chapters: readonly Chapter[],
): Html => html`<nav id="contents" aria-label="Types and fields">
${chapters.map(
  ({
    title,
    entries,
  }) => html`<details open><summary>${title} <span class="count">${entries.length}</span></summary>
<ul>${entries.map(({ id, name }) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></details>`,
)}</nav>`;

export function contentOf(schema: GraphQLSchema, endpoint: string): string {
  const reference = { schema, endpoint, examples: examplesOf(schema), uses: usesOf(schema) };
  // Root types first, since every operation begins with them.
  const chapters = [...rootChapters(reference), ...typeChapters(reference)];
  return html`${contents(chapters)}<main id="content" tabindex="-1"><h1>Schema reference</h1>
<p>Every query, mutation and type, with an operation that shows it. The examples run as they are on the demo data: <em>Open in GraphiQL</em>, then execute; what would be written is only tried (<code>dryRun</code>). <a href="/voyager">The graph as a picture</a> shows how the types hang together.</p>
${chapters.map(
  ({ title, entries }) =>
    html`<section class="chapter" aria-labelledby="${anchorOf(title)}"><h2 id="${anchorOf(title)}">${title}</h2>${entries.map(({ section }) => section)}</section>`,
)}</main>`.text;
}
