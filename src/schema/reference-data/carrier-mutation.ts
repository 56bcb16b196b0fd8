import { createCarrier, deleteCarrier, updateCarrier } from '../../domain/setting/carrier.ts';
import { maxLengths } from '../../domain/write/text.ts';
import { requestFields, upTo } from '../customer/mutation-input.ts';
import { builder } from '../relay/builder.ts';
import { DeletePayload } from '../relay/delete-payload.ts';
import { payload } from '../relay/user-error.ts';
import { Carrier, CarrierCode, PortalVisibility } from './carrier.ts';
import { DeleteInput } from './delete-input.ts';

const CarrierPayload = payload(
  'CarrierPayload',
  'carrier',
  Carrier,
  'The current carrier; null if there are errors.',
);

const carrierNameRule = `The name of the carrier, unique among the account’s carriers that are not deleted. ${upTo(maxLengths.name)} Leading and trailing whitespace is trimmed.`;
const numberRule = `The account number with the carrier; required for \`UPS\` and \`USPS\`. ${upTo(maxLengths.code)}`;
const visible = 'Whether customers can see and select it in the customer portal';

const CarrierCreateInput = builder.inputType('CarrierCreateInput', {
  description: 'A new carrier, owned by the account.',
  fields: (t) => ({
    name: t.string({ required: true, description: carrierNameRule }),
    code: t.field({
      type: CarrierCode,
      description:
        'The code of the known carrier; absent or null for a custom carrier. Cannot be changed later.',
    }),
    accountNumber: t.string({ description: numberRule }),
    customerPortalVisibility: t.field({
      type: PortalVisibility,
      description: `${visible}; \`VISIBLE\` if absent or null.`,
    }),
    ...requestFields(t),
  }),
});

const CarrierUpdateInput = builder.inputType('CarrierUpdateInput', {
  description: 'A change of a carrier. Absent fields keep their value, null clears.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The id of the carrier.' }),
    name: t.string({ description: `${carrierNameRule} Cannot be null.` }),
    accountNumber: t.string({ description: numberRule }),
    customerPortalVisibility: t.field({
      type: PortalVisibility,
      description: `${visible}. Cannot be null.`,
    }),
    ...requestFields(t),
  }),
});

builder.mutationFields((t) => ({
  carrierCreate: t.field({
    type: CarrierPayload,
    description: 'Creates a carrier.',
    args: {
      input: t.arg({ type: CarrierCreateInput, required: true, description: 'The carrier to create.' }),
    },
    resolve: (_root, { input }, { writer }) => createCarrier(writer, input),
  }),
  carrierUpdate: t.field({
    type: CarrierPayload,
    description:
      'Updates a carrier of the account that is not deleted. System-owned carriers cannot be changed (`SYSTEM_OWNED`).',
    args: {
      input: t.arg({ type: CarrierUpdateInput, required: true, description: 'The carrier and its changes.' }),
    },
    resolve: (_root, { input }, { writer }) => updateCarrier(writer, input),
  }),
  carrierDelete: t.field({
    type: DeletePayload,
    description:
      'Deletes a carrier by setting `deletedAt`. Customers keep the carrier, but it can no longer be selected. System-owned carriers cannot be deleted (`SYSTEM_OWNED`).',
    args: { input: t.arg({ type: DeleteInput, required: true, description: 'The carrier to delete.' }) },
    resolve: (_root, { input }, { writer }) => deleteCarrier(writer, input),
  }),
}));
