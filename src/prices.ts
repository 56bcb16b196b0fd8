/** The price of one kind of work and its basis; `docs/limits.md` contains this table. */
export interface Price {
  readonly units: number;
  /** The unit counted, after "per" in the table. */
  readonly per: string;
  /** Whether the statement is expensive: fewer of these run concurrently, with a shorter timeout. */
  readonly isExpensive: boolean;
  readonly description: string;
  /** CPU milliseconds of PostgreSQL at the reference size. `what` may include work with other prices. */
  readonly measured?: readonly { readonly what: string; readonly ms: number }[];
}

/** For an account with 60,000 customers (the reference size). A unit is at most 2 ms of PostgreSQL. */
export const prices = {
  object: {
    units: 1,
    per: 'object',
    isExpensive: false,
    description: 'An object, and the fields selected in it.',
    measured: [{ what: 'a customer by its id', ms: 0.2 }],
  },
  connection: { units: 1, per: 'connection', isExpensive: false, description: 'A page of a list.' },
  row: {
    units: 1,
    per: 'row of the page',
    isExpensive: false,
    description:
      '`first` or `last` (25) rows, and the fields selected in each. An edge and its node are one row. `pageInfo` alone also reads the page.',
    measured: [{ what: '25 customers, newest first', ms: 0.5 }],
  },
  mutation: { units: 10, per: 'mutation', isExpensive: false, description: 'A mutation, and its payload.' },
  bulkItem: {
    units: 2,
    per: 'item',
    isExpensive: false,
    description:
      'An item of a bulk upsert, such as `customersUpsert`, in addition to its 2 objects: the saved object and its result.',
  },
  passwordHash: {
    units: 300,
    per: 'password',
    isExpensive: false,
    description: "Hashing a password: about 500 ms of the gateway's CPU.",
  },
  list: {
    units: 10,
    per: 'list',
    isExpensive: false,
    description: 'A list without pages (`changes`, `permissions` …): 10 times one object.',
  },
  sources: {
    units: 2,
    per: 'list',
    isExpensive: false,
    description: '`sources`: 2 times one object.',
  },
  conflicts: {
    units: 2,
    per: 'list',
    isExpensive: false,
    description: '`conflicts`, and `values` of each: 2 times one object.',
  },
  raw: {
    units: 1,
    per: 'record',
    isExpensive: false,
    description: '`raw`: the record as an import received it.',
  },
  introspectionList: {
    units: 5,
    per: 'list',
    isExpensive: false,
    description: 'A list in introspection: 5 times one object.',
  },
  filterByKey: {
    units: 2,
    per: 'condition',
    isExpensive: false,
    description: '`filter.ids`: each customer is looked up.',
  },
  filter: {
    units: 20,
    per: 'filter',
    isExpensive: false,
    description:
      'A filter by any other field. An index may not help: finding few matches can require reading the whole list.',
    measured: [{ what: 'five conditions without a match', ms: 51 }],
  },
  filterCondition: {
    units: 5,
    per: 'condition',
    isExpensive: false,
    description: 'A condition of a filter, at any level of `and`, `or` and `not`. At most 50.',
    measured: [{ what: '22 conditions on own fields', ms: 27 }],
  },
  filterReference: {
    units: 30,
    per: 'condition',
    isExpensive: true,
    description:
      'A filter on the reference data or the user that a row refers to, such as `salesRep`, and a condition on a quantity. `exists` alone is a condition on the row.',
  },
  filterRelated: {
    units: 250,
    per: 'condition',
    isExpensive: true,
    description:
      'A condition on rows in other tables: addresses, tags, price groups, source records, the parent or children.',
    measured: [{ what: '`not: { address: { country: { equals: "US" } } }`, with a count', ms: 444 }],
  },
  filterContains: {
    units: 25,
    per: 'comparison',
    isExpensive: true,
    description:
      'A comparison without an index or a key, in addition to its condition: `contains` in addresses, comparisons of texts without a key, such as `note`, a bound of a quantity, and a value compared between customers or source records.',
    measured: [
      { what: '`not: { address: { locality: { contains: "a" } } }`, with a count', ms: 308 },
      { what: 'a text that no address contains, with a count', ms: 80 },
    ],
  },
  search: {
    units: 100,
    per: 'query',
    isExpensive: true,
    description: 'A search, in addition to its words.',
  },
  searchWord: {
    units: 40,
    per: 'word',
    isExpensive: true,
    description: 'A word of three or more characters, which matches any part of a text.',
    measured: [
      { what: 'a word that 100 customers have', ms: 4 },
      { what: 'a word that 54,100 customers have', ms: 125 },
      { what: 'digits with punctuation, in all phone numbers', ms: 258 },
      { what: 'ten words of three letters that most customers have', ms: 106 },
    ],
  },
  searchShortWord: {
    units: 60,
    per: 'word',
    isExpensive: true,
    description: 'A word of one or two characters, which matches the beginnings of words.',
    measured: [
      { what: 'a letter that all customers have', ms: 192 },
      { what: 'two words that half of the customers have', ms: 79 },
    ],
  },
  orderByIndex: {
    units: 0,
    per: 'order',
    isExpensive: false,
    description: 'An order by one field of a list without parent, and the default order of every list.',
    measured: [{ what: '`orderBy: { field: NAME }`', ms: 0.3 }],
  },
  order: {
    units: 80,
    per: 'order',
    isExpensive: true,
    description: 'Any other order: by several fields, or of a nested list. The whole list is sorted.',
  },
  orderKey: {
    units: 20,
    per: 'field',
    isExpensive: true,
    description: 'A field of such an order.',
    measured: [
      { what: 'two fields', ms: 82 },
      { what: 'six fields', ms: 121 },
    ],
  },
  totalCount: {
    units: 40,
    per: 'count',
    isExpensive: true,
    description:
      '`totalCount` of a list of customers or changes. With a filter or a query, plus their price again.',
    measured: [{ what: 'all customers', ms: 61 }],
  },
  nestedTotalCount: {
    units: 10,
    per: 'count',
    isExpensive: false,
    description: '`totalCount` of any other list.',
    measured: [{ what: '25 lists of addresses', ms: 1.3 }],
  },
  ordersCount: {
    units: 1,
    per: 'count',
    isExpensive: false,
    description: '`totalOrdersCount`: counts the orders of a customer if the shop stated no number.',
  },
  count: {
    units: 5,
    per: 'count',
    isExpensive: false,
    description:
      '`count(cap:)`. With a filter or a query, plus their price again, and the count is expensive.',
  },
  counted: {
    units: 6,
    per: '10,000 rows of the cap',
    isExpensive: false,
    description:
      'The rows that `count(cap:)` can count, up to 60,000. The count is expensive if the cap is over 10,000.',
    measured: [{ what: '`cap: 10000`', ms: 24 }],
  },
  facet: {
    units: 50,
    per: 'facet',
    isExpensive: true,
    description:
      'A facet of the customer’s own columns, such as `statuses`, plus `first` (100) times a value. With a filter or a query, plus their price again.',
    measured: [{ what: '`statuses` of all customers', ms: 50 }],
  },
  facetRelated: {
    units: 150,
    per: 'facet',
    isExpensive: true,
    description:
      'The facets `priceGroups`, `tags` and `sources`, whose values are in other tables; otherwise like other facets.',
    measured: [{ what: '`priceGroups` of all customers', ms: 118 }],
  },
  facetAddresses: {
    units: 500,
    per: 'facet',
    isExpensive: true,
    description:
      'The facets `states` and `countries`, whose values are in addresses; otherwise like other facets.',
    measured: [{ what: '`states` of all customers', ms: 825 }],
  },
  aggregate: {
    units: 60,
    per: 'aggregate',
    isExpensive: true,
    description:
      '`customersAggregate`, `childAccountsAggregate` and `ordersAggregate`: all rows of the list are read, even in nested lists. Plus `first` (100, or the number of possible groups) times a group. With a filter or a query, plus their price again.',
  },
  aggregateKey: {
    units: 20,
    per: 'key',
    isExpensive: true,
    description: 'A value of `groupBy`.',
  },
  aggregateRelated: {
    units: 150,
    per: 'key',
    isExpensive: true,
    description:
      'The keys `PRICE_GROUP`, `TAG` and `SOURCE`, and the properties of an order’s customer, which are in other tables; in addition to the price of the key.',
  },
  aggregateAddresses: {
    units: 500,
    per: 'aggregate',
    isExpensive: true,
    description:
      'The keys `COUNTRY`, `STATE`, `LOCALITY` and `POSTAL_CODE`, which are in addresses; in addition to the price of the keys.',
  },
  sums: {
    units: 2,
    per: 'list',
    isExpensive: false,
    description: '`creditLimits`, `orderTotals` and `totals` of a group: 2 times one object.',
  },
  orderTotals: {
    units: 200,
    per: 'field',
    isExpensive: true,
    description: '`orderTotals`: reads the orders of all groups; plus the price of the aggregate again.',
  },
  changeFilter: {
    units: 100,
    per: 'filter',
    isExpensive: true,
    description: 'A filter of `customerChanges`: finding few matches can require reading all changes.',
  },
  changeField: {
    units: 10,
    per: 'value',
    isExpensive: true,
    description: 'A value of `filter.fields` of `customerChanges`.',
  },
  explain: {
    units: 100,
    per: 'request',
    isExpensive: false,
    description: '`extensions.explain` of a request: PostgreSQL plans at most 50 of its statements again.',
  },
} as const satisfies Readonly<Record<string, Price>>;
