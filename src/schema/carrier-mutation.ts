import { createCarrier, deleteCarrier, updateCarrier } from '../domain/setting/carrier.ts';
import { longest } from '../domain/write/text.ts';
import { builder } from './builder.ts';
import { Carrier, CarrierCode, PortalVisibility } from './carrier.ts';
import { DeleteInput } from './delete-input.ts';
import { DeletePayload } from './delete-payload.ts';
import { requestFields, upTo } from './mutation-input.ts';
import { payload } from './user-error.ts';

const CarrierPayload = payload(
  'CarrierPayload',
  'carrier',
  Carrier,
  'The carrier as it is now; null when there are errors.',
);

const nameRule = `The carrier’s name, unique among the account’s that were not deleted. ${upTo(longest.name)} Space around it is left out.`;
const numberRule = `The account’s number with the carrier; UPS and USPS cannot be without. ${upTo(longest.code)}`;
const visible = 'Whether customers can see and choose it in the customer portal';

const CarrierCreateInput = builder.inputType('CarrierCreateInput', {
  description: 'A new carrier of the account’s own.',
  fields: (t) => ({
    name: t.string({ required: true, description: nameRule }),
    code: t.field({
      type: CarrierCode,
      description: 'Which known carrier it is; absent or null for a custom one. Never changes.',
    }),
    accountNumber: t.string({ description: numberRule }),
    customerPortalVisibility: t.field({
      type: PortalVisibility,
      description: `${visible}; VISIBLE when absent or null.`,
    }),
    ...requestFields(t),
  }),
});

const CarrierUpdateInput = builder.inputType('CarrierUpdateInput', {
  description: 'A change of a carrier: absent keeps, null clears.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The carrier’s id.' }),
    name: t.string({ description: `${nameRule} Cannot be cleared.` }),
    accountNumber: t.string({ description: numberRule }),
    customerPortalVisibility: t.field({
      type: PortalVisibility,
      description: `${visible}. Cannot be cleared.`,
    }),
    ...requestFields(t),
  }),
});

builder.mutationFields((t) => ({
  carrierCreate: t.field({
    type: CarrierPayload,
    description: 'Creates a carrier.',
    args: { input: t.arg({ type: CarrierCreateInput, required: true, description: 'The carrier.' }) },
    resolve: (_root, { input }, { writer }) => createCarrier(writer, input),
  }),
  carrierUpdate: t.field({
    type: CarrierPayload,
    description: 'Changes a carrier of the account’s that was not deleted; the system’s are `SYSTEM_OWNED`.',
    args: { input: t.arg({ type: CarrierUpdateInput, required: true, description: 'What to change.' }) },
    resolve: (_root, { input }, { writer }) => updateCarrier(writer, input),
  }),
  carrierDelete: t.field({
    type: DeletePayload,
    description:
      'Deletes a carrier: `deletedAt` is set, customers that have it keep it, and it cannot be chosen again. The system’s are `SYSTEM_OWNED`.',
    args: { input: t.arg({ type: DeleteInput, required: true, description: 'Which one.' }) },
    resolve: (_root, { input }, { writer }) => deleteCarrier(writer, input),
  }),
}));
