import { fieldsOf } from './fields.mjs';
import { errors, mutation } from './mutation.mjs';

const system = 'COMMERCE_LAYER';

/** Bulk upserts of shop records: the field, its object, and the values that a new record needs. */
const records = [
  ['ordersUpsert', 'order', {}],
  ['returnsUpsert', 'return', {}],
  ['paymentSourcesUpsert', 'paymentSource', { type: 'stripe_payments' }],
  ['customerSubscriptionsUpsert', 'customerSubscription', { customerEmail: 'drill@example.com' }],
  ['orderSubscriptionsUpsert', 'orderSubscription', { frequency: 'weekly' }],
  ['skuListsUpsert', 'skuList', { name: 'Drill', slug: 'drill' }],
];
const recordTypes = ['ORDER', 'RETURN', 'PAYMENT_SOURCE', 'CUSTOMER_SUBSCRIPTION', 'SKU_LIST', 'ATTACHMENT'];

/** Operations of a caller that can import shop records but not read customers. */
export function ofImporter({ ids, numbers, nodes, emails }, turn) {
  const dryRun = true;
  const source = { system, sourceId: `drill-${turn}` };
  const customers = [
    { id: ids[turn % ids.length] },
    { number: numbers[turn % numbers.length] },
    { shopperEmail: emails[turn % emails.length] },
  ];
  const customer = `customer { id ${fieldsOf(turn)} }`;
  const type = recordTypes[turn % recordTypes.length];
  return [
    ...records.map(([field, object, values]) =>
      mutation(
        field,
        { dryRun, items: customers.map((one) => ({ source, customer: one, ...values })) },
        `results { outcome ${object} { id ${turn % 2 === 0 ? customer : 'createdAt'} } ${errors} }`,
      ),
    ),
    mutation(
      'customerRecordDelete',
      { dryRun, type: 'ORDER', id: nodes.Order[turn % nodes.Order.length] },
      `deletedId ${errors}`,
    ),
    mutation('customerRecordDelete', { dryRun, type, source }, `deletedId ${errors}`),
  ];
}

/** Operations of a caller that can change the account and its people but not read customers. */
export function ofAdministrator({ nodes }, turn) {
  const dryRun = true;
  const id = nodes.AccountUser[turn % nodes.AccountUser.length];
  const user = `accountUser { id email name user { email name } role { name } } ${errors}`;
  const [role] = nodes.Role;
  return [
    mutation('accountUpdate', { dryRun }, `account { id name } ${errors}`),
    mutation('accountUserUpsert', { dryRun, by: { id } }, user),
    mutation('accountUserUpsert', { dryRun, by: { id }, roleId: role }, user),
    mutation('accountUserUpsert', { dryRun, by: { email: `drill${turn}@example.com` } }, user),
    mutation('accountUserRemove', { dryRun, id }, user),
    mutation('roleUpsert', { dryRun, name: `Drill ${turn}` }, `role { id name permissions } ${errors}`),
    mutation('roleDelete', { dryRun, id: role }, `deletedId ${errors}`),
    mutation('departmentUpsert', { dryRun, name: `Drill ${turn}` }, `department { id name } ${errors}`),
    mutation('departmentDelete', { dryRun, id: nodes.Department[0] }, `deletedId ${errors}`),
    { query: '{ roles(first: 25) { nodes { name } } departments(first: 25) { nodes { name } } }' },
  ];
}

/** Operations of a shop's server that can check passwords but not read customers. */
export function ofShop({ emails }, turn) {
  const email = emails[turn % emails.length];
  return [
    mutation('shopperSignIn', { email, password: 'a wrong password' }, `customerId ${errors}`),
    mutation(
      'shopperSignIn',
      { email: 'none@example.com', password: 'a wrong password' },
      `customerId ${errors}`,
    ),
    mutation('shopperPasswordResetRequest', { email }, errors),
    mutation('shopperPasswordReset', { token: 'none', newPassword: 'a long password' }, errors),
  ];
}
