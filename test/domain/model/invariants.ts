import type pg from 'pg';

/** Invariants of the database: each statement finds the rows, in all accounts, that violate its rule. */
const broken: Readonly<Record<string, string>> = {
  'a child has a parent and a parent has children': `select from customers c where c.relationship_type <>
    case when c.parent_id is not null then 'CHILD'::relationship_type
      when exists (select from customers k where k.account_id = c.account_id and k.parent_id = c.id) then 'PARENT'
      else 'STANDALONE' end`,
  'the hierarchy has two levels': `select from customers c join customers p on p.account_id = c.account_id
    and p.id = c.parent_id where p.parent_id is not null or p.id = c.id`,
  'a carrier has one default service level': `select from service_levels where is_default
    group by carrier_id, account_id having count(*) > 1`,
  'a type is a type group': `select from customers c join account_groups g on g.account_id = c.account_id
    and g.id = c.type_id where g.type <> 'TYPE_GROUP'`,
  'a price group is a pricing group': `select from customer_price_groups c join account_groups g
    on g.account_id = c.account_id and g.id = c.group_id where g.type <> 'PRICING_GROUP'`,
  'a billing account is a third party’s': `select from customers
    where (billing_account is not null) <> (coalesce(billing_type::text, '') = 'THIRD_PARTY')`,
  'a service level is the carrier’s': `select from customers c left join service_levels l on l.id = c.service_level_id
    where c.service_level_id is not null and l.carrier_id is distinct from c.carrier_id`,
  'a default address is the customer’s': `select from customers c join addresses a on a.account_id = c.account_id
    and a.id in (c.bill_to_address_id, c.ship_to_address_id) where a.customer_id <> c.id`,
  'a number is one customer’s': 'select from customers group by account_id, number having count(*) > 1',
  'a short id is one customer’s': `select from customers where short_id is not null
    group by account_id, short_id having count(*) > 1`,
  'an email is one customer’s': `select from customers where shopper_email is not null
    group by account_id, lower(shopper_email) having count(*) > 1`,
  'a reference is one customer’s': `select from customers where reference is not null
    group by account_id, reference, reference_origin having count(*) > 1`,
  'a carrier’s name is its own': `select from carriers where deleted_at is null and account_id is not null
    group by account_id, name having count(*) > 1`,
  'a group’s name is its own': 'select from account_groups group by account_id, name having count(*) > 1',
  'a unit’s name and abbreviation are its own': `select from (select account_id, name as own from units
    group by 1, 2 having count(*) > 1 union all select account_id, abbreviation from units
    group by 1, 2 having count(*) > 1) twice`,
  'units convert':
    'select from units where ratio_denominator = 0 or offset_denominator = 0 or ratio_numerator = 0',
  'an account’s unit is not a base unit': 'select from units where is_base_unit and account_id is not null',
  'a customer has ten tags at most': `select from customer_tags group by account_id, customer_id having count(*) > 10`,
  'a short id is the id of the first record of the warehouse': `select from customers c where c.short_id is distinct from
    (select s.source_id from customer_sources s where s.account_id = c.account_id and s.customer_id = c.id
      and s.system = 'WAREHOUSE' order by s.position, s.source_id limit 1)`,
  'an alias leads to a customer, and is not one': `select from customer_aliases a
    left join customers c on c.account_id = a.account_id and c.id = a.customer_id
    where c.id is null or exists (select from customers k where k.account_id = a.account_id and k.id = a.id)`,
  'a geolocation has an address': `select from geolocations g where not exists
    (select from addresses a where a.account_id = g.account_id and a.geolocation_id = g.id)`,
  'an event has changes, and each is a real one': `select from customer_events e where e.changes = '[]'
    or exists (select from jsonb_array_elements(e.changes) c where c->'oldValue' = c->'newValue')`,
  'events are as many as versions': `select from customers c where not exists
      (select from customer_aliases a where a.account_id = c.account_id and a.customer_id = c.id)
    and c.version <> (select count(*) from customer_events e where e.account_id = c.account_id and e.customer_id = c.id)`,
  'the last event is that of the last change': `select from customers c where c.updated_at <>
    (select max(occurred_at) from customer_events e where e.account_id = c.account_id and e.customer_id = c.id)`,
  'an event’s old value is the new one of the previous event': `select from (
      select lag(c->>'newValue', 1) over w as before, c->>'oldValue' as old, row_number() over w as nth
      from customer_events e cross join jsonb_array_elements(e.changes) c
      where c->>'field' not in ('addresses', 'id') and not exists
        (select from customer_aliases a where a.account_id = e.account_id and a.customer_id = e.customer_id)
      window w as (partition by e.account_id, e.customer_id, c->>'field' order by e.occurred_at)) chained
    where nth > 1 and before is distinct from old`,
  'rows refer only to rows of their account': `select from customers c
    left join carriers r on r.id = c.carrier_id left join payment_terms p on p.id = c.payment_term_id
    left join shipping_terms s on s.id = c.shipping_term_id left join units u on u.id = c.credit_limit_unit_id
    where r.account_id <> c.account_id or p.account_id <> c.account_id or s.account_id <> c.account_id
      or u.account_id <> c.account_id`,
};

const statement = Object.entries(broken)
  .map(([rule, select]) => `select '${rule}' as rule where exists (${select})`)
  .join('\nunion all ');

/** The violated rules. */
export async function brokenRules(pool: pg.Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ readonly rule: string }>(statement);
  return rows.map(({ rule }) => rule);
}

const guarded = [
  'customers customer_events addresses geolocations tags customer_tags customer_price_groups customer_aliases',
  'customer_sources idempotency_keys carriers service_levels payment_terms shipping_terms account_groups units',
  'customer_groups account_users customer_numbers object_sources users roles departments orders returns',
  'order_subscriptions sku_lists payment_sources customer_subscriptions attachments',
  'survivorship_rules survivorship_runs',
].flatMap((names) => names.split(' '));

/** A hash of all rows of the system or an account, which writes of another account do not change. */
export async function hashOf(pool: pg.Pool, accountId: string): Promise<string> {
  const hashes = guarded.map(
    (name) => `(select coalesce(md5(string_agg(t::text, '' order by t::text)), '') from ${name} t
      where account_id is null or account_id = $1)`,
  );
  const { rows } = await pool.query<{ readonly all: string }>(`select concat_ws(' ', ${hashes}) as all`, [
    accountId,
  ]);
  return rows[0]?.all ?? '';
}
