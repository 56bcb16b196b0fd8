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
  'customers with an order that was sent back and approved': {
    query: customers('filter: { returns: { some: { statuses: [APPROVED], order: { exists: true } } } }'),
    sql: where(`exists (select from returns r where r.customer_id = c.id and r.status = 'APPROVED'
      and r.order_id is not null)`),
  },
  'customers with two or more returns in February 2024': {
    query: customers(`filter: { returns: { count: {
      of: { createdAt: { from: "2024-02-01", to: "2024-02-29" } }, from: 2 } } }`),
    sql: where(`(select count(*) from returns r where r.customer_id = c.id
      and r.created_at >= '2024-02-01T00:00:00Z' and r.created_at < '2024-03-01T00:00:00Z') >= 2`),
  },
  'customers with exactly one order': {
    query: customers('filter: { orders: { count: { from: 1, to: 1 } } }'),
    sql: where('(select count(*) from orders o where o.customer_id = c.id) = 1'),
  },
  'parents with two children or more that are not discontinued': {
    query: customers('filter: { children: { count: { of: { active: true }, from: 2 } } }'),
    sql: where(`(select count(*) from customers k where k.account_id = c.account_id and k.parent_id = c.id
      and k.discontinued_at is null) >= 2`),
  },
  'customers with several addresses, but none in Illinois': {
    query: customers('filter: { addresses: { count: { from: 2 }, none: { state: { in: ["IL", "ÎL"] } } } }'),
    sql: where(`(select count(*) from addresses a where a.customer_id = c.id) >= 2
      and not ${place(`lower(g.state) in ('il', 'îl')`)}`),
  },
  'customers with at most one price group and no tag': {
    query: customers('filter: { priceGroups: { count: { to: 1 } }, tag: { exists: false } }'),
    sql: where(`(select count(*) from customer_price_groups m where m.customer_id = c.id) <= 1
      and not exists (select from customer_tags t where t.customer_id = c.id)`),
  },
  'customers with an active recurring order that is due by March 2024': {
    query: customers(`filter: { orderSubscriptions: { some: {
      statuses: [ACTIVE, RUNNING], nextRunAt: { to: "2024-02-29" } } } }`),
    sql: where(`exists (select from order_subscriptions s where s.customer_id = c.id
      and s.status in ('ACTIVE', 'RUNNING') and s.next_run_at < '2024-03-01T00:00:00Z')`),
  },
  'customers with a payment method without a name that get no offers': {
    query: customers(`filter: { paymentSources: { some: { name: { exists: false } } },
      subscriptions: { none: { reference: { equals: "offers" } } } }`),
    sql: where(`exists (select from payment_sources p where p.customer_id = c.id and p.name is null)
      and not exists (select from customer_subscriptions s where s.customer_id = c.id and s.reference = 'Offers')`),
  },
  'customers without a contract among their files': {
    query: customers('filter: { attachments: { some: {}, none: { name: { contains: "CONTRACT" } } } }'),
    sql: where(`exists (select from attachments f where f.customer_id = c.id)
      and not exists (select from attachments f where f.customer_id = c.id and f.name ilike '%contract%')`),
  },
  'customers with a wish list': {
    query: customers('filter: { skuLists: { some: { name: { equals: "wunsche" } } } }'),
    sql: where(`exists (select from sku_lists l where l.customer_id = c.id and l.name = 'Wünsche')`),
  },
  'children of a parent that is on hold or discontinued': {
    query: customers(`filter: { parent: { or: [
      { statuses: [HOLD_SHIPMENT, HOLD_ALL] }, { active: false }] } }`),
    sql: where(`exists (select from customers p where p.account_id = c.account_id and p.id = c.parent_id
      and (p.status in ('HOLD_SHIPMENT', 'HOLD_ALL') or p.discontinued_at is not null))`),
  },
  'active customers with a carrier, but without a service level': {
    query: customers('filter: { active: true, carrier: { exists: true }, serviceLevel: { exists: false } }'),
    sql: where('c.discontinued_at is null and c.carrier_id is not null and c.service_level_id is null'),
  },
  'customers found by a word of their note': {
    query: customers('query: "GRÜSSE köln"'),
    sql: where(`c.note like '%GRÜSSE%' and c.note like '%Köln%'`),
  },
  'customers with a phone number in Germany, or an email address of a domain': {
    query: customers(`filter: { or: [
      { contactPhone: { startsWith: "+49" } }, { contactEmail: { contains: "@mail.example" } }] }`),
    sql: where(`(c.contact_phone like '+49%' or lower(c.contact_email) like '%@mail.example%')`),
  },
  'customers with EDI but without a credit limit': {
    query: customers('filter: { ediStatuses: [ENABLED], creditLimit: { exists: false } }'),
    sql: where(`c.edi_status = 'ENABLED' and c.credit_limit_value is null`),
  },
  'customers whose sources disagree, with a record that is gone': {
    query: customers('filter: { hasConflicts: true, sources: { some: { goneAt: { exists: true } } } }'),
    sql: where(`c.has_conflicts and exists (select from customer_sources s
      where s.customer_id = c.id and s.gone_at is not null)`),
  },
  'customers with an order of 2024 that was cancelled': {
    query: customers(`filter: { orders: { some: { statuses: [CANCELLED],
      placedAt: { from: "2024-01-01", to: "2024-12-31" } } } }`),
    sql: where(
      order(
        `o.status = 'CANCELLED' and o.placed_at >= '2024-01-01T00:00:00Z' and o.placed_at < '2025-01-01T00:00:00Z'`,
      ),
    ),
  },
  'customers with orders of which the shop gives no number': {
    query: customers('filter: { totalOrdersCount: { exists: false }, orders: { count: { from: 1 } } }'),
    sql: where(`c.total_orders_count is null and ${order('true')}`),
  },
  'customers of active sales reps, without a payment term': {
    query: customers('filter: { salesRep: { statuses: [ACTIVE] }, paymentTerm: { exists: false } }'),
    sql: where(`exists (select from account_users a where a.id = c.sales_rep_id and a.status = 'ACTIVE')
      and c.payment_term_id is null`),
  },
  'customers created in one month and not changed since': {
    query: customers(`filter: { createdAt: { from: "2024-02-01", to: "2024-02-29" },
      updatedAt: { to: "2024-02-29" } }`),
    sql: where(`c.created_at >= '2024-02-01T00:00:00Z' and c.created_at < '2024-03-01T00:00:00Z'
      and c.updated_at < '2024-03-01T00:00:00Z'`),
  },
};
