import { expect, test } from 'vitest';
import { newId } from '../../../src/db/model/id.ts';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { faultsOf, type Result } from '../../mutation.ts';
import { upsertMany } from './upserts.ts';

const { db, as } = await openGateway();
const [ours, theirs] = [await add.addAccount(db), await add.addAccount(db)];
const us = as(ours.id);
const word = add.word;

const addCustomerGroup = (accountId: string) =>
  db.customerGroup.create({ data: { accountId, id: newId('CustomerGroup'), name: word() } });
const { id: accountId } = theirs;
const carrier = await add.addCarrier(db, accountId);
const foreign = {
  AccountGroup: (await add.addGroup(db, accountId, 'PRICING_GROUP')).id,
  AccountUser: (await add.addAccountUser(db, accountId)).id,
  Carrier: carrier.id,
  Customer: (await add.addCustomer(db, accountId)).id,
  CustomerGroup: (await addCustomerGroup(accountId)).id,
  PaymentTerm: (await add.addPaymentTerm(db, accountId)).id,
  ServiceLevel: (await add.addServiceLevel(db, accountId, carrier.id)).id,
  ShippingTerm: (await add.addShippingTerm(db, accountId)).id,
  Unit: (await add.addUnit(db, accountId, { type: 'CURRENCY' })).id,
};
const own = await add.addCarrier(db, ours.id);

type Model = keyof typeof foreign;

/** The fields that name objects: the path of errors, the object's type, the key besides id and source, and the input. */
const fields: readonly (readonly [path: string, Model, key: string, inputOf: (by: object) => object])[] = [
  ['type', 'AccountGroup', 'name', (type) => ({ type })],
  ['priceGroups.0', 'AccountGroup', 'name', (group) => ({ priceGroups: [group] })],
  ['customerGroup', 'CustomerGroup', 'name', (customerGroup) => ({ customerGroup })],
  ['creditLimit.unit', 'Unit', 'name', (unit) => ({ creditLimit: { value: '1', unit } })],
  ['freightPreferences.carrier', 'Carrier', 'name', (by) => ({ freightPreferences: { carrier: by } })],
  [
    'freightPreferences.serviceLevel',
    'ServiceLevel',
    'token',
    (serviceLevel) => ({ freightPreferences: { carrier: { id: own.id }, serviceLevel } }),
  ],
  ['defaults.paymentTerm', 'PaymentTerm', 'name', (paymentTerm) => ({ defaults: { paymentTerm } })],
  ['defaults.shippingTerm', 'ShippingTerm', 'name', (shippingTerm) => ({ defaults: { shippingTerm } })],
  ['defaults.salesRep', 'AccountUser', 'email', (salesRep) => ({ defaults: { salesRep } })],
  ['parent', 'Customer', 'number', (parent) => ({ parent })],
];

test.each(fields)(
  '%s: what does not exist in the account is not found, and other items are saved',
  async (path, model, key, inputOf) => {
    const wrong = [
      { id: foreign[model] },
      { id: newId(model) },
      { [key]: `${word()}@example.com` },
      { source: { system: 'AUGNO', sourceId: word() } },
    ];
    const items = [...wrong.map(inputOf), {}].map((item) => ({ by: { number: word() }, ...item }));

    const results = await upsertMany(us, items);

    expect(results.map((each) => faultsOf(each as unknown as Result))).toEqual([
      ...wrong.map((_, at) => [`NOT_FOUND items.${at}.${path}`]),
      [],
    ]);
    expect(results.map(({ outcome }) => outcome)).toEqual([...wrong.map(() => null), 'CREATED']);
  },
);

test.each(fields)('%s: an id of another type is invalid', async (path, _model, _key, inputOf) => {
  const [result] = await upsertMany(us, [{ by: { number: word() }, ...inputOf({ id: newId('Order') }) }]);

  expect(faultsOf(result as unknown as Result)).toEqual([`INVALID items.0.${path}`]);
});
