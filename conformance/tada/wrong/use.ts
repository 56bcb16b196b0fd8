import type { ResultOf, VariablesOf } from 'gql.tada';
import type { customers, customerUpdate, node } from '../documents';

declare const list: ResultOf<typeof customers>;
declare const found: ResultOf<typeof node>;

// An unselected field, and a field of a fragment that another component owns.
list.customers.count;
list.customers.edges[0]?.node.name;
// An argument of the wrong type, an unknown enum value and a missing variable.
export const first: VariablesOf<typeof customers> = { first: '40' };
export const order: VariablesOf<typeof customers> = { orderBy: [{ field: 'SIZE' }] };
export const input: VariablesOf<typeof customerUpdate> = {};
// Nullable values used without a check: a node may be null, and so may a credit limit.
found.node.id;
if (found.node?.__typename === 'Customer') {
  found.node.creditLimit.value;
  // A decimal is a string.
  const _limit: number | undefined = found.node.creditLimit?.value;
  // A JSON object is not a string.
  const _metadata: string = found.node.metadata;
}
