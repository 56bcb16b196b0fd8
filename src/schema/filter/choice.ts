import type { FilterName } from '../../db/read/filter/filters.ts';
import type { List, Where } from '../../db/read/list.ts';
import type { Sort } from '../../db/read/order.ts';
import { maxQueryLength, searchWords } from '../../db/read/search-words.ts';
import { type Work, workOf } from '../../db/read/work.ts';
import type { ListChoice, PageArgs } from '../relay/page-request.ts';
import { requestError } from '../relay/request-error.ts';
import { checkFilter } from './check.ts';

const maxWords = 10;

export function checkQuery(query: string): void {
  if (query.length > maxQueryLength)
    throw requestError(
      'LIMIT_EXCEEDED',
      `\`query\` has ${query.length} characters; the maximum is ${maxQueryLength}.`,
    );
  const words = query.trim().split(/\s+/).length;
  if (words > maxWords)
    throw requestError('LIMIT_EXCEEDED', `\`query\` has ${words} words; the maximum is ${maxWords}.`);
}

interface SortArg<F extends string> {
  readonly field: F;
  readonly direction?: 'ASC' | 'DESC' | null | undefined;
}

export type OrderBy<F extends string> = readonly SortArg<F>[] | null | undefined;

/** The sorts of `orderBy`, by the columns of each of its fields. */
export function sortsOf<F extends string>(
  orderBy: OrderBy<F>,
  columns: Readonly<Record<F, readonly string[]>>,
): readonly Sort[] {
  const fields = new Set((orderBy ?? []).map(({ field }) => field));
  if (fields.size < (orderBy ?? []).length)
    throw requestError('BAD_USER_INPUT', '`orderBy` contains a field twice; use each field once.');
  return (orderBy ?? []).flatMap(({ field, direction }) =>
    columns[field].map((column) => ({ field: column, descending: direction === 'DESC' })),
  );
}

export interface ChoiceArgs<F extends string> extends PageArgs {
  readonly query?: string | null | undefined;
  readonly filter?: object | null | undefined;
  readonly orderBy?: OrderBy<F>;
}

/** What callers choose of the lists of a filter's rows. */
export interface Choosable<F extends string> {
  readonly filter: FilterName;
  /** The texts of the filter that `query` searches. */
  readonly searched: readonly string[];
  /** The columns of each field that the lists can be ordered by. */
  readonly columns: Readonly<Record<F, readonly string[]>>;
}

/** Every word is in one of the texts. */
function searchFilter(query: string, searched: readonly string[]): object {
  const contains = (word: string) => searched.map((field) => ({ [field]: { contains: word } }));
  return { and: searchWords(query).map((word) => ({ or: contains(word) })) };
}

function whereOf<F extends string>(
  { filter: name, searched }: Choosable<F>,
  { filter, query }: ChoiceArgs<F>,
): Where {
  if (filter) checkFilter(name, filter);
  if (query) checkQuery(query);
  const search = query?.trim() ? searchFilter(query, searched) : null;
  if (!filter && !search) return {};
  // A filter of the list's model, and one that consists of its fields.
  return {
    filter: (filter && search ? { and: [filter, search] } : (filter ?? search)) as NonNullable<
      Where['filter']
    >,
  };
}

export const chooseFrom =
  <F extends string>(choosable: Choosable<F>) =>
  (args: ChoiceArgs<F>): ListChoice => ({
    order: sortsOf(args.orderBy, choosable.columns),
    where: whereOf(choosable, args),
  });

/** The price of a list whose callers choose. */
export function choiceCost<F extends string>(list: List, choose: (args: ChoiceArgs<F>) => ListChoice) {
  return { cost: { work: (args: ChoiceArgs<F>): Work => workOf(list, choose(args)) } };
}
