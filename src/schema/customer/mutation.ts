import {
  createCustomer,
  discontinueCustomer,
  reactivateCustomer,
  updateCustomer,
} from '../../domain/customer/mutations.ts';
import { builder } from '../relay/builder.ts';
import { payload } from '../relay/user-error.ts';
import { createdAt, nameDefault, sourceRecords } from './imports.ts';
import { customerFields, customerKeys, customerNameRule, numberRule } from './input.ts';
import { Customer } from './list.ts';
import { AddressInput, by, ifVersion, requestFields } from './mutation-input.ts';
import { CustomerIdentifier } from './query.ts';

export const CustomerPayload = payload(
  'CustomerPayload',
  'customer',
  Customer,
  'The current customer; null if there are errors. Also returned with `STALE_VERSION`, so a client can show both versions.',
);

const CustomerCreateInput = builder.inputType('CustomerCreateInput', {
  description:
    'A new customer. Absent or null fields get their defaults. Strings are trimmed, and empty strings count as null.',
  fields: (t) => ({
    name: t.string({ description: `${customerNameRule} ${nameDefault}` }),
    number: t.string({
      description: `${numberRule} If absent, null or empty, the gateway generates the account’s prefix and the next free number (\`GW-000001\`).`,
    }),
    ...customerKeys(t),
    sources: sourceRecords(t, 'The records in source systems that the customer comes from.'),
    createdAt: createdAt(t),
    ...customerFields(t),
    billToAddress: t.field({
      type: AddressInput,
      description: 'The default billing address, created together with the customer.',
    }),
    shipToAddress: t.field({
      type: AddressInput,
      description: 'The default shipping address, created together with the customer.',
    }),
    parent: t.field({
      type: CustomerIdentifier,
      description: 'The parent: a customer that has no parent and is not discontinued.',
    }),
    ...requestFields(t),
  }),
});

const CustomerUpdateInput = builder.inputType('CustomerUpdateInput', {
  description:
    'A change of a customer. Absent fields keep their value, null clears, a list replaces the existing one. Strings are trimmed, and empty strings count as null.',
  fields: (t) => ({
    by: by(t),
    ifVersion: ifVersion(t),
    name: t.string({ description: `${customerNameRule} Cannot be null.` }),
    number: t.string({ description: `${numberRule} Cannot be null.` }),
    ...customerKeys(t),
    ...customerFields(t),
    billToAddressId: t.id({
      description: 'The id of the default billing address: one of the customer’s `addresses`.',
    }),
    shipToAddressId: t.id({
      description: 'The id of the default shipping address: one of the customer’s `addresses`.',
    }),
    ...requestFields(t),
  }),
});

export const CustomerVersionInput = builder.inputType('CustomerVersionInput', {
  description: 'A customer and its expected version.',
  fields: (t) => ({
    by: by(t),
    ifVersion: ifVersion(t),
    ...requestFields(t),
  }),
});

builder.mutationFields((t) => ({
  customerCreate: t.field({
    type: CustomerPayload,
    description: 'Creates a customer with its addresses, groups and tags.',
    args: {
      input: t.arg({ type: CustomerCreateInput, required: true, description: 'The customer to create.' }),
    },
    resolve: (_root, { input }, { writer }) => createCustomer(writer, input),
  }),
  customerUpdate: t.field({
    type: CustomerPayload,
    description:
      'Updates a customer, active or discontinued. With `by: { source }` or `by: { shortId }`, the values are those of this source record. With another key, an account user pins what it sets until `customerFieldRelease`, and a service sets the baseline, which shows where no pin and no source record has a value. An update that changes nothing visible keeps the version.',
    args: {
      input: t.arg({
        type: CustomerUpdateInput,
        required: true,
        description: 'The customer and its changes.',
      }),
    },
    resolve: (_root, { input }, { writer }) => updateCustomer(writer, input),
  }),
  customerDiscontinue: t.field({
    type: CustomerPayload,
    description:
      'Discontinues a customer: it stays with its history, but `active` is false. Has no effect if the customer is already discontinued.',
    args: {
      input: t.arg({
        type: CustomerVersionInput,
        required: true,
        description: 'The customer and its version.',
      }),
    },
    resolve: (_root, { input }, { writer }) => discontinueCustomer(writer, input),
  }),
  customerReactivate: t.field({
    type: CustomerPayload,
    description: 'Reactivates a discontinued customer. Has no effect if the customer is already active.',
    args: {
      input: t.arg({
        type: CustomerVersionInput,
        required: true,
        description: 'The customer and its version.',
      }),
    },
    resolve: (_root, { input }, { writer }) => reactivateCustomer(writer, input),
  }),
}));
