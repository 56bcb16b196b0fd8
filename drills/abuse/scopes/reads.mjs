import { customersOf, fieldsOf } from './fields.mjs';

const named = `__typename ... on Customer { id version } ... on Address { name email phone } ... on Geolocation { streetLine1 }
  ... on CustomerEvent { actor { name } changes { newValue } } ... on Order { orderNumber: number } ... on AccountUser { email user { email } }
  ... on AccountGroup { customers(first: 3) { nodes { name } } } ... on Tag { name }`;

/** Reads by callers without `customers:read`. */
export function reads({ ids, numbers, nodes }, turn) {
  const id = ids[turn % ids.length];
  const each = Object.entries(nodes).flatMap(([type, all]) =>
    all.length > 0 ? [[type, all[turn % all.length]]] : [],
  );
  const fields = fieldsOf(turn);
  const [type, other] = each[turn % each.length];
  return [
    { query: `query ($id: ID!) { node(id: $id) { ... on Customer { ${fields} } } }`, variables: { id } },
    { query: `query ($id: ID!) { node(id: $id) { ${named} } }`, variables: { id: other } },
    {
      query: `query ($ids: [ID!]!) { nodes(ids: $ids) { ${named} ... on Customer { ${fields} } } }`,
      variables: { ids: [id, ...each.map(([, one]) => one)] },
    },
    {
      query: `query ($r: [_Any!]!) { _entities(representations: $r) { ${named} ... on Customer { ${fields} } } }`,
      variables: {
        r: [
          { __typename: type, id: other },
          { __typename: 'Customer', id },
          { __typename: 'Customer', number: numbers[0] },
        ],
      },
    },
    { query: `{ customers(first: 5) { ${customersOf(turn)} } }` },
    {
      query: `query ($number: String!) { customer(by: { number: $number }) { ${fields} } }`,
      variables: { number: numbers[turn % numbers.length] },
    },
    {
      query: `{ customerChanges(first: 20) { nodes { actor { type name } changes { path oldValue newValue } customer { ${fields} } } } }`,
    },
    {
      query: `query ($id: ID!) { order(by: { id: $id }) { number customer { ${fields} } } }`,
      variables: { id: nodes.Order[turn % nodes.Order.length] },
    },
    { query: '{ customerGroups(first: 25) { nodes { name } } tags(first: 25) { nodes { name } } }' },
    { query: '{ viewer { accountUser { email user { name } } } }' },
    { query: '{ accountUsers(first: 25) { nodes { name email user { email } role { name } } } }' },
  ];
}

/** Reads of reference data, which need `customers:read` or `settings:write`. */
export const referenceReads = () => [
  { query: '{ accountGroups(first: 25) { nodes { name } } }' },
  { query: '{ carriers(first: 25) { nodes { accountNumber } } }' },
  { query: '{ paymentTerms(first: 25) { nodes { name } } }' },
  { query: '{ shippingTerms(first: 25) { nodes { name } } }' },
];
