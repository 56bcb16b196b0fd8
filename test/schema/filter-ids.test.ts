import { expect, test } from 'vitest';
import { newId } from '../../src/db/model/id.ts';
import { listedText } from '../../src/domain/identifier/listed.ts';
import * as add from '../builders.ts';
import { openGateway } from '../gateway.ts';
import { addWholeCustomer } from '../whole-customer.ts';

const { db, as } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const us = as(accountId);
const { customer, type, priceGroup } = await addWholeCustomer(db, accountId);

const read = 'query ($filter: CustomerFilter) { customers(filter: $filter) { nodes { id } } }';

const wrong = [
  ['ids', 'Carrier', 'Customer', 'cus_'],
  ['typeIds', 'CustomerGroup', 'AccountGroup', 'grp_'],
  ['priceGroupIds', 'Customer', 'AccountGroup', 'grp_'],
  ['customerGroupIds', 'AccountGroup', 'CustomerGroup', 'cgr_'],
  ['salesRepIds', 'User', 'AccountUser', 'acu_'],
  ['shippingTermIds', 'PaymentTerm', 'ShippingTerm', 'stm_'],
  ['paymentTermIds', 'Carrier', 'PaymentTerm', 'ptm_'],
  ['carrierIds', 'ServiceLevel', 'Carrier', 'crr_'],
  ['serviceLevelIds', 'Carrier', 'ServiceLevel', 'svl_'],
] as const;

const withArticle = (name: string) => `${/^[AEIO]/.test(name) ? 'an' : 'a'} ${name}`;

test.each(wrong)('`%s` with the id of another type is ID_INVALID', async (field, given, right, prefix) => {
  const id = newId(given);
  const valid = newId(right);

  const { data, errors } = await us.execute(read, { filter: { [field]: [valid, id] } });

  expect(data).toBeNull();
  expect(errors).toMatchObject([
    {
      message: `\`filter.${field}[1]\` is "${id}", the id of ${withArticle(given)}; the id of ${withArticle(right)} begins with "${prefix}", and ${listedText(right)}.`,
      extensions: { code: 'ID_INVALID' },
    },
  ]);
});

test.each(wrong)('`%s` with an id that does not exist matches nothing', async (field, _given, right) => {
  expect(await us.execute(read, { filter: { [field]: [newId(right)] } })).toEqual({
    data: { customers: { nodes: [] } },
  });
});

test.each([
  [{ and: [{}, { or: [{ carrierIds: ['x'] }] }] }, 'filter.and[1].or[0].carrierIds[0]'],
  [{ not: { ids: [customer.id, ''] } }, 'filter.not.ids[1]'],
])('the error of a nested filter %j has its path', async (filter, path) => {
  const { errors } = await us.execute(read, { filter });

  expect(errors).toMatchObject([{ extensions: { code: 'ID_INVALID' } }]);
  expect(errors?.[0]?.message).toContain(`\`${path}\` is "`);
});

test('lists of children and of a group check the ids, too', async () => {
  const { data, errors } = await us.execute(
    `query ($ids: [ID!]!, $filter: CustomerFilter) { nodes(ids: $ids) {
      ... on Customer { childAccounts(filter: $filter) { totalCount } }
      ... on AccountGroup { customers(filter: $filter) { totalCount } } } }`,
    { ids: [customer.id, type.id], filter: { carrierIds: [type.id] } },
  );

  expect(data.nodes).toEqual([null, null]);
  expect(errors?.map(({ extensions }: { extensions: object }) => extensions)).toMatchObject([
    { code: 'ID_INVALID' },
    { code: 'ID_INVALID' },
  ]);
});

test('a group of the other kind matches nothing, its own kind matches its members', async () => {
  const { data } = await us.execute(
    `query ($type: [ID!], $price: [ID!], $shop: [ID!]) {
      type: customers(filter: { typeIds: $type }) { nodes { id } }
      price: customers(filter: { priceGroupIds: $price }) { nodes { id } }
      shop: customers(filter: { customerGroupIds: $shop }) { nodes { id } }
      crossed: customers(filter: { or: [{ typeIds: $price }, { priceGroupIds: $type }] }) { nodes { id } }
    }`,
    { type: [type.id], price: [priceGroup.id], shop: [customer.customerGroupId] },
  );

  const nodes = [{ id: customer.id }];
  expect(data).toEqual({ type: { nodes }, price: { nodes }, shop: { nodes }, crossed: { nodes: [] } });
});

test.each([
  [['LIVE', 'TEST'], 1],
  [['TEST'], 0],
  [[], 0],
  [null, 1],
])('modes %j matches %i customers', async (modes, count) => {
  const { data } = await us.execute(
    'query ($modes: [Mode!]) { customers(filter: { modes: $modes }) { totalCount } }',
    { modes },
  );

  expect(data).toEqual({ customers: { totalCount: count } });
});

test('lists show customers of both modes, and a filter chooses', async () => {
  const account = await add.addAccount(db);
  for (const mode of ['LIVE', 'TEST'] as const) await add.addCustomer(db, account.id, { mode, name: mode });
  const list = (args: string) => `customers${args} { totalCount nodes { name } }`;

  const { data } = await as(account.id).execute(
    `{ all: ${list('(orderBy: { field: NAME })')} live: ${list('(filter: { modes: [LIVE] })')}
      test: ${list('(filter: { modes: [TEST] })')} }`,
  );

  const of = (...names: string[]) => ({
    totalCount: names.length,
    nodes: names.map((name) => ({ name })),
  });
  expect(data).toEqual({ all: of('LIVE', 'TEST'), live: of('LIVE'), test: of('TEST') });
});
