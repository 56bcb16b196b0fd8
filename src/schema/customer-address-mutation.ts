import { createAddress, deleteAddress, updateAddress } from '../domain/customer/address-mutations.ts';
import { Address, AddressType } from './address.ts';
import { builder } from './builder.ts';
import { DeletePayload } from './delete-payload.ts';
import {
  AddressInput,
  addressCountry,
  addressFields,
  addressName,
  by,
  requestFields,
} from './mutation-input.ts';
import { payload } from './user-error.ts';

const AddressPayload = payload(
  'AddressPayload',
  'address',
  Address,
  'The address as it is now; null if there are errors.',
);

const CustomerAddressCreateInput = builder.inputType('CustomerAddressCreateInput', {
  description: 'A new address of a customer.',
  fields: (t) => ({
    by: by(t),
    address: t.field({ type: AddressInput, required: true, description: 'The address to create.' }),
    ...requestFields(t),
  }),
});

const CustomerAddressUpdateInput = builder.inputType('CustomerAddressUpdateInput', {
  description:
    'A change of an address. Absent fields keep their value, null clears. Strings are trimmed, and empty strings count as null.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The id of the address.' }),
    name: t.string({ description: `${addressName} Cannot be null.` }),
    type: t.field({ type: AddressType, description: 'The type of the address. Cannot be null.' }),
    ...addressFields(t),
    country: t.string({
      description: `${addressCountry} Cannot be null; required when a location field is given for an address without a location.`,
    }),
    ...requestFields(t),
  }),
});

const CustomerAddressDeleteInput = builder.inputType('CustomerAddressDeleteInput', {
  description: 'The address to delete.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The id of the address.' }),
    ...requestFields(t),
  }),
});

builder.mutationFields((t) => ({
  customerAddressCreate: t.field({
    type: AddressPayload,
    description:
      'Creates an address of a customer and increases the customer’s version. `customerUpdate` can make it a default address.',
    args: {
      input: t.arg({
        type: CustomerAddressCreateInput,
        required: true,
        description: 'The customer and the address.',
      }),
    },
    resolve: (_root, { input }, { writer }) => createAddress(writer, input),
  }),
  customerAddressUpdate: t.field({
    type: AddressPayload,
    description:
      'Updates an address and increases the version of its customer. A changed location gets a new `Geolocation` with a new id. An update that changes nothing keeps the version.',
    args: {
      input: t.arg({
        type: CustomerAddressUpdateInput,
        required: true,
        description: 'The address and its changes.',
      }),
    },
    resolve: (_root, { input }, { writer }) => updateAddress(writer, input),
  }),
  customerAddressDelete: t.field({
    type: DeletePayload,
    description:
      'Deletes an address. A default billing or shipping address of its customer cannot be deleted (`IN_USE`).',
    args: {
      input: t.arg({ type: CustomerAddressDeleteInput, required: true, description: 'The address.' }),
    },
    resolve: (_root, { input }, { writer }) => deleteAddress(writer, input),
  }),
}));
