import type { ResultOf, VariablesOf } from '@graphql-typed-document-node/core';
import type { customers, customerUpdate, nodes } from '../documents';

declare const list: ResultOf<typeof customers>;
declare const found: ResultOf<typeof nodes>;

// A field that was not asked for, and one of a fragment that is another component's.
list.customers.count;
list.customers.edges[0]?.node.name;
// An argument of another type, an enum's value that is none, and a variable that is missing.
export const first: VariablesOf<typeof customers> = { first: '40' };
export const order: VariablesOf<typeof customers> = { orderBy: [{ field: 'SIZE' }] };
export const input: VariablesOf<typeof customerUpdate> = {};
// What may be null is not taken for granted: an id may name nothing, a customer may have no limit.
found.nodes[0].id;
if (found.nodes[0]?.__typename === 'Customer') {
  found.nodes[0].creditLimit.value;
  // A decimal is a string.
  const _limit: number | undefined = found.nodes[0].creditLimit?.value;
  // A JSON object is no text.
  const _metadata: string = found.nodes[0].metadata;
}
