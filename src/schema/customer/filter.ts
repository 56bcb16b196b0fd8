import type { CustomerFilter as Filter } from '../../db/read/filter/filters.ts';
import { checkFilter } from '../filter/check.ts';
import { checkQuery } from '../filter/choice.ts';
import { filterInput } from '../filter/input.ts';

export const CustomerFilter = filterInput('Customer');

interface Chosen {
  readonly filter?: Filter | null | undefined;
  readonly query?: string | null | undefined;
}

export function customerWhere({ filter, query }: Chosen) {
  if (filter) checkFilter('Customer', filter);
  if (query) checkQuery(query);
  return { filter: filter ?? null, query: query?.trim() || null };
}
