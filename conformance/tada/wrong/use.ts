import type { ResultOf, VariablesOf } from 'gql.tada';
import type { customers, customerUpdate, node } from '../documents';

declare const list: ResultOf<typeof customers>;
declare const found: ResultOf<typeof node>;

// A field that was not asked for, and one of a fragment that is another component's.
list.customers.count;
list.customers.edges[0]?.node.name;
// An argument of another type, an enum's value that is none, and a variable that is missing.
export const first: VariablesOf<typeof customers> = { first: '40' };
export const order: VariablesOf<typeof customers> = { orderBy: [{ field: 'SIZE' }] };
export const input: VariablesOf<typeof customerUpdate> = {};
// What may be null is not taken for granted: an id may name nothing, a customer may have no limit.
found.node.id;
if (found.node?.__typename === 'Customer') {
  found.node.creditLimit.value;
  // A decimal is a string.
  const _limit: number | undefined = found.node.creditLimit?.value;
  // A JSON object is no text.
  const _metadata: string = found.node.metadata;
}
