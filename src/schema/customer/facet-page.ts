import { type FacetPage, type FacetPlace, usualFacetValues } from '../../db/read/facet.ts';
import type { Dimension } from '../../db/read/facet-dimension.ts';
import { builder } from '../relay/builder.ts';
import type { Connection } from '../relay/connection.ts';
import { decodeCursor, encodeCursor, fingerprint } from '../relay/cursor.ts';
import { maxPageSize } from '../relay/page-size.ts';
import { requestError } from '../relay/request-error.ts';

export interface FacetArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

export const facetArgs = builder.args((t) => ({
  first: t.int({
    defaultValue: usualFacetValues,
    description: `Returns at most this number of values: 1 to ${maxPageSize}; ${usualFacetValues} if null.`,
  }),
  after: t.string({
    description:
      'Returns the values after this cursor, the cursor of the last value on the previous page. A page with fewer values than `first` is the last one.',
  }),
}));

export const facetSize = ({ first }: FacetArgs): number =>
  Math.min(maxPageSize, Math.max(1, first ?? usualFacetValues));

const printOf = ({ list, request }: Connection<'Customer'>, dimension: Dimension): string =>
  fingerprint([list.name, 'facet', dimension, request.where]);

const column = (name: string, type: string) => ({
  column: { name, column: name, type, list: false, nullable: false, unique: false },
  descending: false,
});

const keys = [column('chosen', 'integer'), column('count', 'integer'), column('key', 'text')];

export const facetCursor = (
  connection: Connection<'Customer'>,
  dimension: Dimension,
  { isChosen, count, key }: FacetPlace,
): string => encodeCursor(printOf(connection, dimension), [Number(isChosen), count, key]);

function placeOf(cursor: string, print: string): FacetPlace {
  const { place } = decodeCursor('after', cursor, print, keys);
  const [chosen, count, key] = place;
  return { isChosen: chosen === 1, count: Number(count), key: String(key) };
}

export function facetPage(
  connection: Connection<'Customer'>,
  dimension: Dimension,
  { first, after }: FacetArgs,
): FacetPage {
  const size = first ?? usualFacetValues;
  if (size < 1 || size > maxPageSize)
    throw requestError(
      'PAGE_SIZE_INVALID',
      `\`first\` is ${size}; the values of a facet are from 1 to ${maxPageSize}.`,
    );
  return {
    first: size,
    after: typeof after === 'string' ? placeOf(after, printOf(connection, dimension)) : null,
  };
}
