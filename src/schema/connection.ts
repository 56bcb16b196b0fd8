import type { List } from '../db/list.ts';
import type { OrderKey, Sort } from '../db/order.ts';
import { keysOf, type Page, type PageRequest } from '../db/page.ts';
import type { ModelName, Row } from '../db/table.ts';
import type { Where } from '../db/where.ts';
import type { Loaders } from '../loaders/index.ts';
import { defaultPageSize, maxPageSize } from './builder.ts';
import { decodeCursor, encodeCursor, fingerprint, placeOf } from './cursor.ts';
import { requestError } from './request-error.ts';

export interface PageArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** What a list is asked for besides its page. */
export interface Choice {
  readonly order?: readonly Sort[];
  readonly where?: Where;
}

/** What every connection can say of its list as a whole. */
export interface CountOfList {
  totalCount(): Promise<number>;
}

function pageSize({ first, last }: PageArgs): { readonly limit: number; readonly forward: boolean } {
  if (typeof first === 'number' && typeof last === 'number')
    throw requestError('PAGE_SIZE_INVALID', '`first` and `last` are both given; give one of them.');
  const [name, size] = typeof last === 'number' ? ['last', last] : ['first', first ?? defaultPageSize];
  if (size < 0 || size > maxPageSize)
    throw requestError('PAGE_SIZE_INVALID', `\`${name}\` is ${size}; it can be 0 to ${maxPageSize}.`);
  return { limit: size, forward: name === 'first' };
}

/** The same value for the same meaning: keys in order, without what is null or absent. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== null && each !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, canonical(each)]),
  );
}

class Edge<M extends ModelName> {
  readonly node: Row<M>;
  readonly #connection: Connection<M>;

  constructor(node: Row<M>, connection: Connection<M>) {
    this.node = node;
    this.#connection = connection;
  }

  get cursor(): string {
    return this.#connection.cursorOf(this.node);
  }
}

/** A page of a list, and the list it is of. Nothing is read until it is asked for. */
export class Connection<M extends ModelName> implements CountOfList {
  readonly list: List<M>;
  readonly parentId: string;
  readonly loaders: Loaders;
  readonly request: PageRequest;
  readonly #keys: readonly OrderKey[];
  readonly #print: string;

  constructor(
    list: List<M>,
    parentId: string,
    args: PageArgs,
    loaders: Loaders,
    { order = [], where = {} }: Choice = {},
  ) {
    const chosen = canonical(where) as Where;
    this.list = list;
    this.parentId = parentId;
    this.loaders = loaders;
    this.#keys = keysOf(list, order);
    this.#print = fingerprint([list.name, order, chosen]);
    this.request = {
      order,
      where: chosen,
      ...pageSize(args),
      after: this.#place('after', args.after),
      before: this.#place('before', args.before),
    };
  }

  #place(argument: 'after' | 'before', cursor: string | null | undefined) {
    return typeof cursor === 'string' ? decodeCursor(argument, cursor, this.#print, this.#keys) : null;
  }

  #page(): Promise<Page<M>> {
    return this.loaders.page(this.list, this.request).load(this.parentId);
  }

  cursorOf(row: Row<M>): string {
    return encodeCursor(this.#print, placeOf(row, this.#keys));
  }

  get edges(): Promise<readonly Edge<M>[]> {
    return this.#page().then(({ rows }) => rows.map((row) => new Edge(row, this)));
  }

  get pageInfo() {
    return this.#page().then(({ rows, hasNextPage, hasPreviousPage }) => {
      const [start, end] = [rows.at(0), rows.at(-1)];
      return {
        hasNextPage,
        hasPreviousPage,
        startCursor: start ? this.cursorOf(start) : null,
        endCursor: end ? this.cursorOf(end) : null,
      };
    });
  }

  totalCount(): Promise<number> {
    return this.loaders.count(this.list, this.request.where, null).load(this.parentId);
  }
}
