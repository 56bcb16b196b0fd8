// One statement for each question, as the gateway's role, with row-level security.
const newest = 'order by c.created_at desc, c.id desc';

/** The first 20 customers under a condition. */
const listed = (name, condition, order = newest) => ({
  name,
  isRestricted: true,
  text: `select '{"data":' || coalesce(json_agg(r)::text, '[]') || '}' from (
    select c.id, c.number, c.name, c.status from customers c
    where c.account_id = $1 and ${condition} ${order} limit 20) r`,
});

const of = (alias) => `${alias}.account_id = c.account_id and ${alias}.customer_id = c.id`;
const at = (place) => `exists (select from addresses a
  join geolocations g on g.account_id = a.account_id and g.id = a.geolocation_id where ${of('a')} and ${place})`;
const any = (table, condition) => `exists (select from ${table} o where ${of('o')} and ${condition})`;

const conditions = {
  hold: `c.status in ('HOLD_SHIPMENT', 'HOLD_ALL') and ${any(
    'orders',
    `o.status in ('PLACED', 'APPROVED', 'EDITING')
      and o.payment_status in ('AUTHORIZED', 'PARTIALLY_AUTHORIZED', 'PARTIALLY_PAID', 'UNPAID')
      and o.total_amount >= 1000 and o.currency_code = 'USD'`,
  )}`,
  differs: `exists (select from customers p where p.account_id = c.account_id and p.id = c.parent_id
    and p.carrier_id is distinct from c.carrier_id)`,
  postal: at(`g.postal_code_key >= '627' and g.postal_code_key < '628'`),
  limits: `(select c.credit_limit_value * u.ratio_numerator / u.ratio_denominator from units u
    where u.id = c.credit_limit_unit_id and u.type = 'CURRENCY'
      and (u.is_base_unit or u.account_id is not null)) >= 100000`,
  number: 'c.id in (select o.customer_id from orders o where o.account_id = $1 and o.number_key = $2)',
  lapsed: `${any('orders', 'o.placed_at is not null')}
    and not ${any('orders', `o.placed_at >= '2026-05-01T00:00:00Z'`)}`,
  never: `not ${any('orders', 'true')}`,
  rep: `c.sales_rep_id in (select a.id from account_users a
    join users u on u.account_id = a.account_id and u.id = a.user_id
    where a.account_id = $1 and lower(u.name) = lower($2))`,
  noted: `c.note ilike '%disputed%'`,
  segment: `c.metadata ->> 'segment' = 'enterprise'`,
  unseen: `${any('customer_sources', 'true')}
    and not ${any('customer_sources', `o.synced_at >= '2026-01-01T00:00:00Z'`)}`,
  returns: any('returns', `o.status in ('REQUESTED', 'APPROVED')`),
};

export const questions = {
  ...Object.fromEntries(
    Object.entries(conditions).map(([name, condition]) => [name, listed(name, condition)]),
  ),
  illinois: listed(
    'illinois',
    `c.sales_rep_id is null and ${at(`g.state_key = 'il'`)}`,
    'order by c.credit_limit_unit_id desc nulls last, c.credit_limit_value desc nulls last, c.id desc',
  ),
  exposure: {
    name: 'exposure',
    isRestricted: true,
    text: `select json_build_object('data', json_agg(json_build_object(
        'salesRep', rep, 'count', n, 'limits', limits) order by n desc, rep)) from (
      select rep, sum(n) as n, coalesce(json_agg(json_build_object('unit', unit, 'sum', trim_scale(total)::text)
        order by unit) filter (where unit is not null), '[]') as limits from (
        select c.sales_rep_id as rep, c.credit_limit_unit_id as unit, count(*) as n, sum(c.credit_limit_value) as total
        from customers c where c.account_id = $1 group by 1, 2) u
      group by rep order by n desc, rep limit 100) g`,
  },
  growth: {
    name: 'growth',
    isRestricted: true,
    text: `select json_build_object('data', json_agg(json_build_object(
        'country', country, 'month', month, 'count', n) order by n desc, country nulls last, month)) from (
      select g.country, to_char(c.created_at at time zone 'UTC', 'YYYY-MM') as month, count(distinct c.id) as n
      from customers c left join (addresses a
        join geolocations g on g.account_id = a.account_id and g.id = a.geolocation_id and g.country is not null)
        on ${of('a')}
      where c.account_id = $1 and c.created_at >= '2026-01-01T00:00:00Z'
      group by 1, 2 order by n desc, country nulls last, month limit 250) m`,
  },
  changed: {
    name: 'changed',
    isRestricted: true,
    text: `select json_build_object('data', json_agg(r)) from (
      select e.subject_id as "customerId", e.action from customer_events e
      where e.account_id = $1 and e.position > 0
        and e.occurred_at >= '2026-03-01T00:00:00Z' and e.occurred_at < '2026-04-01T00:00:00Z'
        and exists (select from jsonb_array_elements(e.changes) x
          where split_part(x ->> 'field', '.', 1) = 'creditLimit')
      order by e.position limit 20) r`,
  },
};

const values = {
  number: ({ accountId, orderNumber }) => [accountId, orderNumber],
  rep: ({ accountId, rep }) => [accountId, rep],
};

/** @type {Record<string, import('../../types.mjs').Document>} */
export const documents = Object.fromEntries(
  Object.keys(questions).map((name) => [
    name,
    { variables: values[name] ?? (({ accountId }) => [accountId]), answer: (data) => data },
  ]),
);
