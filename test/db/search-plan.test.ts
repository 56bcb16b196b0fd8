import { expect, test } from 'vitest';
import { openGateway } from '../gateway.ts';
import { addManyCustomers } from './many-customers.ts';
import { explain, nodesOf, pageStatement } from './statement-plan.ts';

const { pool, as } = await openGateway();
const accountId = await addManyCustomers(pool);

const list = {
  name: 'Query.customers',
  model: 'Customer',
  order: [{ field: 'createdAt', descending: true }],
} as const;

test.each(['n777', 'N19999', 'buyer123', 'möller 1234', 'lodz 1777', '555-10197'])(
  '"%s" is found among 20,000 customers by the trigram index',
  async (query) => {
    const plan = await explain(pool, await pageStatement(accountId, list, { where: { query } }));
    const { data } = await as(accountId).execute(
      'query ($query: String) { customers(query: $query) { totalCount } }',
      {
        query,
      },
    );

    expect(nodesOf(plan).map((node) => node['Index Name'])).toContain('customer_search_document');
    expect(data.customers.totalCount).toBeGreaterThan(0);
  },
);
