import { customersOf, fieldsOf } from './fields.mjs';
import { errors, mutation } from './mutation.mjs';

/** Operations of a caller that can write customers but not read them. */
export function ofCustomerWriter({ ids, numbers, nodes }, turn) {
  const [id, other] = [ids[turn % ids.length], ids[(turn + 7) % ids.length]];
  const number = numbers[turn % numbers.length];
  const [group, ...groups] = nodes.AccountGroup;
  const address = nodes.Address[turn % nodes.Address.length];
  const dryRun = true;
  const upsert = { by: { number }, dryRun };
  const inputs = [
    ['customerUpsert', upsert],
    ['customerUpsert', { ...upsert, note: `n${turn}` }],
    ['customerUpsert', { by: { shortId: String(turn) }, dryRun }],
    ['customerUpdate', { by: { id }, dryRun }],
    ['customerUpdate', { by: { id }, dryRun, ifVersion: 999_999 }],
    [
      'customerUpdate',
      { by: { id }, dryRun, type: { id: group }, priceGroups: groups.slice(0, 3).map((id) => ({ id })) },
    ],
    ['customerUpdate', { by: { id }, dryRun, number: numbers[(turn + 1) % numbers.length], shortId: '1' }],
    ['customerSetParent', { by: { id }, parent: { id: other }, dryRun }],
    ['customerDiscontinue', { by: { id }, dryRun }],
    ['customerReactivate', { by: { id }, dryRun }],
    ['customerMerge', { target: { id }, duplicates: [{ id: other }], dryRun }],
    ['customerMetadataPatch', { by: { id }, dryRun, patch: {} }],
    ['customerSourceAdd', { by: { id }, dryRun, source: { system: 'AUGNO', sourceId: String(turn) } }],
    ['customerSourceRemove', { by: { id }, dryRun, source: { system: 'AUGNO', sourceId: String(turn) } }],
    ['customerFieldPin', { by: { id }, dryRun, fieldGroup: 'NOTE' }],
    ['customerFieldRelease', { by: { id }, dryRun, fieldGroup: 'NOTE' }],
    ['customerTagsAdd', { by: { id }, dryRun, tags: ['drill'] }],
    ['customerTagsRemove', { by: { id }, dryRun, tags: ['drill'] }],
    ['customerPriceGroupsAdd', { by: { id }, dryRun, priceGroups: [{ id: group }] }],
    ['customerPriceGroupsRemove', { by: { id }, dryRun, priceGroups: [{ id: group }] }],
    ['customerCreate', { name: 'Drill', number, dryRun, parent: { id: other } }],
    ['customerCreate', { name: 'Drill', dryRun, parent: { id: other }, type: { id: group } }],
    ['shopperPasswordSet', { by: { id }, dryRun, password: 'a long password' }],
  ];
  const customer = `customer { id version ${fieldsOf(turn)} } ${errors}`;
  const addressFields = `address { id ${turn === 0 ? 'name email phone geolocation { streetLine1 }' : ['name', 'email', 'geolocation { streetLine1 }'][turn % 3]} } ${errors}`;
  return [
    ...inputs.map(([field, input]) => mutation(field, input, customer)),
    mutation(
      'customersUpsert',
      { dryRun, items: [upsert, { ...upsert, note: `n${turn}` }] },
      `results { outcome ${customer} }`,
    ),
    mutation(
      'attachmentsUpsert',
      {
        dryRun,
        items: [{ source: { system: 'AUGNO', sourceId: 'drill' }, customer: { id }, name: 'Drill' }],
      },
      `results { outcome attachment { id name customer { id name } } ${errors} }`,
    ),
    mutation('customerAddressUpdate', { id: address, dryRun }, addressFields),
    mutation(
      'customerAddressCreate',
      { by: { id }, dryRun, address: { name: 'Drill', country: 'US' } },
      addressFields,
    ),
    mutation('customerAddressDelete', { id: address, dryRun }, `deletedId ${errors}`),
  ];
}

/** Operations of a caller that can write settings but not read customers. */
export function ofSettingsWriter({ nodes, ids }, turn) {
  const at = (type) => nodes[type][turn % nodes[type].length];
  const customers = `customers(first: 250) { ${customersOf(turn)} }`;
  const groupFields = `accountGroup { id ${customers} } ${errors}`;
  const dryRun = true;
  const id = at('AccountGroup');
  const deletions = [
    ['accountGroupDelete', id],
    ['carrierDelete', at('Carrier')],
    ['paymentTermDelete', at('PaymentTerm')],
    ['shippingTermDelete', at('ShippingTerm')],
    ['serviceLevelDelete', at('ServiceLevel')],
    ['customerGroupDelete', at('CustomerGroup')],
    ['unitDelete', at('Unit')],
  ].filter(([, target]) => target !== undefined);
  return [
    mutation('accountGroupUpdate', { id, dryRun }, groupFields),
    mutation('accountGroupUpdate', { id }, groupFields),
    mutation('accountGroupCreate', { name: `Drill ${turn}`, type: 'TYPE_GROUP', dryRun }, groupFields),
    ...deletions.map(([field, target]) => mutation(field, { id: target, dryRun }, `deletedId ${errors}`)),
    mutation(
      'accountGroupsUpsert',
      { items: [{ name: `Drill ${turn}`, type: 'TYPE_GROUP' }], dryRun },
      `results { outcome ${groupFields} }`,
    ),
    { query: `{ accountGroups(first: 5) { nodes { ${customers} } } }` },
    {
      query: `query ($id: ID!) { node(id: $id) { ... on AccountGroup { ${customers} } } }`,
      variables: { id },
    },
    {
      query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on AccountGroup { ${customers} } ... on Customer { ${fieldsOf(turn)} } } }`,
      variables: {
        r: [
          { __typename: 'AccountGroup', id },
          { __typename: 'Customer', id: ids[turn % ids.length] },
        ],
      },
    },
  ];
}
