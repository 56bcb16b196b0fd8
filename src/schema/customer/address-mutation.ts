import { upsertAddresses } from '../../domain/customer/address-book.ts';
import { createAddress, deleteAddress, updateAddress } from '../../domain/customer/address-mutations.ts';
import { bulkUpsert } from '../reference-data/bulk-upsert.ts';
import { builder } from '../relay/builder.ts';
import { DeletePayload } from '../relay/delete-payload.ts';
import { payload } from '../relay/user-error.ts';
import { Address, AddressType } from './address.ts';
import {
  AddressInput,
  addressCountry,
  addressFields,
  addressName,
  by,
  requestFields,
} from './mutation-input.ts';
import { CustomerIdentifier } from './query.ts';

const AddressPayload = payload(
  'AddressPayload',
  'address',
  Address,
  'The current address; null if there are errors.',
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
    country: t.string({ description: addressCountry }),
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
      'Creates an address of a customer and increases the customer’s version. `customerUpdate` can make it a default address. If another address already has the source record, the error is `TAKEN`.',
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

bulkUpsert({
  ...{ type: Address, plural: 'CustomerAddresses', name: 'CustomerAddress', noun: 'address' },
  item: builder.inputType('CustomerAddressUpsertItem', {
    description: 'An address of a customer’s address book.',
    fields: (t) => ({
      customer: t.field({
        type: CustomerIdentifier,
        required: true,
        description:
          'The customer, by its id or another key. If it does not exist, the error is `NOT_FOUND`.',
      }),
      address: t.field({
        type: AddressInput,
        required: true,
        description: 'The address. Its `source` is required.',
      }),
    }),
  }),
  description:
    'Creates or updates addresses of customers. An item matches the customer’s address of its `source`; without a match, an address is created and linked. The changes of a customer’s addresses are one event and one `version`.',
  upsert: upsertAddresses,
});
