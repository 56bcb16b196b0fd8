const nameOf = (field) => /^\w+/.exec(field)?.[0];

/** Fields of a customer that only `customers:read` returns. */
const customerFields = [
  ...['name', 'number', 'note', 'reference', 'metadata', 'active', 'status', 'createdAt', 'shortId', 'mode'],
  ...[
    'contactInfo { name email phone }',
    'creditLimit { value displayValue }',
    'shopper { email orders(first: 3) { nodes { number } } }',
  ],
  ...[
    'type { id name }',
    'billToAddress { name email geolocation { streetLine1 } }',
    'tags(first: 5) { nodes { name } }',
  ],
  ...['addresses(first: 5) { nodes { name email } }', 'addresses(first: 0) { totalCount }'],
  ...[
    'childAccountsAggregate(groupBy: COUNTRY) { groups { count keys { country } creditLimits { sum } filter } }',
    'childAccountsAggregate { groups { orderTotals { sum } } }',
  ],
  ...['priceGroups(first: 5) { nodes { name } }', 'parentAccount { name contactInfo { email } }'],
  ...[
    'childAccounts(first: 5) { nodes { name contactInfo { phone } } }',
    'childAccounts(first: 0) { totalCount }',
  ],
  ...[
    'events(first: 5) { nodes { actor { type name } changes { oldValue newValue } } }',
    'sources { sourceId seenAt }',
    'conflicts { fieldGroup values { value } } fieldOrigins { fieldGroup sources { sourceId } }',
  ],
  ...[
    'defaults { paymentTerm { name } salesRep { name email user { email } } }',
    'effectivePolicies { commission { via { name } } }',
  ],
  ...[
    'freightPreferences { billingAccount carrier { name accountNumber } }',
    'attachments(first: 5) { nodes { name url } }',
  ],
];

/** Each field once: the same field with other arguments would need an alias. */
const together = customerFields
  .filter((field, place) => customerFields.findIndex((each) => nameOf(each) === nameOf(field)) === place)
  .join(' ');

/** All fields in turn 0, then one per turn: an operation rejected for one field reveals nothing of the others. */
export const fieldsOf = (turn) =>
  turn === 0 ? together : customerFields[(turn - 1) % customerFields.length];
/** A selection of a connection of customers. */
export const customersOf = (turn) =>
  [
    'nodes { id name contactInfo { email phone } creditLimit { value } }',
    'nodes { contactInfo { email } }',
    'edges { node { name } }',
    'totalCount',
    'count { value }',
    'facets { states { value count } }',
    'facets { types { value { name } } }',
  ][turn % 7];
