import type { CustomerFilter as Filter } from '../../db/read/filter/filters.ts';
import { maxQueryLength } from '../../db/read/search-words.ts';
import { checkFilter } from '../filter/check.ts';
import { filterInput } from '../filter/input.ts';
import { requestError } from '../relay/request-error.ts';

export const CustomerFilter = filterInput('Customer');

const maxWords = 10;

function checkQuery(query: string): void {
  if (query.length > maxQueryLength)
    throw requestError(
      'LIMIT_EXCEEDED',
      `\`query\` has ${query.length} characters; the maximum is ${maxQueryLength}.`,
    );
  const words = query.trim().split(/\s+/).length;
  if (words > maxWords)
    throw requestError('LIMIT_EXCEEDED', `\`query\` has ${words} words; the maximum is ${maxWords}.`);
}

interface Chosen {
  readonly filter?: Filter | null | undefined;
  readonly query?: string | null | undefined;
}

export function customerWhere({ filter, query }: Chosen) {
  if (filter) checkFilter('Customer', filter);
  if (query) checkQuery(query);
  return { filter: filter ?? null, query: query?.trim() || null };
}
