import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isInputObjectType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { rootsOf } from './example.ts';
import { examplesOf } from './examples.ts';
import { Html, html } from './html.ts';
import { subjectOf, subjectTitles } from './subjects.ts';
import { type Reference, rootSection, typeSection } from './type-section.ts';
import { usesOf } from './uses.ts';

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

/** Objects first; then what is sent, returned and listed of them. */
const ranks: readonly ((type: GraphQLNamedType) => boolean)[] = [
  (type) => isObjectType(type) && !/(Connection|Edge|Payload|Result)$/.test(type.name),
  (type) => !isObjectType(type) && !isInputObjectType(type),
  isInputObjectType,
];

function rankOf(type: GraphQLNamedType): number {
  const rank = ranks.findIndex((has) => has(type));
  return rank < 0 ? ranks.length : rank;
}

function typeChapters(reference: Reference): readonly Chapter[] {
  const roots: ReadonlySet<GraphQLNamedType> = new Set(rootsOf(reference.schema));
  const types = Object.values(reference.schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__') && !roots.has(type) && isInReference(type, reference))
    .sort((a, b) => rankOf(a) - rankOf(b) || byName(a, b));
  return subjectTitles
    .map((title) => ({
      title,
      entries: types
        .filter((type) => subjectOf(type.name) === title)
        .map((type) => ({ id: type.name, name: type.name, section: typeSection(type, reference) })),
    }))
    .filter(({ entries }) => entries.length > 0);
}

/** A page of the repository's documentation, as HTML that the build made of it. */
export interface Guide {
  readonly id: string;
  readonly title: string;
  readonly html: string;
}

const guideChapter = (guides: readonly Guide[]): Chapter => ({
  title: 'Guides',
  entries: guides.map(({ id, title, html: text }) => ({
    id,
    name: title,
    section: html`<section class="entry guide" id="${id}" data-guide aria-label="${title}"><h3><a href="#${id}">${title}</a></h3>
${new Html(text)}</section>`,
  })),
});

const anchorOf = (title: string): string => `about-${title.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`;

const contents = (
  chapters: readonly Chapter[],
): Html => html`<nav id="contents" aria-label="Guides, fields and types">
${chapters.map(
  ({ title, entries }, at) =>
    html`<details${at === 0 && html` open`}><summary>${title} <span class="count">${entries.length}</span></summary>
<ul>${entries.map(({ id, name }) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></details>`,
)}</nav>`;

const overview = (
  chapters: readonly Chapter[],
): Html => html`<section class="entry" id="overview" aria-label="Overview">
<p>Guides, and all queries, mutations and types with example operations. The examples run unchanged on the demo data: choose <em>Open in GraphiQL</em>, then execute. Writes are dry runs (<code>dryRun</code>). The <a href="/voyager">schema diagram</a> shows how the types are connected.</p>
<div id="cards">${chapters.map(
  ({ title, entries }) =>
    html`<div class="card"><h2 class="card-title">${title}</h2><p>${entries.slice(0, 9).map(({ id, name }) => html`<a class="card-link" href="#${id}">${name}</a> `)}${entries.length > 9 && html`<span class="count">and ${entries.length - 9} more</span>`}</p></div>`,
)}</div></section>`;

/** The whole reference: without a script, all of its pages follow each other. */
export function contentOf(schema: GraphQLSchema, endpoint: string, guides: readonly Guide[] = []): string {
  const reference = { schema, endpoint, examples: examplesOf(schema), uses: usesOf(schema) };
  // Guides and root types first, since every operation begins with the latter.
  const all = [guideChapter(guides), ...rootChapters(reference), ...typeChapters(reference)];
  const chapters = all.filter(({ entries }) => entries.length > 0);
  return html`${contents(chapters)}<main id="content" tabindex="-1"><h1>Schema reference</h1>${overview(chapters)}
${chapters.map(
  ({ title, entries }) =>
    html`<section class="chapter" aria-labelledby="${anchorOf(title)}"><h2 id="${anchorOf(title)}">${title}</h2>${entries.map(({ section }) => section)}</section>`,
)}</main>`.text;
}
