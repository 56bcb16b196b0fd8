import type { CustomerFilter } from '../../src/db/read/filter/filters.ts';
import type { Caller } from '../gateway.ts';
import type { Kind, StoredRow } from './kinds.ts';
import { type Compare, type CustomerSort, cut, type Wanted } from './page-oracle.ts';

/** The arguments of a list of customers besides its page. */
export interface CustomerChoice {
  readonly query?: string | null;
  readonly filter?: CustomerFilter | null;
  readonly orderBy?: readonly CustomerSort[] | null;
}

export interface PageVariables {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
}

export interface PageAnswer {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
  readonly count?: { readonly value: number; readonly precision: string };
}

/** The maximum count in these tests. */
export const cap = 7;

const page =
  'edges { cursor node { id } } nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount';

/** The document that requests a page of a list, for several parents if the list has parents. */
function documentOf({ field, args = '', on }: Kind, customers: boolean): string {
  const chosen = customers ? 'query: $query, filter: $filter, orderBy: $orderBy' : args;
  const list = `list: ${field}(first: $first, last: $last, after: $after, before: $before, ${chosen}) {
    ${page} ${customers ? `count(cap: ${cap}) { value precision }` : ''} }`;
  const variables = `$first: Int, $last: Int, $after: String, $before: String${
    customers ? ', $query: String, $filter: CustomerFilter, $orderBy: [CustomerSort!]' : ''
  }`;
  if (on === undefined) return `query (${variables}) { ${list} }`;
  const selection = on === 'Shopper' ? `... on Customer { shopper { ${list} } }` : `... on ${on} { ${list} }`;
  return `query (${variables}, $parents: [ID!]!) { nodes(ids: $parents) { ${selection} } }`;
}

/** A list and its arguments: its parents, and, for customers, the filter and order. */
export interface Asked<R extends StoredRow> {
  readonly kind: Kind;
  readonly parents: readonly string[];
  readonly choice?: CustomerChoice;
  readonly compare: Compare<R>;
  /** The rows of a parent's list under the filter, in order. */
  readonly lists: ReadonlyMap<string, readonly R[]>;
}

/** The same page of each parent's list. */
export async function ask<R extends StoredRow>(
  caller: Caller,
  { kind, parents, choice }: Pick<Asked<R>, 'kind' | 'parents' | 'choice'>,
  variables: PageVariables,
): Promise<readonly PageAnswer[]> {
  const { data, errors } = await caller.execute(documentOf(kind, choice !== undefined), {
    ...choice,
    ...variables,
    ...(kind.on && { parents }),
  });
  if (errors) throw new Error(`${kind.name}: ${JSON.stringify(errors)}`);
  if (kind.on === undefined) return [data.list];
  return data.nodes.map(
    (node: { list?: PageAnswer; shopper?: { list: PageAnswer } }) => (node.shopper ?? node).list,
  );
}

/** The expected page of each parent, by the rows' cursors. */
export function expected<R extends StoredRow>(
  { parents, choice, compare, lists }: Asked<R>,
  wanted: Wanted<R>,
  cursorOf: (row: R) => string,
): readonly PageAnswer[] {
  return parents.map((parent) => {
    const list = lists.get(parent) ?? [];
    const { rows, hasNextPage, hasPreviousPage } = cut(list, compare, wanted);
    const [start, end] = [rows.at(0), rows.at(-1)];
    return {
      edges: rows.map((row) => ({ cursor: cursorOf(row), node: { id: row.id } })),
      nodes: rows.map(({ id }) => ({ id })),
      pageInfo: {
        hasNextPage,
        hasPreviousPage,
        startCursor: start ? cursorOf(start) : null,
        endCursor: end ? cursorOf(end) : null,
      },
      totalCount: list.length,
      ...(choice && {
        count: { value: Math.min(list.length, cap), precision: list.length > cap ? 'AT_LEAST' : 'EXACT' },
      }),
    };
  });
}

/** The cursors of rows, collected from responses. */
export class Cursors {
  readonly #known = new Map<string, string>();

  learn(pages: readonly PageAnswer[]): void {
    for (const { cursor, node } of pages.flatMap(({ edges }) => edges)) this.#known.set(node.id, cursor);
  }

  readonly of = ({ id }: StoredRow): string => this.#known.get(id) ?? `no cursor of ${id} yet`;
}

/** The arguments of a page, with rows in place of their cursors. */
export interface PageSpec {
  readonly size: number | null;
  readonly backward: boolean;
  readonly after: number | null;
  readonly before: number | null;
}

/** A page's arguments; `after` and `before` index the rows of the list. */
export function pageOf<R extends StoredRow>(
  { size, backward, after, before }: PageSpec,
  rows: readonly R[],
  cursors: Cursors,
): { readonly variables: PageVariables; readonly wanted: Wanted<R> } {
  const rowAt = (at: number | null) => (at === null ? undefined : rows[at % rows.length]) ?? null;
  const bounds = { after: rowAt(after), before: rowAt(before) };
  const sizes = backward ? { first: null, last: size } : { first: size, last: null };
  return {
    variables: {
      ...sizes,
      after: bounds.after && cursors.of(bounds.after),
      before: bounds.before && cursors.of(bounds.before),
    },
    wanted: { ...sizes, ...bounds },
  };
}
