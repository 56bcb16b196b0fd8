import { expect, test } from 'vitest';
import { demoAccountId } from '../../src/demo/seed.ts';
import { openGateway } from '../gateway.ts';

const { as, pool } = await openGateway({ demo: true });

const sumsOf = (of: string, unit: string, amount: string) => `coalesce((
  select jsonb_agg(jsonb_build_array(s.unit, s.n, trim_scale(s.sum)::text, trim_scale(s.max)::text) order by s.unit)
  from (select ${unit} as unit, count(*) as n, sum(${amount}) as sum, max(${amount}) as max
    from ${of} and ${amount} is not null group by 1) s), '[]')`;

interface Group {
  readonly keys: Readonly<Record<string, unknown>>;
  readonly count: number;
  readonly sums?: readonly Readonly<Record<string, unknown>>[];
}

/** The values of an object’s only field, or the value itself. */
const inner = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? Object.values(value)[0] : value;

const shown = ({ keys, count, sums }: Group): string =>
  JSON.stringify([
    ...Object.values(keys).map(inner),
    count,
    ...(sums ? [sums.map((sum) => Object.values(sum).map(inner))] : []),
  ]);

const grouped = (
  args: string,
  selection: string,
) => `{ it: customersAggregate(first: 1000, ${args}) { groups {
  ${selection} } } }`;

/** An aggregate, and the same groups by plain SQL: the keys, the number of rows, and the sums as JSON. */
const questions: Readonly<Record<string, readonly [query: string, sql: string]>> = {
  'the credit exposure of each sales rep': [
    grouped(
      'groupBy: SALES_REP',
      'keys { salesRep { id } } count sums: creditLimits { unit { id } count sum max }',
    ),
    `select c.sales_rep_id, count(*)::int, ${sumsOf(
      'customers x where x.account_id = $1 and x.sales_rep_id is not distinct from c.sales_rep_id',
      'x.credit_limit_unit_id',
      'x.credit_limit_value',
    )} from customers c where c.account_id = $1 group by 1`,
  ],
  'active customers per country and status': [
    grouped('groupBy: [COUNTRY, STATUS], filter: { active: true }', 'keys { country status } count'),
    `select g.country, c.status, count(distinct c.id)::int from customers c
    left join (addresses a join geolocations g on g.id = a.geolocation_id and g.country is not null)
      on a.customer_id = c.id
    where c.account_id = $1 and c.discontinued_at is null group by 1, 2`,
  ],
  'customers per tag and month of creation': [
    grouped('groupBy: [TAG, CREATED_MONTH]', 'keys { tag { name } createdMonth } count'),
    `select g.name, to_char(c.created_at at time zone 'UTC', 'YYYY-MM'), count(*)::int from customers c
    left join customer_tags m on m.customer_id = c.id left join tags g on g.id = m.tag_id
    where c.account_id = $1 group by 1, 2`,
  ],
  'the placed orders of each price group': [
    grouped(
      'groupBy: PRICE_GROUP',
      'keys { priceGroup { id } } count sums: orderTotals(filter: { statuses: [PLACED, APPROVED] }) { currencyCode count sum max }',
    ),
    `select p.group_id, count(*)::int, ${sumsOf(
      `orders o join customers y on y.id = o.customer_id left join customer_price_groups q on q.customer_id = y.id
        where y.account_id = $1 and q.group_id is not distinct from p.group_id and o.status in ('PLACED', 'APPROVED')`,
      'o.currency_code',
      'o.total_amount',
    )} from customers c left join customer_price_groups p on p.customer_id = c.id
    where c.account_id = $1 group by 1`,
  ],
  'orders per status and currency': [
    `{ it: ordersAggregate(groupBy: [STATUS, CURRENCY]) { groups {
      keys { status currencyCode } count sums: totals { currencyCode count sum max } } } }`,
    `select o.status, o.currency_code, count(*)::int, ${sumsOf(
      'orders x where x.account_id = $1 and x.status = o.status and x.currency_code is not distinct from o.currency_code',
      'x.currency_code',
      'x.total_amount',
    )} from orders o where o.account_id = $1 group by 1, 2`,
  ],
};

test.each(Object.entries(questions))('%s, as in plain SQL', async (_name, [query, sql]) => {
  const { data, errors } = await as(demoAccountId).execute(query);
  const { rows } = await pool.query({ text: sql, rowMode: 'array', values: [demoAccountId] });

  expect(errors).toBeUndefined();
  expect(rows.length).toBeGreaterThan(1);
  expect(data.it.groups.map(shown).toSorted()).toEqual(rows.map((row) => JSON.stringify(row)).toSorted());
});
