import {
  createCustomer,
  discontinueCustomer,
  reactivateCustomer,
  updateCustomer,
} from '../domain/customer/mutations.ts';
import { builder } from './builder.ts';
import { customerFields, customerKeys, nameRule, numberRule } from './customer-input.ts';
import { Customer } from './customer-list.ts';
import { AddressInput, ifVersion, requestFields } from './mutation-input.ts';
import { payload } from './user-error.ts';

export const CustomerPayload = payload(
  'CustomerPayload',
  'customer',
  Customer,
  'The customer as it is now; null when there are errors, but for STALE_VERSION, where it shows what is there instead.',
);

const CustomerCreateInput = builder.inputType('CustomerCreateInput', {
  description:
    'A new customer. What is absent or null is as new customers have it. Texts lose the space around them, and empty ones count as null.',
  fields: (t) => ({
    name: t.string({ required: true, description: nameRule }),
    number: t.string({ description: `${numberRule} The next free \`C-000001\` when absent, null or empty.` }),
    ...customerKeys(t),
    ...customerFields(t),
    billToAddress: t.field({
      type: AddressInput,
      description: 'Its default billing address, which is made with it.',
    }),
    shipToAddress: t.field({
      type: AddressInput,
      description: 'Its default shipping address, which is made with it.',
    }),
    parentId: t.id({
      description: 'The customer that it belongs to: one without a parent of its own, and not discontinued.',
    }),
    ...requestFields(t),
  }),
});

const CustomerUpdateInput = builder.inputType('CustomerUpdateInput', {
  description:
    'A change of a customer: absent keeps, null clears, a list replaces. Texts lose the space around them, and empty ones count as null.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The customer’s id.' }),
    ifVersion: ifVersion(t),
    name: t.string({ description: `${nameRule} Cannot be cleared.` }),
    number: t.string({ description: `${numberRule} Cannot be cleared.` }),
    ...customerKeys(t),
    ...customerFields(t),
    billToAddressId: t.id({ description: 'Its default billing address: one of its `addresses`.' }),
    shipToAddressId: t.id({ description: 'Its default shipping address: one of its `addresses`.' }),
    ...requestFields(t),
  }),
});

export const CustomerVersionInput = builder.inputType('CustomerVersionInput', {
  description: 'Which customer, and at which version.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The customer’s id.' }),
    ifVersion: ifVersion(t),
    ...requestFields(t),
  }),
});

builder.mutationFields((t) => ({
  customerCreate: t.field({
    type: CustomerPayload,
    description: 'Creates a customer, with its addresses, groups and tags.',
    args: { input: t.arg({ type: CustomerCreateInput, required: true, description: 'The customer.' }) },
    resolve: (_root, { input }, { writer }) => createCustomer(writer, input),
  }),
  customerUpdate: t.field({
    type: CustomerPayload,
    description:
      'Changes a customer, discontinued or not. What changes nothing is no change: its version stays.',
    args: { input: t.arg({ type: CustomerUpdateInput, required: true, description: 'What to change.' }) },
    resolve: (_root, { input }, { writer }) => updateCustomer(writer, input),
  }),
  customerDiscontinue: t.field({
    type: CustomerPayload,
    description:
      'Discontinues a customer: it stays, with its history, and is no longer `active`. Nothing more for one that is discontinued already.',
    args: { input: t.arg({ type: CustomerVersionInput, required: true, description: 'Which one.' }) },
    resolve: (_root, { input }, { writer }) => discontinueCustomer(writer, input),
  }),
  customerReactivate: t.field({
    type: CustomerPayload,
    description: 'Takes a discontinued customer up again. Nothing more for one that is active.',
    args: { input: t.arg({ type: CustomerVersionInput, required: true, description: 'Which one.' }) },
    resolve: (_root, { input }, { writer }) => reactivateCustomer(writer, input),
  }),
}));
