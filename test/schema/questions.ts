/** A question of sales or support, as one operation, and the ids that answer it by plain SQL. */
export interface Question {
  readonly query: string;
  /** `$1` is the account. Each row has the id of a customer or, of changes, the time. */
  readonly sql: string;
}

const customers = (args: string): string => `{ customers(first: 250, ${args}) { nodes { id } totalCount } }`;

const where = (condition: string, order = ''): string =>
  `select c.id from customers c where c.account_id = $1 and ${condition} ${order}`;

const place = (condition: string): string =>
  `exists (select from addresses a join geolocations g on g.id = a.geolocation_id
    where a.customer_id = c.id and ${condition})`;

const order = (condition: string): string =>
  `exists (select from orders o where o.customer_id = c.id and ${condition})`;

export const questions: Readonly<Record<string, Question>> = {
  'customers on hold with unpaid orders over 1,000 USD': {
    query: customers(`filter: { statuses: [HOLD_SHIPMENT, HOLD_ALL], orders: { some: {
      statuses: [PLACED, APPROVED], paymentStatuses: [UNPAID, AUTHORIZED], total: { from: "1000", currencyCode: "USD" } } } }`),
    sql: where(
      `c.status in ('HOLD_SHIPMENT', 'HOLD_ALL') and ${order(
        `o.status in ('PLACED', 'APPROVED') and o.payment_status in ('UNPAID', 'AUTHORIZED')
        and o.total_amount >= 1000 and o.currency_code = 'USD'`,
      )}`,
    ),
  },
  'customers in Illinois without a sales rep, by credit limit': {
    query: customers(`filter: { address: { state: { equals: "il" } }, salesRep: { exists: false } },
      orderBy: { field: CREDIT_LIMIT, direction: DESC }`),
    sql: where(
      `${place(`lower(g.state) in ('il', 'îl')`)} and c.sales_rep_id is null`,
      'order by c.credit_limit_unit_id desc nulls last, c.credit_limit_value desc nulls last, c.id desc',
    ),
  },
  'children that use another carrier than their parent': {
    query: customers('filter: { differsFromParent: [CARRIER] }'),
    sql: where(`exists (select from customers p where p.account_id = c.account_id and p.id = c.parent_id
      and p.carrier_id is distinct from c.carrier_id)`),
  },
  'customers in springfield, or in postal codes starting with 48': {
    query: customers(`filter: { or: [{ address: { locality: { equals: "springfield" } } },
      { address: { postalCode: { startsWith: "48" } } }] }`),
    sql: where(place(`(lower(g.locality) = 'springfield' or g.postal_code like '48%')`)),
  },
  'customers in one of three cities': {
    query: customers('filter: { address: { locality: { in: ["chicago", "HAMBURG", "Springfield"] } } }'),
    sql: where(place(`g.locality in ('Chicago', 'Hamburg', 'Springfield')`)),
  },
  'credit limits of 1,000 US dollars or more, also in thousands': {
    query: customers('filter: { creditLimit: { from: "1000", unit: "USD" } }'),
    sql: where(`(select c.credit_limit_value * u.ratio_numerator / u.ratio_denominator from units u
      where u.id = c.credit_limit_unit_id and u.abbreviation in ('USD', 'kUSD')) >= 1000`),
  },
  'customers of an order by its number': {
    query: customers('filter: { orders: { some: { number: { equals: "83960698" } } } }'),
    sql: where(order(`o.number = '83960698'`)),
  },
  'customers that ordered before, but not since February 2024': {
    query: customers(`filter: { orders: { some: { placedAt: { exists: true } },
      none: { placedAt: { from: "2024-03-01" } } } }`),
    sql: where(
      `${order('o.placed_at is not null')} and not ${order(`o.placed_at >= '2024-03-01T00:00:00Z'`)}`,
    ),
  },
  'customers whose last order was before March 2024': {
    query: customers('filter: { lastOrderAt: { to: "2024-02-29" } }'),
    sql: where(`(select max(o.placed_at) from orders o where o.customer_id = c.id) < '2024-03-01T00:00:00Z'`),
  },
  'customers that never ordered': {
    query: customers('filter: { orders: { none: {} } }'),
    sql: where(`not ${order('true')}`),
  },
  'customers whose orders are all paid': {
    query: customers('filter: { orders: { some: {}, every: { paymentStatuses: [PAID] } } }'),
    sql: where(`${order('true')} and not ${order(`o.payment_status <> 'PAID'`)}`),
  },
  'customers of a sales rep found by name': {
    query: customers('filter: { salesRep: { name: { startsWith: "emil" } } }'),
    sql: where(`exists (select from account_users a join users u on u.id = a.user_id
      where a.id = c.sales_rep_id and u.name in ('Émile Rep', 'emil'))`),
  },
  'customers with a text in their note': {
    query: customers('filter: { note: { contains: "grusse" } }'),
    sql: where(`c.note like '%GRÜSSE%'`),
  },
  'customers with a value in their metadata': {
    query: customers('filter: { metadata: { path: ["credit", "score"], equals: "5" } }'),
    sql: where(`c.metadata -> 'credit' ->> 'score' = '5'`),
  },
  'active customers without an email address': {
    query: customers('filter: { active: true, contactEmail: { exists: false } }'),
    sql: where('c.discontinued_at is null and c.contact_email is null'),
  },
  'customers whose records were not seen since 2025': {
    query: customers('filter: { sources: { some: {}, none: { seenAt: { from: "2025-01-01" } } } }'),
    sql: where(`exists (select from customer_sources s where s.customer_id = c.id)
      and not exists (select from customer_sources s where s.customer_id = c.id and s.synced_at >= '2025-01-01T00:00:00Z')`),
  },
  'customers without a record of the sales system': {
    query: customers('filter: { sources: { none: { system: AUGNO } } }'),
    sql: where(
      `not exists (select from customer_sources s where s.customer_id = c.id and s.system = 'AUGNO')`,
    ),
  },
  'parents with a child on hold': {
    query: customers('filter: { children: { some: { statuses: [HOLD_ALL] } } }'),
    sql: where(`exists (select from customers k where k.account_id = c.account_id and k.parent_id = c.id
      and k.status = 'HOLD_ALL')`),
  },
  'customers in a price group, without a tag': {
    query: customers('filter: { priceGroups: { some: {} }, tag: { exists: false } }'),
    sql: where(`exists (select from customer_price_groups g where g.customer_id = c.id)
      and not exists (select from customer_tags t where t.customer_id = c.id)`),
  },
  'customers with a billing city, whose shipping city is not springfield': {
    query: customers(`filter: { billToAddress: { locality: { exists: true } },
      not: { shipToAddress: { locality: { in: ["springfield"] } } } }`),
    sql: where(`exists (select from addresses a join geolocations g on g.id = a.geolocation_id
        where a.id = c.bill_to_address_id and g.locality is not null)
      and not exists (select from addresses a join geolocations g on g.id = a.geolocation_id
        where a.id = c.ship_to_address_id and g.locality = 'Springfield')`),
  },
};
