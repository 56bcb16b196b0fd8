import type { List } from '../db/list.ts';
import type { Page, PageRequest } from '../db/page-plan.ts';
import type { ModelName, Row } from '../db/table.ts';
import type { Deferred } from '../loaders/deferred.ts';
import type { Loaders } from '../loaders/index.ts';
import { type Asked, ask, type Choice, type PageArgs } from './asked-page.ts';
import { encodeCursor, placeOf } from './cursor.ts';

/** The fields of a connection that concern the whole list. */
export interface CountOfList {
  totalCount(): Promise<number>;
}

class Edge<M extends ModelName> {
  readonly node: Row<M>;
  readonly #asked: Asked<M>;

  constructor(node: Row<M>, asked: Asked<M>) {
    this.node = node;
    this.#asked = asked;
  }

  get cursor(): string {
    return cursorOf(this.node, this.#asked);
  }
}

const cursorOf = <M extends ModelName>(row: Row<M>, { print, keys }: Asked<M>): string =>
  encodeCursor(print, placeOf(row, keys));

class PageInfo<M extends ModelName> {
  readonly #page: Page<M>;
  readonly #asked: Asked<M>;

  constructor(page: Page<M>, asked: Asked<M>) {
    this.#page = page;
    this.#asked = asked;
  }

  get hasNextPage(): boolean {
    return this.#page.hasNextPage;
  }

  get hasPreviousPage(): boolean {
    return this.#page.hasPreviousPage;
  }

  get startCursor(): string | null {
    return this.#cursorAt(0);
  }

  get endCursor(): string | null {
    return this.#cursorAt(-1);
  }

  #cursorAt(index: number): string | null {
    const row = this.#page.rows.at(index);
    return row === undefined ? null : cursorOf(row, this.#asked);
  }
}

/** A page of a list. Data is loaded only when a field requests it. */
export class Connection<M extends ModelName> implements CountOfList {
  readonly parentId: string;
  readonly loaders: Loaders;
  readonly #asked: Asked<M>;

  constructor(asked: Asked<M>, parentId: string, loaders: Loaders) {
    this.#asked = asked;
    this.parentId = parentId;
    this.loaders = loaders;
  }

  get list(): List<M> {
    return this.#asked.list;
  }

  get request(): PageRequest {
    return this.#asked.request;
  }

  #page(): Deferred<Page<M>> {
    return this.loaders.page(this.list, this.request).defer(this.parentId);
  }

  get nodes(): Deferred<readonly Row<M>[]> {
    return this.#page().map(({ rows }) => rows);
  }

  get edges(): Deferred<readonly Edge<M>[]> {
    return this.#page().map(({ rows }) => rows.map((row) => new Edge(row, this.#asked)));
  }

  get pageInfo(): Deferred<PageInfo<M>> {
    return this.#page().map((page) => new PageInfo(page, this.#asked));
  }

  totalCount(): Deferred<number> {
    return this.loaders.count(this.list, this.request.where, null).defer(this.parentId);
  }
}

const asked = new WeakMap<object, Map<string, Asked<ModelName>>>();

/**
 * Returns a parent's page of a list. A field's argument object is shared by all its
 * parents, and by all requests with the same document, so that the page request is built
 * once. `choose` must therefore depend only on the arguments, never on the caller.
 */
export function pageOf<M extends ModelName, Args extends PageArgs>(
  list: List<M>,
  parentId: string,
  args: Args,
  loaders: Loaders,
  choose: (args: Args) => Choice = () => ({}),
): Connection<M> {
  const known = asked.get(args) ?? new Map<string, Asked<ModelName>>();
  asked.set(args, known);
  // A list's name maps only to page requests of that list.
  const found = known.get(list.name) as unknown as Asked<M> | undefined;
  const made = found ?? ask(list, args, choose(args));
  if (found === undefined) known.set(list.name, made as unknown as Asked<ModelName>);
  return new Connection(made, parentId, loaders);
}

/** Returns a page whose cursors are bound to `bound` instead of the filter. */
export function boundPageOf<M extends ModelName>(
  list: List<M>,
  args: PageArgs,
  loaders: Loaders,
  choice: Choice,
  bound: string,
): Connection<M> {
  return new Connection(ask(list, args, choice, bound), '', loaders);
}
