import type { ResultOf, VariablesOf } from '@graphql-typed-document-node/core';
import type { customers, customerUpdate, nodes } from '../documents';

declare const list: ResultOf<typeof customers>;
declare const found: ResultOf<typeof nodes>;

// An unselected field, and a field of a fragment that another component owns.
list.customers.count;
list.customers.edges[0]?.node.name;
// An argument of the wrong type, an unknown enum value and a missing variable.
export const first: VariablesOf<typeof customers> = { first: '40' };
export const order: VariablesOf<typeof customers> = { orderBy: [{ field: 'SIZE' }] };
export const input: VariablesOf<typeof customerUpdate> = {};
// Nullable values used without a check: a node may be null, and so may a credit limit.
found.nodes[0].id;
if (found.nodes[0]?.__typename === 'Customer') {
  found.nodes[0].creditLimit.value;
  // A decimal is a string.
  const _limit: number | undefined = found.nodes[0].creditLimit?.value;
  // A JSON object is not a string.
  const _metadata: string = found.nodes[0].metadata;
}
