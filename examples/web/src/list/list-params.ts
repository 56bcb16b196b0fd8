import { isStatus } from '../ui/words.ts';
import type { customersPageQuery$variables } from './__generated__/customersPageQuery.graphql.ts';

export const pageSize = 25;

export const sorts = {
  newest: { label: 'Newest first', field: 'CREATED_AT', direction: 'DESC' },
  changed: { label: 'Last changed first', field: 'UPDATED_AT', direction: 'DESC' },
  name: { label: 'Name, A to Z', field: 'NAME', direction: 'ASC' },
  'name-down': { label: 'Name, Z to A', field: 'NAME', direction: 'DESC' },
  number: { label: 'Number', field: 'NUMBER', direction: 'ASC' },
} as const;

export type Sort = keyof typeof sorts;
export const isSort = (name: string): name is Sort => Object.hasOwn(sorts, name);

/** The state of the list that the URL stores. */
export interface ListParams {
  readonly query: string;
  readonly statuses: readonly string[];
  readonly types: readonly string[];
  readonly state: string | null;
  readonly sort: Sort;
  /** The list starts after this cursor. */
  readonly after: string | null;
}

export function readParams(search: string): ListParams {
  const params = new URLSearchParams(search);
  const sort = params.get('sort') ?? '';
  return {
    query: params.get('q') ?? '',
    statuses: params.getAll('status'),
    types: params.getAll('type'),
    state: params.get('state'),
    sort: isSort(sort) ? sort : 'newest',
    after: params.get('after'),
  };
}

export function writeParams({ query, statuses, types, state, sort, after }: ListParams): string {
  const params = new URLSearchParams();
  if (query) params.set('q', query);
  for (const status of statuses) params.append('status', status);
  for (const type of types) params.append('type', type);
  if (state) params.set('state', state);
  if (sort !== 'newest') params.set('sort', sort);
  if (after) params.set('after', after);
  return params.size > 0 ? `?${params}` : '';
}

/** Omits empty parts of the filter, so that equal lists have the same key in Relay's store. */
export function toVariables(params: ListParams): customersPageQuery$variables {
  const { field, direction } = sorts[params.sort];
  const statuses = params.statuses.filter(isStatus);
  return {
    query: params.query || null,
    filter: {
      ...(statuses.length > 0 && { statuses }),
      ...(params.types.length > 0 && { typeIds: params.types }),
      ...(params.state && { address: { state: { equals: params.state } } }),
    },
    orderBy: [{ field, direction }],
    first: pageSize,
    after: params.after,
    entry: params.after ?? 'start',
  };
}
