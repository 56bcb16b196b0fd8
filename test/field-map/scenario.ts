import type pg from 'pg';
import { word } from '../builders.ts';
import { created } from './customer-values.ts';
import type { Example } from './examples.ts';
import type { Session } from './session.ts';
import { email, record, type Settings } from './settings.ts';

type Create = (item?: object) => Promise<{ readonly id: string }>;

/** The upsert of each type of shop record. */
export const recordTypes = {
  ATTACHMENT: 'attachmentsUpsert',
  CUSTOMER_SUBSCRIPTION: 'customerSubscriptionsUpsert',
  ORDER: 'ordersUpsert',
  ORDER_SUBSCRIPTION: 'orderSubscriptionsUpsert',
  PAYMENT_SOURCE: 'paymentSourcesUpsert',
  RETURN: 'returnsUpsert',
  SKU_LIST: 'skuListsUpsert',
} as const;

async function deleteSettings(session: Session, create: Create): Promise<void> {
  const id = async (mutation: string, item: object) => ({ id: (await session.write(mutation, item)).id });
  const carrier = await id('carrierCreate', { name: word() });
  const customer = await create({ freightPreferences: { carrier } });
  await session.write('carrierDelete', carrier);
  const read =
    'query ($id: ID!) { customer(by: { id: $id }) { freightPreferences { carrier { deletedAt } } } }';
  await session.ask('Query', read, customer);
  const levelOf = (await id('carrierCreate', { name: word() })).id;
  const level = { carrierId: levelOf, name: word(), serviceLevelToken: word() };
  const ratio = { ratioNumerator: '2', ratioDenominator: '1' };
  const deletions: readonly (readonly [string, object])[] = [
    ['accountGroupDelete', await id('accountGroupCreate', { name: word(), type: 'TYPE_GROUP' })],
    ['customerGroupDelete', await id('customerGroupsUpsert', { name: word() })],
    ['departmentDelete', await id('departmentUpsert', { name: word() })],
    ['paymentTermDelete', await id('paymentTermCreate', { name: word() })],
    ['roleDelete', await id('roleUpsert', { name: word() })],
    ['serviceLevelDelete', await id('serviceLevelCreate', level)],
    ['shippingTermDelete', await id('shippingTermCreate', { name: word(), type: 'FREE_FREIGHT' })],
    ['unitDelete', await id('unitCreate', { name: word(), abbreviation: word(), type: 'MASS', ...ratio })],
    ['accountUserRemove', await id('accountUserUpsert', { by: { email: email() } })],
  ];
  for (const [mutation, item] of deletions) await session.write(mutation, item);
}

async function changeFamilies(session: Session, create: Create, pool: pg.Pool): Promise<void> {
  const by = await create();
  await session.write('customerDiscontinue', { by });
  await session.ask('Query', 'query ($id: ID!) { customer(by: { id: $id }) { discontinuedAt } }', by);
  await session.write('customerReactivate', { by });
  const source = record();
  await session.write('customerSourceAdd', { by, source });
  await session.write('customerSourceRemove', { by, source });
  await session.write('customerMerge', { target: by, duplicates: [await create({ sources: [record()] })] });
  const address = { name: word(), country: 'US' };
  await session.write('customerAddressDelete', {
    id: (await session.write('customerAddressCreate', { by, address })).id,
  });
  const key = { by: { number: word() }, note: word() };
  for (const note of [key.note, key.note, word()]) await session.write('customerUpsert', { ...key, note });
  const { id } = await create();
  await pool.query('delete from customers where id = $1', [id]);
  await session.ask(
    'Query',
    '{ customerChanges(filter: { actions: DELETE }) { nodes { action customerId } } }',
  );
}

/** Two records with different values; only imports store when a source modified a record. */
async function readConflicts(session: Session, pool: pg.Pool): Promise<void> {
  const [augno, shop] = [
    { system: 'AUGNO', sourceId: word() },
    { system: 'COMMERCE_LAYER', sourceId: word() },
  ];
  const values = () => ({ name: word(), note: word(), metadata: { tier: word() } });
  const { id } = await session.write('customerUpsert', { by: { source: augno }, ...values() });
  const by = { id: String(id) };
  await session.write('customerSourceAdd', { by, source: shop });
  await session.write('customerUpsert', { by: { source: shop }, ...values() });
  await pool.query('update customer_sources set source_modified_at = now() where source_id = $1', [
    augno.sourceId,
  ]);
  const read = `query ($id: ID!) { customer(by: { id: $id }) { sources { modifiedAt }
    conflicts { fieldGroup metadataKey rule winner { sourceId } values { value modifiedAt source { sourceId } } }
    fieldOrigins { fieldGroup metadataKey kind modifiedAt sources { sourceId } } } }`;
  await session.ask('Query', read, by);
  await session.write('customerFieldPin', { by, fieldGroup: 'NOTE', source: shop });
  await session.write('customerFieldPin', { by, fieldGroup: 'METADATA', metadataKey: 'tier' });
  await session.ask('Query', read, by);
  await session.write('customerFieldRelease', { by, fieldGroup: 'NOTE' });
}

async function readPolicies(session: Session, create: Create): Promise<void> {
  const policies = { commissionPolicy: 'COMMISSION_EXEMPT', freightPolicy: 'FREE_FREIGHT' };
  const group = async (type: string) => ({
    id: (await session.write('accountGroupCreate', { name: word(), type, ...policies })).id,
  });
  const commissionPolicy = 'COMMISSION_APPLIED';
  const customers = [
    await create({ commissionPolicy: 'COMMISSION_EXEMPT' }),
    await create({ commissionPolicy, type: await group('TYPE_GROUP') }),
    await create({ commissionPolicy, priceGroups: [await group('PRICING_GROUP')] }),
  ];
  const read = `query ($id: ID!) { customer(by: { id: $id }) { effectivePolicies {
    commission { source value via { id } } freight { source value via { id } } } } }`;
  for (const customer of customers) await session.ask('Query', read, customer);
}

async function useShopper(session: Session, create: Create, pool: pg.Pool): Promise<void> {
  const shopper = { email: email() };
  const by = await create({ shopper });
  await session.write('shopperPasswordSet', { by, password: 'correct horse battery' });
  await session.write('shopperSignIn', { ...shopper, password: 'correct horse battery' });
  await session.write('shopperPasswordResetRequest', shopper);
  const { rows } = await pool.query('select payload from outbox_messages where recipient = $1', [
    shopper.email,
  ]);
  await session.write('shopperPasswordReset', {
    token: rows[0].payload.token,
    newPassword: 'battery staple horse',
  });
}

async function deleteRecords(
  session: Session,
  examples: Readonly<Record<string, readonly Example[]>>,
): Promise<void> {
  for (const [type, mutation] of Object.entries(recordTypes)) {
    const item = (await examples[mutation]?.[0]?.()) ?? {};
    await session.write(mutation, item);
    await session.write('customerRecordDelete', { type, source: Reflect.get(item, 'source') });
  }
}

/** Sends every mutation that the examples do not; returns the id of a customer with records of all types. */
export async function playThrough(
  session: Session,
  settings: Settings,
  examples: Readonly<Record<string, readonly Example[]>>,
  pool: pg.Pool,
): Promise<string> {
  const create: Create = async (item = {}) => ({
    id: String((await session.write('customerCreate', { name: word(), ...item })).id),
  });
  for (const [mutation, makers] of Object.entries(examples))
    for (const make of makers) await session.write(mutation, await make());
  await session.ask('Query', 'query ($id: ID!) { customer(by: { id: $id }) { relationshipType } }', {
    id: settings.parentId,
  });
  await deleteSettings(session, create);
  await changeFamilies(session, create, pool);
  await readPolicies(session, create);
  await readConflicts(session, pool);
  await useShopper(session, create, pool);
  await deleteRecords(session, examples);
  const customer = await create({ ...created(settings), sources: [record()] });
  for (const mutation of Object.values(recordTypes))
    await session.write(mutation, { ...(await examples[mutation]?.[0]?.()), customer });
  return customer.id;
}
