import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CustomerFilter } from '../../src/db/read/filter/filters.ts';
import { openGateway } from '../gateway.ts';
import { asyncProperty } from '../property.ts';
import { runs } from '../runs.ts';
import {
  groupsOf,
  keySelections,
  quarterOf,
  type Sum,
  shownValue,
  sumsOf,
  weekOf,
} from './aggregate-oracle.ts';
import { fillBase, headIds, unitIds } from './base.ts';
import { fillSettings, idOf, own } from './base-settings.ts';
import { customerChoice, orderFilter } from './choice.ts';
import { customerKinds } from './kinds.ts';
import type { CustomerChoice } from './listing.ts';
import { isFound, isOrder, matches, plain } from './oracle.ts';
import { readCustomers, type StoredCustomer } from './stored-customers.ts';

const { db, pool, as } = await openGateway();
const settings = await fillSettings(db);
await fillBase(db, settings);
const otherUnit = idOf('unt', 's1');
const [dollar = ''] = unitIds;
await pool.query(`update customers set credit_limit_unit_id = $1 where credit_limit_value = 1000`, [
  otherUnit,
]);
const euros = idOf('ord', 'eur');
await pool.query(
  `insert into orders (account_id, id, customer_id, status, total_amount, currency_code, placed_at)
  select c.account_id, $1 || n || right(c.id, 6), c.id, (array['PLACED', 'CANCELLED']::order_status[])[1 + n % 2],
    n * 0.1 + 1e-30, (array['EUR', 'USD'])[1 + n % 2], case when n < 4 then timestamptz '2024-12-31 23:59:59.999Z' end
  from customers c, generate_series(1, 5) n where c.account_id = $2 and c.status <> 'PREFERRED'`,
  [euros.slice(0, 12), own],
);
const caller = as(own);
const all = await readCustomers(db, own);
const orders = await db.order.findMany({ where: { accountId: own } });

interface Kind {
  readonly field: string;
  readonly on?: string;
  readonly parents: readonly string[];
  readonly read: (parent: string) => Promise<readonly StoredCustomer[]>;
}

const aggregateNames: Readonly<Record<string, string>> = {
  customers: 'customersAggregate',
  childAccounts: 'childAccountsAggregate',
};

const aggregated = new Set(['Query', 'Customer', 'AccountGroup', 'AccountUser']);

const kinds: readonly Kind[] = [
  ...customerKinds(db, settings)
    .filter(({ on = 'Query' }) => aggregated.has(on))
    .map((kind) => ({ ...kind, field: aggregateNames[kind.field] ?? '' })),
];

interface ShownGroup {
  readonly keys: Readonly<Record<string, unknown>>;
  readonly count: number;
  readonly creditLimits: readonly (Omit<Sum, 'unit'> & { readonly unit: { readonly id: string } })[];
  readonly orderTotals: readonly (Omit<Sum, 'unit'> & { readonly currencyCode: string })[];
  readonly filter: CustomerFilter;
}

interface Shown {
  readonly groups: readonly ShownGroup[];
  readonly groupCount: number;
  readonly hasMore: boolean;
}

const sums = 'count sum avg min max';
const selection = `groupCount hasMore groups {
  keys { ${Object.values(keySelections).join(' ')} } count filter
  creditLimits { unit { id } ${sums} } orderTotals(filter: $orders) { currencyCode ${sums} } }`;

async function aggregate(
  { field, on, parents }: Kind,
  variables: CustomerChoice & { readonly groupBy: readonly string[]; readonly orders?: object },
): Promise<readonly Shown[]> {
  const declared =
    '$query: String, $filter: CustomerFilter, $orders: OrderFilter, $groupBy: [CustomerAggregateKey!]';
  const call = `it: ${field}(query: $query, filter: $filter, groupBy: $groupBy, first: 1000) { ${selection} }`;
  const document = on
    ? `query ($parents: [ID!]!, ${declared}) { nodes(ids: $parents) { ... on ${on} { ${call} } } }`
    : `query (${declared}) { ${call} }`;
  const { data, errors } = await caller.execute(document, { ...variables, ...(on && { parents }) });
  if (errors) throw new Error(JSON.stringify(errors));
  return on ? data.nodes.map((node: { it: Shown }) => node.it) : [data.it];
}

const someKind = fc.constantFrom(...kinds);
const keys = fc.uniqueArray(fc.constantFrom(...Object.keys(keySelections)), { maxLength: 3 });
const choices = customerChoice(settings).map(
  ({ query, filter }): CustomerChoice => ({ query: query ?? null, filter: filter ?? null }),
);

const byKey = (groups: Iterable<readonly [string, unknown]>) =>
  Object.fromEntries([...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)));

const keyIn = ({ keys: values }: ShownGroup, groupBy: readonly string[]): string =>
  JSON.stringify(groupBy.map((name) => shownValue(values, name)));

/** The customers of each group, by its values. */
function membersOf(
  list: readonly StoredCustomer[],
  { query, filter }: CustomerChoice,
  groupBy: readonly string[],
): ReadonlyMap<string, readonly StoredCustomer[]> {
  const members = new Map<string, StoredCustomer[]>(groupBy.length === 0 ? [['[]', []]] : []);
  for (const customer of list.filter((each) => matches(each, filter) && isFound(each, query)))
    for (const group of groupsOf(customer, groupBy, filter ?? {}))
      members.set(group, [...(members.get(group) ?? []), customer]);
  return members;
}

const placed = { statuses: ['PLACED', 'DRAFT'], placedAt: { to: '2024-12-31T23:59:59.999Z' } };
const isPlaced = ({ status, placedAt }: (typeof orders)[number]): boolean =>
  (status === 'PLACED' || status === 'DRAFT') &&
  placedAt !== null &&
  placedAt.getTime() <= Date.parse(placed.placedAt.to);

function expectedGroup(members: readonly StoredCustomer[]) {
  const ids = new Set(members.map(({ id }) => id));
  return {
    count: members.length,
    creditLimits: sumsOf(
      members.flatMap(({ creditLimitValue: value, creditLimitUnitId: unit }) =>
        value === null || unit === null ? [] : [{ value, unit }],
      ),
    ),
    orderTotals: sumsOf(
      orders.flatMap((order) => {
        const { totalAmount: value, currencyCode: unit, customerId } = order;
        return value === null || unit === null || !ids.has(customerId) || !isPlaced(order)
          ? []
          : [{ value, unit }];
      }),
    ),
  };
}

test('groups have the counts and sums of the customers with their values, for every parent', async () => {
  await fc.assert(
    asyncProperty(someKind, choices, keys, async (kind, choice, groupBy) => {
      const answers = await aggregate(kind, { ...choice, groupBy, orders: placed });

      const lists = await Promise.all(kind.parents.map(kind.read));
      const expected = lists.map((list) =>
        byKey([...membersOf(list, choice, groupBy)].map(([key, each]) => [key, expectedGroup(each)])),
      );
      const seen = answers.map(({ groups }) =>
        byKey(
          groups.map((group) => [
            keyIn(group, groupBy),
            {
              count: group.count,
              creditLimits: group.creditLimits.map(({ unit, ...each }) => ({ unit: unit.id, ...each })),
              orderTotals: group.orderTotals.map(({ currencyCode, ...each }) => ({
                unit: currencyCode,
                ...each,
              })),
            },
          ]),
        ),
      );
      expect(seen).toEqual(expected);
      for (const { groups, groupCount, hasMore } of answers) {
        expect([groupCount, hasMore]).toEqual([groups.length, false]);
        const counts = groups.map(({ count }) => count);
        expect(counts).toEqual(counts.toSorted((a, b) => b - a));
      }
    }),
    runs(80, 40),
  );
});

test('the filter of a group lists exactly its customers', async () => {
  const read = `query ($filter: CustomerFilter, $query: String) {
    customers(filter: $filter, query: $query, first: 250) { nodes { id } } }`;
  await fc.assert(
    asyncProperty(someKind, choices, keys, async (kind, choice, groupBy) => {
      const answers = await aggregate(kind, { ...choice, groupBy });

      for (const [at, parent] of kind.parents.entries()) {
        const members = membersOf(await kind.read(parent), choice, groupBy);
        for (const group of answers[at]?.groups ?? []) {
          const { data, errors } = await caller.execute(read, { filter: group.filter, query: choice.query });
          expect(errors).toBeUndefined();
          const ids = data.customers.nodes.map(({ id }: { id: string }) => id);
          const expected = members.get(keyIn(group, groupBy)) ?? [];
          expect(ids.toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
        }
      }
    }),
    runs(25, 60),
  );
});

const plainGroups = async (args: string, inner = 'keys { status } count') => {
  const { data, errors } = await caller.execute(
    `{ customersAggregate${args && `(${args})`} { groupCount hasMore groups { ${inner} } } }`,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.customersAggregate;
};

test('groups are ordered by their count, their keys, or a sum in one unit, with nulls last', async () => {
  const bySql = async (sql: string) =>
    (await pool.query({ text: sql, rowMode: 'array', values: [own] })).rows.map(([value]) => value);
  const typesBy = async (orderBy: string) => {
    const { groups } = await plainGroups(`groupBy: TYPE, orderBy: ${orderBy}`, 'keys { type { id } }');
    return groups.map(({ keys: { type } }: { keys: { type: { id: string } | null } }) => type?.id ?? null);
  };
  const select = 'select type_id from customers where account_id = $1 group by type_id order by';
  const sum = `sum(credit_limit_value) filter (where credit_limit_unit_id = '${dollar}')`;

  expect(await typesBy('[]')).toEqual(await bySql(`${select} count(*) desc, type_id`));
  expect(await typesBy('{ field: COUNT }')).toEqual(await bySql(`${select} count(*), type_id`));
  expect(await typesBy('{ field: KEY }')).toEqual(await bySql(`${select} type_id`));
  expect(await typesBy('{ field: KEY, direction: DESC }')).toEqual(
    await bySql(`${select} type_id desc nulls last`),
  );
  expect(await typesBy(`{ field: CREDIT_LIMIT_SUM, direction: DESC, unitId: "${dollar}" }`)).toEqual(
    await bySql(`${select} ${sum} desc nulls last, type_id`),
  );
  const { groups } = await plainGroups('groupBy: [STATUS], orderBy: { field: KEY }');
  expect(groups.map((group: { keys: { status: string } }) => group.keys.status)).toEqual([
    ...['NORMAL', 'PREFERRED', 'HOLD_SHIPMENT', 'HOLD_ALL'],
  ]);
});

test('the number of groups is exact when there are more than requested', async () => {
  const { groups, groupCount, hasMore } = await plainGroups('groupBy: [STATUS, MODE], first: 3', 'count');

  const { rows } = await pool.query(
    'select count(*)::int as n from customers where account_id = $1 group by status, mode order by 1 desc',
    [own],
  );
  expect(groups).toEqual(rows.slice(0, 3).map(({ n }) => ({ count: n })));
  expect({ groupCount, hasMore }).toEqual({ groupCount: rows.length, hasMore: true });
});

test('groups are restricted by their number of members', async () => {
  const { groups, groupCount } = await plainGroups(
    'groupBy: [NAME], count: { from: 2, to: 12 }, first: 2',
    'keys { name } count',
  );

  const { rows } = await pool.query(
    `select search_normalize(name) as name, count(*)::int as n from customers where account_id = $1
      group by 1 having count(*) between 2 and 12 order by 2 desc, min(search_normalize(name) collate "C")`,
    [own],
  );
  expect(groupCount).toBe(rows.length);
  expect(groupCount).toBeGreaterThan(2);
  expect(
    groups.map(({ keys: { name }, count }: { keys: { name: string }; count: number }) => [
      plain(name),
      count,
    ]),
  ).toEqual(rows.slice(0, 2).map(({ name, n }) => [name, n]));
  expect(await plainGroups('count: { from: 1000000 }')).toEqual({
    groups: [],
    groupCount: 0,
    hasMore: false,
  });
});

test('an aggregate without keys has one group, also without customers', async () => {
  const inner = 'count creditLimits { count } orderTotals { count } filter keys { status }';

  const none = await plainGroups('filter: { ids: [] }', inner);
  const every = await plainGroups('groupBy: null', 'count filter');

  const empty = { count: 0, creditLimits: [], orderTotals: [], filter: { ids: [] }, keys: { status: null } };
  expect(none).toEqual({ groupCount: 1, hasMore: false, groups: [empty] });
  expect(every.groups).toEqual([{ count: all.length, filter: {} }]);
  expect(await plainGroups('filter: { ids: [] }, groupBy: STATUS')).toEqual({
    ...{ groupCount: 0, hasMore: false, groups: [] },
  });
});

test('sums are exact beyond the digits of a column, and averages are rounded to 30 digits', async () => {
  const { groups } = await plainGroups('filter: { ids: [] }', 'count');
  expect(groups).toEqual([{ count: 0 }]);
  const limits = all.flatMap(({ creditLimitValue: value, creditLimitUnitId: unit }) =>
    value !== null && unit === dollar ? [{ value, unit }] : [],
  );

  const answer = await plainGroups('', 'creditLimits { unit { id } sum avg }');

  const [expected] = sumsOf(limits);
  expect(expected?.sum.length).toBeGreaterThan(37);
  expect(answer.groups[0].creditLimits).toContainEqual({
    unit: { id: dollar },
    ...{ sum: expected?.sum, avg: expected?.avg },
  });
});

test.each([
  ['groupBy: [STATUS, STATUS]', 'BAD_USER_INPUT', '`groupBy` contains a key twice; use each key once.'],
  [
    'groupBy: [STATUS, TYPE, MODE, TAG, SOURCE, ACTIVE]',
    'LIMIT_EXCEEDED',
    '`groupBy` has 6 keys; the maximum is 5.',
  ],
  [
    'count: { from: 2, to: 1 }',
    'BAD_USER_INPUT',
    '`count.from` (2) is greater than `count.to` (1); exchange them.',
  ],
  ['first: 0', 'PAGE_SIZE_INVALID', '`first` is 0; an aggregate has 1 to 1000 groups.'],
  ['first: 1001', 'PAGE_SIZE_INVALID', '`first` is 1001; an aggregate has 1 to 1000 groups.'],
  [
    'orderBy: { field: CREDIT_LIMIT_SUM }',
    'BAD_USER_INPUT',
    '`orderBy` by `CREDIT_LIMIT_SUM` has no `unitId`: sums in different units are not compared. Give one.',
  ],
  [
    `orderBy: { field: COUNT, unitId: "${otherUnit}" }`,
    'BAD_USER_INPUT',
    '`orderBy` by `COUNT` has `unitId`, which belongs to `CREDIT_LIMIT_SUM`; omit it.',
  ],
  [
    `orderBy: { field: CREDIT_LIMIT_SUM, unitId: "${own}" }`,
    'ID_INVALID',
    `\`orderBy.unitId\` is "${own}", the id of an Account; the id of a Unit begins with "unt_", and \`units\` lists all units.`,
  ],
])('%s is rejected', async (args, code, message) => {
  const { errors } = await caller.execute(`{ customersAggregate(${args}) { groupCount } }`);

  expect(errors).toMatchObject([{ message, extensions: { code } }]);
});

test('any number of parents takes one statement for the groups, and one for the totals of each filter', async () => {
  const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Customer {
    childAccountsAggregate(groupBy: [STATUS, COUNTRY]) { groupCount hasMore groups {
      count keys { status country } creditLimits { sum unit { id } } filter
      orderTotals { sum } placed: orderTotals(filter: { statuses: [PLACED] }) { sum }
    } } } } }`;
  const expected = [
    'Customer by id',
    'Customer.childAccountsAggregate groups',
    ...Array(2).fill('Customer.childAccountsAggregate orderTotals'),
    'Unit by id',
  ];

  for (const ids of [headIds.slice(0, 1), headIds])
    expect((await caller.statementsOf(query, { ids })).toSorted()).toEqual(expected.toSorted());
});

const orderKeys = {
  STATUS: 'status',
  PAYMENT_STATUS: 'paymentStatus',
  FULFILLMENT_STATUS: 'fulfillmentStatus',
  CURRENCY: 'currencyCode',
  CUSTOMER: 'customer { id }',
  PLACED_YEAR: 'placedYear',
  PLACED_MONTH: 'placedMonth',
  PLACED_DAY: 'placedDay',
  PLACED_QUARTER: 'placedQuarter',
  PLACED_WEEK: 'placedWeek',
  CREATED_YEAR: 'createdYear',
  CREATED_MONTH: 'createdMonth',
  CREATED_DAY: 'createdDay',
  CUSTOMER_STATUS: 'customerStatus',
  CUSTOMER_TYPE: 'customerType { id }',
  CUSTOMER_SALES_REP: 'salesRep { id }',
  CUSTOMER_CARRIER: 'carrier { id }',
  CUSTOMER_PAYMENT_TERM: 'paymentTerm { id }',
  CUSTOMER_SHIPPING_TERM: 'shippingTerm { id }',
  CUSTOMER_PARENT: 'parentAccount { id }',
} as const;

type OrderKey = keyof typeof orderKeys;
type StoredOrder = (typeof orders)[number];

const part = (at: Date | null, digits: number) => at?.toISOString().slice(0, digits) ?? null;

const byId = new Map(all.map((customer) => [customer.id, customer]));

const ofCustomer =
  (value: (customer: StoredCustomer) => string | null) =>
  ({ customerId }: StoredOrder): string | null => {
    const customer = byId.get(customerId);
    return customer === undefined ? null : value(customer);
  };

const orderValues: Readonly<Record<OrderKey, (order: StoredOrder) => string | null>> = {
  STATUS: ({ status }) => status,
  PAYMENT_STATUS: ({ paymentStatus }) => paymentStatus,
  FULFILLMENT_STATUS: ({ fulfillmentStatus }) => fulfillmentStatus,
  CURRENCY: ({ currencyCode }) => currencyCode,
  CUSTOMER: ({ customerId }) => customerId,
  PLACED_YEAR: ({ placedAt }) => part(placedAt, 4),
  PLACED_MONTH: ({ placedAt }) => part(placedAt, 7),
  PLACED_DAY: ({ placedAt }) => part(placedAt, 10),
  PLACED_QUARTER: ({ placedAt }) => placedAt && quarterOf(placedAt),
  PLACED_WEEK: ({ placedAt }) => placedAt && weekOf(placedAt),
  CREATED_YEAR: ({ createdAt }) => part(createdAt, 4),
  CREATED_MONTH: ({ createdAt }) => part(createdAt, 7),
  CREATED_DAY: ({ createdAt }) => part(createdAt, 10),
  CUSTOMER_STATUS: ofCustomer(({ status }) => status),
  CUSTOMER_TYPE: ofCustomer(({ typeId }) => typeId),
  CUSTOMER_SALES_REP: ofCustomer(({ salesRepId }) => salesRepId),
  CUSTOMER_CARRIER: ofCustomer(({ carrierId }) => carrierId),
  CUSTOMER_PAYMENT_TERM: ofCustomer(({ paymentTermId }) => paymentTermId),
  CUSTOMER_SHIPPING_TERM: ofCustomer(({ shippingTermId }) => shippingTermId),
  CUSTOMER_PARENT: ofCustomer(({ parentId }) => parentId),
};

const orderKeyNames = Object.keys(orderKeys) as readonly OrderKey[];
const groupOrders = `query ($filter: OrderFilter, $groupBy: [OrderAggregateKey!]) {
  ordersAggregate(filter: $filter, groupBy: $groupBy, first: 1000) { groups {
    keys { ${Object.values(orderKeys).join(' ')} } count totals { currencyCode ${sums} } filter } } }`;

interface ShownOrders {
  readonly keys: Readonly<Record<string, unknown>>;
  readonly count: number;
  readonly totals: ShownGroup['orderTotals'];
  readonly filter: object;
}

async function ordersBy(filter: object, groupBy: readonly OrderKey[]): Promise<readonly ShownOrders[]> {
  const { data, errors } = await caller.execute(groupOrders, { filter, groupBy });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.ordersAggregate.groups;
}

function orderKeyIn(values: Readonly<Record<string, unknown>>, groupBy: readonly OrderKey[]): string {
  const shown = groupBy.map((name) => {
    const [field = '', inner] = orderKeys[name].split(' { ');
    const value = values[field] as { readonly id: string } | null;
    return inner === undefined ? value : (value?.id ?? null);
  });
  return JSON.stringify(shown);
}

test('groups of orders have their counts and totals, and their filter matches the same orders', async () => {
  const someKeys = fc.uniqueArray(fc.constantFrom(...orderKeyNames), { maxLength: 3 });
  await fc.assert(
    asyncProperty(orderFilter, someKeys, async (filter, groupBy) => {
      const groups = await ordersBy(filter, groupBy);

      const members = new Map<string, StoredOrder[]>(groupBy.length === 0 ? [['[]', []]] : []);
      for (const order of orders.filter((each) => isOrder(each, filter))) {
        const key = JSON.stringify(groupBy.map((name) => orderValues[name](order)));
        members.set(key, [...(members.get(key) ?? []), order]);
      }
      const expected = [...members].map(([key, list]) => {
        const amounts = list.flatMap(({ totalAmount: value, currencyCode: unit }) =>
          value === null || unit === null ? [] : [{ value, unit }],
        );
        return [key, { count: list.length, totals: sumsOf(amounts) }] as const;
      });
      const seen = groups.map(({ keys: values, count, totals }) => {
        const amounts = totals.map(({ currencyCode, ...each }) => ({ unit: currencyCode, ...each }));
        return [orderKeyIn(values, groupBy), { count, totals: amounts }] as const;
      });
      expect(byKey(seen)).toEqual(byKey(expected));
      for (const { count, totals, filter: own } of groups.slice(0, 5))
        expect(await ordersBy(own, [])).toMatchObject([{ count, totals }]);
    }),
    runs(60, 40),
  );
});
