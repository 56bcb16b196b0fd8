import { createAddress, deleteAddress, updateAddress } from '../domain/customer/address-mutations.ts';
import { Address, AddressType } from './address.ts';
import { builder } from './builder.ts';
import { DeletePayload } from './delete-payload.ts';
import { AddressInput, addressCountry, addressFields, addressName, requestFields } from './mutation-input.ts';
import { payload } from './user-error.ts';

const AddressPayload = payload(
  'AddressPayload',
  'address',
  Address,
  'The address as it is now; null when there are errors.',
);

const CustomerAddressCreateInput = builder.inputType('CustomerAddressCreateInput', {
  description: 'A new address of a customer.',
  fields: (t) => ({
    customerId: t.id({ required: true, description: 'The id of the customer that it is to belong to.' }),
    address: t.field({ type: AddressInput, required: true, description: 'The address.' }),
    ...requestFields(t),
  }),
});

const CustomerAddressUpdateInput = builder.inputType('CustomerAddressUpdateInput', {
  description:
    'A change of an address: absent keeps, null clears. Texts lose the space around them, and empty ones count as null.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The address’s id.' }),
    name: t.string({ description: `${addressName} Cannot be cleared.` }),
    type: t.field({ type: AddressType, description: 'Whose address it is. Cannot be cleared.' }),
    ...addressFields(t),
    country: t.string({
      description: `${addressCountry} Cannot be cleared; needed with the first part of a place that is given.`,
    }),
    ...requestFields(t),
  }),
});

const CustomerAddressDeleteInput = builder.inputType('CustomerAddressDeleteInput', {
  description: 'Which address to delete.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The address’s id.' }),
    ...requestFields(t),
  }),
});

builder.mutationFields((t) => ({
  customerAddressCreate: t.field({
    type: AddressPayload,
    description:
      'Adds an address to a customer, whose version grows by it. `customerUpdate` makes it a default.',
    args: {
      input: t.arg({ type: CustomerAddressCreateInput, required: true, description: 'The address.' }),
    },
    resolve: (_root, { input }, { writer }) => createAddress(writer, input),
  }),
  customerAddressUpdate: t.field({
    type: AddressPayload,
    description:
      'Changes an address, and with it the version of its customer. A place that changes gets another `Geolocation`, with another id. What changes nothing is no change.',
    args: {
      input: t.arg({ type: CustomerAddressUpdateInput, required: true, description: 'What to change.' }),
    },
    resolve: (_root, { input }, { writer }) => updateAddress(writer, input),
  }),
  customerAddressDelete: t.field({
    type: DeletePayload,
    description:
      'Deletes an address. `IN_USE` while it is its customer’s default billing or shipping address.',
    args: { input: t.arg({ type: CustomerAddressDeleteInput, required: true, description: 'Which one.' }) },
    resolve: (_root, { input }, { writer }) => deleteAddress(writer, input),
  }),
}));
