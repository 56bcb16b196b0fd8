const none = () => ({});

/** The first 20 customers of a filter. */
const listed = (filter, { declared = '', variables = none, order = '' } = {}) => ({
  query: `query Listed${declared} {
    customers(first: 20, filter: ${filter}${order}) { nodes { id number name status } } }`,
  variables,
  answer: ({ customers }) => customers.nodes,
});

const limitsOf = ({ unit, sum }) => ({ unit: unit.id, sum });

/** @type {Record<string, import('../../types.mjs').Document>} */
export const questions = {
  hold: listed(`{ statuses: [HOLD_SHIPMENT, HOLD_ALL], orders: { some: { statuses: [PLACED, APPROVED, EDITING],
    paymentStatuses: [AUTHORIZED, PARTIALLY_AUTHORIZED, PARTIALLY_PAID, UNPAID],
    total: { from: "1000", currencyCode: "USD" } } } }`),
  illinois: listed('{ address: { state: { equals: "IL" } }, salesRep: { exists: false } }', {
    order: ', orderBy: { field: CREDIT_LIMIT, direction: DESC }',
  }),
  differs: listed('{ differsFromParent: [CARRIER] }'),
  postal: listed('{ address: { postalCode: { startsWith: "627" } } }'),
  limits: listed('{ creditLimit: { from: "100000", unit: "USD" } }'),
  number: listed('{ orders: { some: { number: { equals: $number } } } }', {
    declared: '($number: String!)',
    variables: ({ orderNumber }) => ({ number: orderNumber }),
  }),
  lapsed: listed('{ lastOrderAt: { to: "2026-04-30" } }'),
  never: listed('{ orders: { none: {} } }'),
  rep: listed('{ salesRep: { name: { equals: $rep } } }', {
    declared: '($rep: String!)',
    variables: ({ rep }) => ({ rep }),
  }),
  noted: listed('{ note: { contains: "disputed" } }'),
  segment: listed('{ metadata: { path: ["segment"], equals: "enterprise" } }'),
  unseen: listed('{ sources: { some: {}, none: { seenAt: { from: "2026-01-01" } } } }'),
  returns: listed('{ returns: { some: { statuses: [REQUESTED, APPROVED] } } }'),
  exposure: {
    query: `query Exposure { customersAggregate(groupBy: [SALES_REP], first: 100) {
      groups { count keys { salesRep { id } } creditLimits { unit { id } sum } } } }`,
    variables: none,
    answer: ({ customersAggregate }) =>
      customersAggregate.groups.map(({ count, keys, creditLimits }) => ({
        salesRep: keys.salesRep?.id ?? null,
        count,
        limits: creditLimits.map(limitsOf),
      })),
  },
  growth: {
    query: `query Growth { customersAggregate(groupBy: [COUNTRY, CREATED_MONTH], first: 250,
      filter: { createdAt: { from: "2026-01-01" } }) {
      groups { count keys { country createdMonth } } } }`,
    variables: none,
    answer: ({ customersAggregate }) =>
      customersAggregate.groups.map(({ count, keys }) => ({
        country: keys.country,
        month: keys.createdMonth,
        count,
      })),
  },
  changed: {
    query: `query Changed { customerChanges(first: 20, filter: {
      fields: [CREDIT_LIMIT], occurredAt: { from: "2026-03-01", to: "2026-03-31" } }) {
      nodes { customerId action } } }`,
    variables: none,
    answer: ({ customerChanges }) => customerChanges.nodes,
  },
};
