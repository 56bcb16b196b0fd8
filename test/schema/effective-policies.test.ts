import { expect, test } from 'vitest';
import { addAccount, addCustomer, addGroup, addToPriceGroup } from '../builders.ts';
import { openGateway } from '../gateway.ts';

const { db, as } = await openGateway();

const query = `query ($id: ID!) { customer(by: { id: $id }) { effectivePolicies {
  commission { value source via { id } } freight { value source via { id } }
} } }`;

const exempting = { commissionPolicy: 'COMMISSION_EXEMPT', freightPolicy: 'FREE_FREIGHT' } as const;
const plain = { commissionPolicy: 'COMMISSION_APPLIED', freightPolicy: 'BILLED_FREIGHT' } as const;

interface Policies {
  readonly own?: Partial<typeof exempting>;
  readonly type?: Partial<typeof exempting>;
  readonly prices?: readonly Partial<typeof exempting & { readonly name: string }>[];
}

/** A customer with its own policies, and those of its type and price groups; all are optional. */
async function addCase({ own = {}, type, prices = [] }: Policies) {
  const account = await addAccount(db);
  const kind = type && (await addGroup(db, account.id, 'TYPE_GROUP', { ...plain, ...type }));
  const customer = await addCustomer(db, account.id, { ...plain, ...own, typeId: kind?.id ?? null });
  const groups = [];
  for (const each of prices) {
    const group = await addGroup(db, account.id, 'PRICING_GROUP', { ...plain, ...each });
    await addToPriceGroup(db, account.id, customer.id, group.id);
    groups.push(group);
  }
  return { ...as(account.id), id: customer.id, typeId: kind?.id, groups };
}

test('without an exemption, the customer’s own policies apply', async () => {
  const { execute, id } = await addCase({ type: {}, prices: [{}, {}] });

  const { data } = await execute(query, { id });

  expect(data.customer.effectivePolicies).toEqual({
    commission: { value: 'COMMISSION_APPLIED', source: 'CUSTOMER', via: null },
    freight: { value: 'BILLED_FREIGHT', source: 'CUSTOMER', via: null },
  });
});

test('a customer without groups has its own policies', async () => {
  const { execute, statementsOf, id } = await addCase({});

  const { data } = await execute(query, { id });

  expect(data.customer.effectivePolicies).toEqual({
    commission: { value: 'COMMISSION_APPLIED', source: 'CUSTOMER', via: null },
    freight: { value: 'BILLED_FREIGHT', source: 'CUSTOMER', via: null },
  });
  expect(await statementsOf(query, { id })).toEqual([
    'Customer by id',
    'EffectivePolicies.via page',
    'EffectivePolicies.via page',
  ]);
});

test('the customer’s own exemption takes precedence, and its groups are not read', async () => {
  const { execute, statementsOf, id } = await addCase({
    own: exempting,
    type: exempting,
    prices: [exempting],
  });

  const { data } = await execute(query, { id });

  expect(data.customer.effectivePolicies).toEqual({
    commission: { value: 'COMMISSION_EXEMPT', source: 'CUSTOMER', via: null },
    freight: { value: 'FREE_FREIGHT', source: 'CUSTOMER', via: null },
  });
  expect(await statementsOf(query, { id })).toEqual(['Customer by id']);
});

test('the type’s exemption takes precedence over price groups, which are not read', async () => {
  const { execute, statementsOf, id, typeId } = await addCase({ type: exempting, prices: [exempting] });

  const { data } = await execute(query, { id });

  expect(data.customer.effectivePolicies).toEqual({
    commission: { value: 'COMMISSION_EXEMPT', source: 'TYPE_GROUP', via: { id: typeId } },
    freight: { value: 'FREE_FREIGHT', source: 'TYPE_GROUP', via: { id: typeId } },
  });
  expect(await statementsOf(query, { id })).toEqual(['Customer by id', 'AccountGroup by id']);
});

test('of several price groups with an exemption, the first by name is returned', async () => {
  const { execute, id, groups } = await addCase({
    type: {},
    prices: [
      { ...exempting, name: 'c' },
      { freightPolicy: 'FREE_FREIGHT', name: 'b' },
      { name: 'a' },
      { commissionPolicy: 'COMMISSION_EXEMPT', name: 'd' },
      { ...exempting, name: 'B' },
    ],
  });

  const { data } = await execute(query, { id });

  // In a dictionary, `b` comes before `B`; the former has no exemption from commission.
  const [commission, freight] = [{ id: groups[4]?.id }, { id: groups[1]?.id }];
  expect(data.customer.effectivePolicies).toEqual({
    commission: { value: 'COMMISSION_EXEMPT', source: 'PRICE_GROUP', via: commission },
    freight: { value: 'FREE_FREIGHT', source: 'PRICE_GROUP', via: freight },
  });
});

test('commission and freight can have different sources', async () => {
  const { execute, id, typeId, groups } = await addCase({
    type: { freightPolicy: 'FREE_FREIGHT' },
    prices: [{ commissionPolicy: 'COMMISSION_EXEMPT' }, { freightPolicy: 'FREE_FREIGHT' }],
  });

  const { data } = await execute(query, { id });

  expect(data.customer.effectivePolicies).toEqual({
    commission: { value: 'COMMISSION_EXEMPT', source: 'PRICE_GROUP', via: { id: groups[0]?.id } },
    freight: { value: 'FREE_FREIGHT', source: 'TYPE_GROUP', via: { id: typeId } },
  });
});

test('only the selected policy is computed', async () => {
  const { statementsOf, id } = await addCase({ type: {}, prices: [exempting] });
  const commission = `query ($id: ID!) { customer(by: { id: $id }) { effectivePolicies { commission { value } } } }`;

  expect(await statementsOf(commission, { id })).toEqual([
    'Customer by id',
    'AccountGroup by id',
    'EffectivePolicies.via page',
  ]);
});
