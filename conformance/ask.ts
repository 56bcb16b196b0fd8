/** Requests data from the gateway without a GraphQL client; throws on errors. */
export async function ask<T>(url: string, query: string, variables: object = {}): Promise<T> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** The ids of a whole list of customers in the gateway's order. Throws if there are more than 250. */
export async function customerIds(
  url: string,
  { filter, orderBy }: { readonly filter?: unknown; readonly orderBy?: unknown },
): Promise<readonly string[]> {
  interface Answer {
    readonly customers: {
      readonly nodes: readonly { readonly id: string }[];
      readonly pageInfo: { readonly hasNextPage: boolean };
    };
  }
  const { customers } = await ask<Answer>(
    url,
    `query ($filter: CustomerFilter, $orderBy: [CustomerSort!]) {
      customers(first: 250, filter: $filter, orderBy: $orderBy) { nodes { id } pageInfo { hasNextPage } }
    }`,
    { filter, orderBy },
  );
  if (customers.pageInfo.hasNextPage) throw new Error('The list is longer than a page; filter it further.');
  return customers.nodes.map(({ id }) => id);
}

/** Creates or updates a test’s own customers by number. Returns their ids in the same order. */
export async function upsertCustomers(
  url: string,
  customers: readonly { readonly number: string; readonly [field: string]: unknown }[],
): Promise<readonly string[]> {
  interface Answer {
    readonly customersUpsert: {
      readonly results: readonly { readonly customer: { readonly id: string } }[];
    };
  }
  const { customersUpsert } = await ask<Answer>(
    url,
    `mutation ($items: [CustomerUpsertInput!]!) {
      customersUpsert(input: { items: $items }) { results { customer { id } userErrors { message } } }
    }`,
    { items: customers.map(({ number, ...rest }) => ({ by: { number }, ...rest })) },
  );
  return customersUpsert.results.map(({ customer }) => customer.id);
}
