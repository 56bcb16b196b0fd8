import type { Question } from './questions.ts';

const listed = (field: string, args: string): string =>
  `{ it: ${field}(first: 250, ${args}) { nodes { id } totalCount } }`;

const customers = (filter: string): string => listed('customers', `filter: { ${filter} }`);

const where = (condition: string): string =>
  `select c.id from customers c where c.account_id = $1 and ${condition}`;

const twin = (condition: string): string =>
  `exists (select from customers d where d.account_id = c.account_id and d.id <> c.id and ${condition})`;

const event = (condition: string): string =>
  `exists (select from customer_events e where e.customer_id = c.id and ${condition})`;

const record = (alias: string, system: string): string =>
  `customer_sources ${alias} where ${alias}.customer_id = c.id and ${alias}.system = '${system}'`;

const bought = (condition: string): string =>
  `(select coalesce(sum(o.total_amount), 0) from orders o
    where o.customer_id = c.id and o.currency_code = 'USD' and ${condition})`;

const place = (address: string, column: string): string =>
  `(select lower(g.${column}) from addresses a left join geolocations g on g.id = a.geolocation_id
    where a.id = c.${address}_address_id)`;

const ofAccount = (table: string, condition: string): string =>
  `select t.id from ${table} t where t.account_id = $1 and ${condition}`;

const visible = (table: string, condition: string): string =>
  `select t.id from ${table} t where (t.account_id = $1 or t.account_id is null) and ${condition}`;

const members = (condition: string): string =>
  `(select count(*) from customers c left join customer_price_groups m on m.customer_id = c.id and m.group_id = t.id
    where c.account_id = t.account_id and (c.type_id = t.id or m.group_id is not null) and ${condition})`;

/** Questions of sales, support, finance and data stewards; the list is `it`. */
export const moreQuestions: Readonly<Record<string, Question>> = {
  'customers that share an email address with another': {
    query: customers('sharesWithAnother: [CONTACT_EMAIL]'),
    sql: where(twin('lower(d.contact_email) = lower(c.contact_email)')),
  },
  'active customers that share a name or a phone number with another': {
    query: customers('active: true, sharesWithAnother: [NAME, CONTACT_PHONE]'),
    sql: where(
      `c.discontinued_at is null and ${twin(`(search_normalize(d.name) = search_normalize(c.name)
      or regexp_replace(d.contact_phone, '\\D', '', 'g') = regexp_replace(c.contact_phone, '\\D', '', 'g'))`)}`,
    ),
  },
  'customers at the street address of another one': {
    query: customers('sharesWithAnother: [ADDRESS]'),
    sql: where(`exists (select from addresses a join geolocations g on g.id = a.geolocation_id
      join geolocations h on lower(h.street_line_1) = lower(g.street_line_1) and lower(h.postal_code) = lower(g.postal_code)
        and h.country is not distinct from g.country
      join addresses b on b.geolocation_id = h.id
      where a.customer_id = c.id and b.account_id = c.account_id and b.customer_id <> c.id)`),
  },
  'customers without an email address of their own': {
    query: customers('not: { contactEmail: { exists: true }, not: { sharesWithAnother: [CONTACT_EMAIL] } }'),
    sql: where(`(c.contact_email is null or ${twin('lower(d.contact_email) = lower(c.contact_email)')})`),
  },
  'customers that are billed and shipped to different states': {
    query: customers('shipToDiffersFromBillTo: [STATE]'),
    sql: where(`c.bill_to_address_id is not null and c.ship_to_address_id is not null
      and ${place('bill_to', 'state')} is distinct from ${place('ship_to', 'state')}`),
  },
  'customers that are shipped to another country, on hold': {
    query: customers('statuses: [HOLD_ALL, HOLD_SHIPMENT], shipToDiffersFromBillTo: [COUNTRY]'),
    sql: where(`c.status in ('HOLD_ALL', 'HOLD_SHIPMENT') and c.bill_to_address_id <> c.ship_to_address_id
      and ${place('bill_to', 'country')} is distinct from ${place('ship_to', 'country')}`),
  },
  'customers with one address for bills and shipments': {
    query: customers('billToAddress: { exists: true }, not: { shipToDiffersFromBillTo: [ADDRESS] }'),
    sql: where('c.bill_to_address_id = c.ship_to_address_id'),
  },
  'customers that ordered for 500 US dollars or more in spring 2024': {
    query: customers(`orders: { sum: { of: { statuses: [PLACED, APPROVED],
      placedAt: { from: "2024-02-01", to: "2024-04-30" } }, from: "500", currencyCode: "USD" } }`),
    sql: where(
      `${bought(`o.status in ('PLACED', 'APPROVED') and o.placed_at >= '2024-02-01T00:00:00Z'
      and o.placed_at < '2024-05-01T00:00:00Z'`)} >= 500`,
    ),
  },
  'customers that ordered for less than 500 US dollars, or never': {
    query: customers('orders: { sum: { to: "499.99", currencyCode: "usd" } }'),
    sql: where(`${bought('true')} <= 499.99`),
  },
  'customers with unpaid orders of 100 to 2,000 US dollars together': {
    query: customers(`orders: { sum: { of: { paymentStatuses: [UNPAID] },
      from: "100", to: "2000", currencyCode: "USD" } }`),
    sql: where(`${bought(`o.payment_status = 'UNPAID'`)} between 100 and 2000`),
  },
  'customers whose open orders exceed their credit limit': {
    query: customers(
      'exceedsCreditLimit: { statuses: [PLACED, APPROVED], not: { paymentStatuses: [PAID] } }',
    ),
    sql: where(`(select sum(o.total_amount) from orders o where o.customer_id = c.id
        and o.status in ('PLACED', 'APPROVED') and o.payment_status <> 'PAID'
        and o.currency_code = (case u.abbreviation when 'kUSD' then 'USD' else u.abbreviation end))
      > c.credit_limit_value * (case u.abbreviation when 'kUSD' then 1000 else 1 end)`).replace(
      'from customers c',
      'from customers c join units u on u.id = c.credit_limit_unit_id',
    ),
  },
  'customers whose contact and shopper have different email addresses': {
    query: customers(`contactEmail: { exists: true }, shopperEmail: { exists: true },
      not: { equalTexts: [CONTACT_EMAIL, SHOPPER_EMAIL] }`),
    sql: where('lower(c.contact_email) <> lower(c.shopper_email)'),
  },
  'customers whose credit limit was changed by another person than their sales rep': {
    query: customers('events: { some: { fields: [CREDIT_LIMIT], bySalesRep: false } }'),
    sql: where(
      event(`e.changes @> '[{"field": "creditLimit"}]' and e.actor is distinct from c.sales_rep_id`),
    ),
  },
  'customers that services changed in February 2024': {
    query: customers(`events: { some: { actorTypes: [SERVICE],
      occurredAt: { from: "2024-02-01", to: "2024-02-29" } } }`),
    sql: where(
      event(`e.actor not like 'acu_%' and e.action <> 'IMPORT'
        and e.occurred_at >= '2024-02-01T00:00:00Z' and e.occurred_at < '2024-03-01T00:00:00Z'`),
    ),
  },
  'customers whose contact data has never changed': {
    query: customers('events: { some: {}, none: { fields: [CONTACT_INFO] } }'),
    sql: where(`${event('true')} and not ${event(`e.changes::text like '%"contactInfo.%'`)}`),
  },
  'customers with five changes or more': {
    query: customers('events: { count: { from: 5 } }'),
    sql: where('(select count(*) from customer_events e where e.customer_id = c.id) >= 5'),
  },
  'customers that an import changed': {
    query: customers('events: { some: { actions: [IMPORT], actors: ["InventoryPro"] } }'),
    sql: where(event(`e.action = 'IMPORT' and e.actor = 'import:warehouse'`)),
  },
  'customers whose sources have different names': {
    query: customers('sourcesDiffer: { fieldGroups: [NAME] }'),
    sql: where(`(select count(distinct s.values ->> 'name') from customer_sources s
      where s.customer_id = c.id and s.values ->> 'name' <> '') > 1`),
  },
  'customers whose prices differ between the sales system and another': {
    query: customers('sourcesDiffer: { fieldGroups: [PRICE_GROUPS], systems: [AUGNO, OTHER] }'),
    sql: where(`exists (select from ${record('s', 'AUGNO')} and exists (select from ${record('o', 'OTHER')}
      and not (o.values -> 'priceGroups' @> (s.values -> 'priceGroups')
        and s.values -> 'priceGroups' @> (o.values -> 'priceGroups'))))`),
  },
  'customers with a pinned name': {
    query: customers('pinned: [NAME]'),
    sql: where(`c.pins ->> 'name' is not null`),
  },
  'customers with a score of 5 or more in their metadata': {
    query: customers('metadata: { path: ["credit", "score"], from: "4.5" }'),
    sql: where(`(c.metadata -> 'credit' ->> 'score')::numeric >= 4.5`),
  },
  'customers with a rating that contains an A': {
    query: customers('metadata: { path: "rating", contains: "a" }'),
    sql: where(`c.metadata ->> 'rating' ilike '%a%'`),
  },
  'customers without a postal code in any address': {
    query: customers('addresses: { some: {}, every: { postalCode: { exists: false } } }'),
    sql: where(`exists (select from addresses a where a.customer_id = c.id) and not exists (
      select from addresses a join geolocations g on g.id = a.geolocation_id
      where a.customer_id = c.id and g.postal_code is not null)`),
  },
  'customers on a street': {
    query: customers('address: { streetLine1: { contains: "main" } }'),
    sql: where(`exists (select from addresses a join geolocations g on g.id = a.geolocation_id
      where a.customer_id = c.id and g.street_line_1 ilike '%main%')`),
  },
  'customers in one group, but not in another': {
    query: customers(
      'priceGroups: { some: { name: { equals: "grp 100" } }, none: { name: { equals: "grp 101" } } }',
    ),
    sql: where(`exists (select from customer_price_groups m join account_groups g on g.id = m.group_id
        where m.customer_id = c.id and g.name = 'grp 100')
      and not exists (select from customer_price_groups m join account_groups g on g.id = m.group_id
        where m.customer_id = c.id and g.name = 'grp 101')`),
  },
  'children of a parent that has another sales rep, on another status': {
    query: customers('differsFromParent: [SALES_REP], parent: { statuses: [NORMAL, PREFERRED] }'),
    sql: where(`exists (select from customers p where p.id = c.parent_id
      and p.sales_rep_id is distinct from c.sales_rep_id and p.status in ('NORMAL', 'PREFERRED'))`),
  },
  'customers with every tag but one': {
    query: customers(
      'and: [{ tag: { name: { equals: "vip" } } }, { tag: { name: { equals: "b2b" } } }, { not: { tags: ["x"] } }]',
    ),
    sql: where(`(select count(*) from customer_tags m join tags g on g.id = m.tag_id
        where m.customer_id = c.id and g.name in ('vip', 'b2b')) = 2
      and not exists (select from customer_tags m join tags g on g.id = m.tag_id
        where m.customer_id = c.id and g.name = 'x')`),
  },
  'customers of the shop that the sales system does not know': {
    query: customers('sourceSystems: [COMMERCE_LAYER], sources: { none: { system: AUGNO } }'),
    sql: where(`exists (select from ${record('s', 'COMMERCE_LAYER')})
      and not exists (select from ${record('s', 'AUGNO')})`),
  },
  'customers with several records of one system': {
    query: customers('sources: { count: { of: { system: AUGNO }, from: 2 } }'),
    sql: where(`(select count(*) from ${record('s', 'AUGNO')}) >= 2`),
  },
  'customers with a website, whose carrier a third party pays': {
    query: customers('contactUrl: { exists: true }, billingTypes: [THIRD_PARTY]'),
    sql: where(`c.contact_url is not null and c.billing_type = 'THIRD_PARTY'`),
  },
  'customers that returned goods of an unpaid order': {
    query: customers('returns: { some: { order: { paymentStatuses: [UNPAID] } } }'),
    sql: where(`exists (select from returns r join orders o on o.id = r.order_id
      where r.customer_id = c.id and o.payment_status = 'UNPAID')`),
  },
  'orders without a number, of customers on hold': {
    query: listed('orders', 'filter: { number: { exists: false }, customer: { statuses: [HOLD_ALL] } }'),
    sql: ofAccount(
      'orders',
      `t.number is null and exists (select from customers c where c.id = t.customer_id and c.status = 'HOLD_ALL')`,
    ),
  },
  'orders that were sent back, of customers with a sales rep': {
    query: listed('orders', 'filter: { returns: { some: {} }, customer: { salesRep: { exists: true } } }'),
    sql: ofAccount(
      'orders',
      `exists (select from returns r where r.order_id = t.id)
      and exists (select from customers c where c.id = t.customer_id and c.sales_rep_id is not null)`,
    ),
  },
  'orders in US dollars that are neither paid nor cancelled': {
    query: listed(
      'orders',
      `filter: { total: { currencyCode: "usd" },
      not: { or: [{ statuses: [CANCELLED] }, { paymentStatuses: [PAID] }] } }`,
    ),
    sql: ofAccount(
      'orders',
      `t.currency_code = 'USD' and t.status <> 'CANCELLED' and t.payment_status <> 'PAID'`,
    ),
  },
  'groups that no customer is in': {
    query: listed('accountGroups', 'filter: { customers: { none: {} } }'),
    sql: ofAccount('account_groups', `${members('true')} = 0`),
  },
  'price groups with five members or more that are not discontinued': {
    query: listed(
      'accountGroups',
      `filter: { types: [PRICING_GROUP],
      customers: { count: { of: { active: true }, from: 5 } } }`,
    ),
    sql: ofAccount(
      'account_groups',
      `t.type = 'PRICING_GROUP' and ${members('c.discontinued_at is null')} >= 5`,
    ),
  },
  'groups with a customer on hold in Germany': {
    query: listed(
      'accountGroups',
      `filter: { customers: { some: { statuses: [HOLD_ALL],
      address: { country: { equals: "DE" } } } } }`,
    ),
    sql: ofAccount(
      'account_groups',
      `${members(`c.status = 'HOLD_ALL' and exists (select from addresses a
      join geolocations g on g.id = a.geolocation_id where a.customer_id = c.id and g.country = 'DE')`)} > 0`,
    ),
  },
  'sales reps with ten to thirty customers': {
    query: listed('accountUsers', 'filter: { customers: { count: { from: 10, to: 30 } } }'),
    sql: ofAccount(
      'account_users',
      '(select count(*) from customers c where c.sales_rep_id = t.id) between 10 and 30',
    ),
  },
  'active users without an active customer': {
    query: listed('accountUsers', 'filter: { statuses: [ACTIVE], customers: { none: { active: true } } }'),
    sql: ofAccount(
      'account_users',
      `t.status = 'ACTIVE' and not exists (select from customers c
      where c.sales_rep_id = t.id and c.discontinued_at is null)`,
    ),
  },
  'users who never signed in': {
    query: listed('accountUsers', 'filter: { lastUsedAt: { exists: false } }'),
    sql: ofAccount('account_users', 't.last_used_at is null'),
  },
  'carriers of customers in the United States, with five service levels or more': {
    query: listed(
      'carriers',
      `filter: { customers: { some: { address: { country: { equals: "US" } } } },
      serviceLevels: { count: { from: 5 } } }`,
    ),
    sql: visible(
      'carriers',
      `t.deleted_at is null
      and exists (select from customers c join addresses a on a.customer_id = c.id join geolocations g on g.id = a.geolocation_id
        where c.account_id = $1 and c.carrier_id = t.id and g.country = 'US')
      and (select count(*) from service_levels l where l.carrier_id = t.id) >= 5`,
    ),
  },
  'roles without an account user': {
    query: listed('roles', 'filter: { accountUsers: { none: {} } }'),
    sql: visible(
      'roles',
      'not exists (select from account_users u where u.account_id = $1 and u.role_id = t.id)',
    ),
  },
  'units of no credit limit': {
    query: listed('units', 'filter: { customers: { none: {} } }'),
    sql: visible(
      'units',
      'not exists (select from customers c where c.account_id = $1 and c.credit_limit_unit_id = t.id)',
    ),
  },
  'tags with at most thirty customers': {
    query: listed('tags', 'filter: { customers: { count: { to: 30 } } }'),
    sql: ofAccount('tags', '(select count(*) from customer_tags m where m.tag_id = t.id) <= 30'),
  },
  'imports that ended without rejects, and runs that never ended': {
    query:
      '{ it: importRuns(first: 250, filter: { endedAt: { exists: false }, rejects: { none: {} } }) { nodes { id } } }',
    sql: ofAccount(
      'import_runs',
      't.ended_at is null and not exists (select from import_rejects r where r.run_id = t.id)',
    ),
  },
};
