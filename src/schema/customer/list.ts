import type { ColumnOf } from '../../db/model/table.ts';
import type { CustomerFilter as Filter } from '../../db/read/filter/filters.ts';
import type { List } from '../../db/read/list.ts';
import { countUnits, type Work, workOf } from '../../db/read/work.ts';
import type { Loaders } from '../../loaders/index.ts';
import { prices } from '../../prices.ts';
import { type OrderBy, sortsOf } from '../filter/choice.ts';
import { sortInput } from '../filter/chosen-list.ts';
import { builder } from '../relay/builder.ts';
import { type Connection, pageOf } from '../relay/connection.ts';
import type { ListChoice, PageArgs } from '../relay/page-request.ts';
import { reads } from '../relay/reads.ts';
import { type RowRef, rowRef } from '../relay/relation.ts';
import { requestError } from '../relay/request-error.ts';
import { CustomerFacets } from './facets.ts';
import { CustomerFilter, customerWhere } from './filter.ts';

export const Customer: RowRef<'Customer'> = rowRef('Customer');

const sortColumns = {
  CREATED_AT: ['createdAt'],
  UPDATED_AT: ['updatedAt'],
  NAME: ['name'],
  NUMBER: ['number'],
  STATUS: ['status'],
  CREDIT_LIMIT: ['creditLimitUnitId', 'creditLimitValue'],
  TOTAL_ORDERS_COUNT: ['totalOrdersCount'],
  SHORT_ID: ['shortId'],
  DISCONTINUED_AT: ['discontinuedAt'],
} as const satisfies Record<string, readonly ColumnOf<'Customer'>[]>;

const CustomerSortField = builder.enumType('CustomerSortField', {
  description: 'The fields that customers can be ordered by.',
  values: {
    CREATED_AT: { description: 'The creation time.' },
    UPDATED_AT: { description: 'The time of the last change.' },
    NAME: {
      description:
        'The name, as in a dictionary: case and accents matter only between otherwise equal names, and digits compare as numbers.',
    },
    NUMBER: {
      description: 'The number, compared like names, so that digits compare as numbers: "9" before "10".',
    },
    STATUS: { description: 'The status: normal, preferred, hold shipment, hold all.' },
    CREDIT_LIMIT: {
      description:
        'The credit limit, by unit, then by value, so only limits in the same unit are compared; null without a limit.',
    },
    TOTAL_ORDERS_COUNT: {
      description:
        'The number of orders as given by the shop; null where none was given, also if orders are counted.',
    },
    SHORT_ID: {
      description: 'The key in the warehouse system, compared by code point; null for customers without one.',
    },
    DISCONTINUED_AT: { description: 'The time when the customer was discontinued; null if it is active.' },
  } as const,
});

const CustomerSort = sortInput('CustomerSort', 'customers', CustomerSortField);

export const customerArgs = builder.args((t) => ({
  query: t.string({
    description:
      'Returns only the customers that match every word, regardless of case and accents, in any of: name, number, shortId, contact email, shopper email, reference, names of addresses; or, with three or more characters, the note or the whole number of an order; or, for digits, the contact’s phone number. A word of three or more characters matches any part of a text; a word of one or two characters matches the beginning of a word, or digits anywhere in the phone number. Punctuation also begins a word, and so does each character of scripts without spaces. At most 256 characters and 10 words.',
  }),
  filter: t.field({ type: CustomerFilter, description: 'Returns only customers that match this filter.' }),
  orderBy: t.field({
    type: [CustomerSort],
    description:
      'Orders the customers by these keys, ties by the next key and finally by id. Newest first if absent, null or empty.',
  }),
}));

interface CustomerListArgs extends PageArgs {
  readonly query?: string | null | undefined;
  readonly filter?: Filter | null | undefined;
  readonly orderBy?: OrderBy<keyof typeof sortColumns>;
}

const choose = ({ query, filter, orderBy }: CustomerListArgs): ListChoice => ({
  order: sortsOf(orderBy, sortColumns),
  where: customerWhere({ query, filter }),
});

export const customerListCost = (list: List<'Customer'>) => ({
  cost: { work: (args: CustomerListArgs): Work => workOf(list, choose(args)) },
});

export function listCustomers(
  list: List<'Customer'>,
  parentId: string,
  args: CustomerListArgs,
  loaders: Loaders,
): Connection<'Customer'> {
  return pageOf(list, parentId, args, loaders, choose);
}

const CountPrecision = builder.enumType('CountPrecision', {
  description: 'The precision of a count.',
  values: {
    EXACT: { description: 'The value is exact.' },
    AT_LEAST: { description: 'There are more than the value: counting stopped at the cap.' },
  } as const,
});

interface CountValue {
  readonly value: number;
  readonly precision: 'EXACT' | 'AT_LEAST';
}

const Count = builder.objectRef<CountValue>('Count');

builder.objectType(Count, {
  description: 'A count with its precision.',
  fields: (t) => ({
    value: t.exposeInt('value', { description: 'The count; at most the cap.' }),
    precision: t.expose('precision', { type: CountPrecision, description: 'Whether the value is exact.' }),
  }),
});

const maxCap = 1_000_000;

function countUpTo(
  cap: number,
  { list, parentId, request, loaders }: Connection<'Customer'>,
): Promise<CountValue> {
  if (cap < 1 || cap > maxCap)
    throw requestError('LIMIT_EXCEEDED', `\`cap\` is ${cap}; it must be from 1 to ${maxCap}.`);
  return loaders
    .count(list, request.where, cap)
    .defer(parentId)
    .map((found) =>
      found > cap ? { value: cap, precision: 'AT_LEAST' } : { value: found, precision: 'EXACT' },
    );
}

export const CustomerConnection = builder.connectionObject(
  {
    type: Customer,
    name: 'CustomerConnection',
    description: 'A page of a list of customers.',
    fields: (t) => ({
      totalCount: t.int({
        description:
          'The number of customers in the list under its query and filter, across all pages. Exact; counted only when selected.',
        extensions: { cost: { base: prices.totalCount.units, passes: 1 }, ...reads() },
        resolve: (connection) => connection.totalCount(),
      }),
      count: t.field({
        type: Count,
        description:
          'The number of customers in the list, at a lower cost than `totalCount`. Never counts past `cap`; `precision` says whether the value is exact.',
        args: {
          cap: t.arg.int({
            defaultValue: 10_000,
            description: `Stops counting at this number: 1 to ${maxCap}; 10,000 if null.`,
          }),
        },
        extensions: {
          cost: { base: ({ cap }: { cap?: number | null }) => countUnits(cap), passes: 1 },
          ...reads(),
        },
        // Every CustomerConnection is created by listCustomers.
        resolve: (connection, { cap }) =>
          countUpTo(cap ?? 10_000, connection as unknown as Connection<'Customer'>),
      }),
      facets: t.field({
        type: CustomerFacets,
        description:
          'The number of customers in the list by status, type, carrier and other dimensions. Each facet is counted only when selected.',
        extensions: reads(),
        resolve: (connection) => connection as unknown as Connection<'Customer'>,
      }),
    }),
  },
  { name: 'CustomerEdge', description: 'A customer of a page, with its cursor.' },
);
