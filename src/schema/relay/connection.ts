import type { ModelName, Row } from '../../db/model/table.ts';
import type { List } from '../../db/read/list.ts';
import type { Page, PageRequest } from '../../db/read/page-plan.ts';
import type { Deferred } from '../../loaders/batch.ts';
import type { Loaders } from '../../loaders/index.ts';
import { encodeCursor, rowPlace } from './cursor.ts';
import {
  expectSameOrder,
  type ListChoice,
  type ListRequest,
  type PageArgs,
  requestPage,
} from './page-request.ts';

export interface CountOfList {
  totalCount(): Promise<number>;
}

class Edge<M extends ModelName> {
  readonly node: Row<M>;
  readonly #page: Page<M>;
  readonly #request: ListRequest<M>;

  constructor(node: Row<M>, page: Page<M>, request: ListRequest<M>) {
    this.node = node;
    this.#page = page;
    this.#request = request;
  }

  get cursor(): string {
    return cursorOf(this.node, this.#page, this.#request);
  }
}

const cursorOf = <M extends ModelName>(
  row: Row<M>,
  { version }: Page<M>,
  { print, keys }: ListRequest<M>,
): string => encodeCursor(print, rowPlace(row, keys), version);

class PageInfo<M extends ModelName> {
  readonly #page: Page<M>;
  readonly #request: ListRequest<M>;

  constructor(page: Page<M>, request: ListRequest<M>) {
    this.#page = page;
    this.#request = request;
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
    return row === undefined ? null : cursorOf(row, this.#page, this.#request);
  }
}

/** A page of a list. Data is loaded only when a field requests it. */
export class Connection<M extends ModelName> implements CountOfList {
  readonly parentId: string;
  readonly loaders: Loaders;
  readonly #request: ListRequest<M>;

  constructor(request: ListRequest<M>, parentId: string, loaders: Loaders) {
    this.#request = request;
    this.parentId = parentId;
    this.loaders = loaders;
  }

  get list(): List<M> {
    return this.#request.list;
  }

  get request(): PageRequest {
    return this.#request.request;
  }

  #page(): Deferred<Page<M>> {
    const page = this.loaders.page(this.list, this.request).defer(this.parentId);
    if (this.request.after === null && this.request.before === null) return page;
    return page.map((read) => {
      expectSameOrder(this.#request, read.version);
      return read;
    });
  }

  get nodes(): Deferred<readonly Row<M>[]> {
    return this.#page().map(({ rows }) => rows);
  }

  get edges(): Deferred<readonly Edge<M>[]> {
    return this.#page().map((page) => page.rows.map((row) => new Edge(row, page, this.#request)));
  }

  get pageInfo(): Deferred<PageInfo<M>> {
    return this.#page().map((page) => new PageInfo(page, this.#request));
  }

  totalCount(): Deferred<number> {
    return this.loaders.count(this.list, this.request.where, null).defer(this.parentId);
  }
}

const requestsByArguments = new WeakMap<object, Map<string, ListRequest<ModelName>>>();

/**
 * All parents of a field, and all requests with the same document, share an argument object and thereby its
 * page request. `choose` must therefore depend only on the arguments, never on the caller.
 */
export function pageOf<M extends ModelName, Args extends PageArgs>(
  list: List<M>,
  parentId: string,
  args: Args,
  loaders: Loaders,
  choose: (args: Args) => ListChoice = () => ({}),
): Connection<M> {
  const known = requestsByArguments.get(args) ?? new Map<string, ListRequest<ModelName>>();
  requestsByArguments.set(args, known);
  // A list's name maps only to page requests of that list.
  const found = known.get(list.name) as unknown as ListRequest<M> | undefined;
  const made = found ?? requestPage(list, args, choose(args));
  if (found === undefined) known.set(list.name, made as unknown as ListRequest<ModelName>);
  return new Connection(made, parentId, loaders);
}

/** Returns a page whose cursors are bound to `bound` instead of the filter. */
export function boundPageOf<M extends ModelName>(
  list: List<M>,
  args: PageArgs,
  loaders: Loaders,
  choice: ListChoice,
  bound: string,
): Connection<M> {
  return new Connection(requestPage(list, args, choice, bound), '', loaders);
}
