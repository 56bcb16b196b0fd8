import { flood } from '../client.mjs';
import { Random } from '../random-document.mjs';

const columns = [
  ...[
    'id',
    'number',
    'name',
    'status',
    'ediStatus',
    'relationshipType',
    'commissionPolicy',
    'note',
    'shortId',
    'mode',
  ],
  ...[
    'discontinuedAt',
    'reference',
    'referenceOrigin',
    'metadata',
    'version',
    'createdAt',
    'updatedAt',
    'active',
  ],
  ...[
    'creditLimit { value }',
    'contactInfo { email phone fax url name }',
    'notificationPreferences { acceptsInvoiceEmails }',
  ],
  ...[
    'freightPreferences { status billingType billingAccount }',
    'shopper { email status totalOrdersCount }',
  ],
];
const sortFields = [
  'CREATED_AT',
  'CREDIT_LIMIT',
  'NAME',
  'NUMBER',
  'STATUS',
  'TOTAL_ORDERS_COUNT',
  'SHORT_ID',
  'DISCONTINUED_AT',
  'UPDATED_AT',
];

/** @param {Random} random */
const orderOf = (random) =>
  random.some(sortFields).map((field) => ({ field, direction: random.pick(['ASC', 'DESC']) }));

const inline = (order) =>
  `[${order.map(({ field, direction }) => `{ field: ${field}, direction: ${direction} }`).join(' ')}]`;

/** @param {Random} random */
function filterOf(random) {
  const parts = {
    active: random.is(0.5),
    statuses: ['NORMAL', 'HOLD_ALL'].slice(0, 1 + random.below(2)),
    modes: ['LIVE'],
    ediStatuses: ['ENABLED'],
    tags: Array.from({ length: 1 + random.below(4) }, () => random.word()),
    createdAt: { from: '2020-01-01T00:00:00Z', ...(random.is(0.5) && { to: '2030-01-01T00:00:00Z' }) },
    address: { [random.pick(['locality', 'state', 'country', 'postalCode'])]: { equals: 'US' } },
  };
  return Object.fromEntries(random.some(Object.entries(parts)));
}

/** @param {Random} random */
const nestedOf = (random) =>
  random
    .some([
      `addresses(first: ${1 + random.below(9)}) { nodes { ${random.some(['id', 'name', 'phone', 'email', 'type']).join(' ')} } }`,
      `childAccounts(first: ${1 + random.below(5)}, orderBy: ${inline(orderOf(random))}) { nodes { ${random.some(columns).join(' ')} } }`,
      `events(first: ${1 + random.below(9)}) { nodes { ${random.some(['id', 'actor { type name }', 'action', 'occurredAt']).join(' ')} } }`,
      `priceGroups(first: ${1 + random.below(9)}) { nodes { ${random.some(['id', 'name', 'type', 'description']).join(' ')} } }`,
    ])
    .join(' ');

/** An operation with many statements: lists that differ in order, page size, columns and nested lists. */
function next(random, turn) {
  const lists = turn % 4 === 0 ? 1 : 4 + random.below(7);
  const variables = {};
  const declared = [];
  const roots = Array.from({ length: lists }, (_, place) => {
    const size = 1 + random.below(lists === 1 ? 250 : 3);
    const paging = random.is(0.8) ? `first: ${size}` : `last: ${size}`;
    const isVariable = random.is(0.4);
    if (isVariable) {
      variables[`o${place}`] = orderOf(random);
      variables[`f${place}`] = filterOf(random);
      declared.push(`$o${place}: [CustomerSort!]`, `$f${place}: CustomerFilter`);
    }
    const order = isVariable ? `$o${place}, filter: $f${place}` : inline(orderOf(random));
    const fields = `${random.some(columns).join(' ')} ${lists === 1 ? '' : nestedOf(random)}`;
    return `a${place}: customers(${paging}, orderBy: ${order}) { nodes { ${fields} } pageInfo { hasNextPage } }`;
  });
  return {
    query: `query ${declared.length > 0 ? `(${declared.join(', ')})` : ''} { ${roots.join(' ')} }`,
    variables,
  };
}

/** Requests per document, because a statement may be prepared only when it is repeated. */
const times = 4;

/** @type {import('../types.mjs').Attack} */
export const statements = {
  name: 'statements',
  row: '3',
  about: `orders, page sizes, columns and filters in ever new combinations, ${times} times each, by 6 callers on 6 connections`,
  seconds: 35,
  short: 5,
  async run(context) {
    const callers = await Promise.all(
      Array.from({ length: 6 }, (_, n) => context.signIn({ sub: `attacker-${n}` })),
    );
    const random = new Random(3);
    let operation;
    await flood(context, {
      connections: 6,
      headers: (connection) => callers[connection % callers.length],
      next(turn) {
        if (turn % times === 1) operation = next(random, (turn - 1) / times);
        return operation;
      },
    });
  },
};
