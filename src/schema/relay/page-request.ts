import type { ModelName } from '../../db/model/table.ts';
import type { List, Where } from '../../db/read/list.ts';
import type { OrderKey, Sort } from '../../db/read/order.ts';
import { type PageRequest, sortKeysOf } from '../../db/read/page-plan.ts';
import { type DecodedCursor, decodeCursor, expectVersion, fingerprint } from './cursor.ts';
import { defaultPageSize, maxPageSize } from './page-size.ts';
import { requestError } from './request-error.ts';

export interface PageArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

export interface ListChoice {
  readonly order?: readonly Sort[];
  readonly where?: Where;
}

function pageSize({ first, last }: PageArgs): { readonly limit: number; readonly forward: boolean } {
  if (typeof first === 'number' && typeof last === 'number')
    throw requestError('PAGE_SIZE_INVALID', '`first` and `last` are both given; send one of them.');
  const [name, size] = typeof last === 'number' ? ['last', last] : ['first', first ?? defaultPageSize];
  if (size < 0) throw requestError('PAGE_SIZE_INVALID', `\`${name}\` is ${size}; the minimum is 0.`);
  if (size > maxPageSize)
    throw requestError('PAGE_SIZE_INVALID', `\`${name}\` is ${size}; the maximum is ${maxPageSize}.`);
  return { limit: size, forward: name === 'first' };
}

/** Equal meanings get equal JSON: sorts keys and omits null and absent values. */
export function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== null && each !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, canonical(each)]),
  );
}

/** A page request of a list without its parent, shared by all parents of a field. */
export interface ListRequest<M extends ModelName> {
  readonly list: List<M>;
  readonly request: PageRequest;
  readonly keys: readonly OrderKey[];
  readonly print: string;
  readonly cursors: Readonly<Record<'after' | 'before', DecodedCursor | undefined>>;
}

export const printOf = (list: List, order: readonly Sort[], bound: unknown): string =>
  fingerprint([list.name, order, bound]);

/** Throws if a size or a cursor is invalid. */
export function requestPage<M extends ModelName>(
  list: List<M>,
  args: PageArgs,
  { order = [], where = {} }: ListChoice,
  bound?: unknown,
): ListRequest<M> {
  const chosen = canonical(where) as Where;
  const keys = sortKeysOf(list, order);
  const print = printOf(list, order, bound ?? chosen);
  const { limit, forward } = pageSize(args);
  const after = typeof args.after === 'string' ? decodeCursor('after', args.after, print, keys) : undefined;
  const before =
    typeof args.before === 'string' ? decodeCursor('before', args.before, print, keys) : undefined;
  return {
    list,
    keys,
    print,
    cursors: { after, before },
    request: {
      order,
      where: chosen,
      limit,
      forward,
      after: after?.place ?? null,
      before: before?.place ?? null,
    },
  };
}

/** Throws if a cursor of the request belongs to another version of the order than the page. */
export function expectSameOrder(
  { cursors }: Pick<ListRequest<ModelName>, 'cursors'>,
  version: string | null,
): void {
  for (const argument of ['after', 'before'] as const) {
    const cursor = cursors[argument];
    if (cursor !== undefined) expectVersion(argument, cursor, version);
  }
}
