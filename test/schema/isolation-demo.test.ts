import { expect, test } from 'vitest';
import { demoAccountId, secondDemoAccountId } from '../../src/demo/seed.ts';
import { openGateway } from '../gateway.ts';

const { as, pool } = await openGateway({ demo: true });

/** The values of a facet with their counts for an account's customers, read from the columns. */
const facetSources = {
  statuses: 'select c.status::text as value from customers c where c.account_id = $1',
  types: 'select c.type_id as value from customers c where c.account_id = $1',
  carriers: 'select c.carrier_id as value from customers c where c.account_id = $1',
  paymentTerms: 'select c.payment_term_id as value from customers c where c.account_id = $1',
  shippingTerms: 'select c.shipping_term_id as value from customers c where c.account_id = $1',
  salesReps: 'select c.sales_rep_id as value from customers c where c.account_id = $1',
  priceGroups: 'select p.group_id as value from customer_price_groups p where p.account_id = $1',
  tags: `select g.name as value from customer_tags m
    join tags g on g.account_id = m.account_id and g.id = m.tag_id where m.account_id = $1`,
  countries: `select distinct a.customer_id, g.country as value from addresses a
    join geolocations g on g.id = a.geolocation_id where a.account_id = $1`,
  states: `select distinct a.customer_id, g.state as value from addresses a
    join geolocations g on g.id = a.geolocation_id where a.account_id = $1`,
} as const;

async function countedBySql(accountId: string, source: string): Promise<readonly unknown[]> {
  const { rows } = await pool.query(
    `select value, count(*)::int as count from (${source}) found where value is not null
    group by value order by count desc, value collate "C" limit 100`,
    [accountId],
  );
  return rows;
}

const accounts = [
  [demoAccountId, 1_000],
  [secondDemoAccountId, 200],
] as const;

test.each(accounts)('account %s has its own %i customers and facets', async (accountId, total) => {
  const { data } = await as(accountId).execute(`{ customers(first: 0) {
    totalCount count { value precision }
    facets {
      statuses { value count } states { value count } countries { value count } tags { value count }
      paymentTerms { value { id } count } shippingTerms { value { id } count }
      types { value { id } count } priceGroups { value { id } count }
      carriers { value { id } count } salesReps { value { id } count }
    }
  } }`);

  expect(data.customers).toMatchObject({ totalCount: total, count: { value: total, precision: 'EXACT' } });
  for (const [facet, source] of Object.entries(facetSources)) {
    const found: readonly { value: string | { id: string }; count: number }[] = data.customers.facets[facet];
    const plain = found.map(({ value, count }) => ({
      value: typeof value === 'string' ? value : value.id,
      count,
    }));
    expect(plain).toEqual(await countedBySql(accountId, source));
  }
});

test('two accounts with the same numbers have no customer in common', async () => {
  const query = `query ($after: String) { customers(first: 250, after: $after, orderBy: [{ field: NUMBER }]) {
    nodes { id number } pageInfo { endCursor }
  } }`;

  const [first, second] = [
    await as(demoAccountId).execute(query),
    await as(secondDemoAccountId).execute(query),
  ];

  const numbers = (answer: typeof first) =>
    answer.data.customers.nodes.map((each: { number: string }) => each.number);
  const ids = new Set(first.data.customers.nodes.map((each: { id: string }) => each.id));
  expect(numbers(second)).toEqual(numbers(first).slice(0, 200));
  expect(second.data.customers.nodes.filter(({ id }: { id: string }) => ids.has(id))).toEqual([]);
});
