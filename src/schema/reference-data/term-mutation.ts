import {
  createPaymentTerm,
  deletePaymentTerm,
  updatePaymentTerm,
} from '../../domain/setting/payment-term.ts';
import {
  createShippingTerm,
  deleteShippingTerm,
  updateShippingTerm,
} from '../../domain/setting/shipping-term.ts';
import { maxLengths } from '../../domain/write/text.ts';
import { QuantityInput, requestFields, upTo } from '../customer/mutation-input.ts';
import { builder, type InputFields } from '../relay/builder.ts';
import { DeletePayload } from '../relay/delete-payload.ts';
import { payload } from '../relay/user-error.ts';
import { DeleteInput } from './delete-input.ts';
import { PaymentTerm, PaymentTermStatus, ShippingTerm, ShippingTermType } from './term.ts';

const now = 'The current term; null if there are errors.';
const PaymentTermPayload = payload('PaymentTermPayload', 'paymentTerm', PaymentTerm, now);
const ShippingTermPayload = payload('ShippingTermPayload', 'shippingTerm', ShippingTerm, now);

const size = `${upTo(maxLengths.name)} Leading and trailing whitespace is trimmed.`;
const paymentName = `The name of the term, unique among the payment terms of the account and the system. ${size}`;
const shippingName = `The name of the term, unique among the shipping terms of the account. ${size}`;

const PaymentTermCreateInput = builder.inputType('PaymentTermCreateInput', {
  description: 'A new payment term, owned by the account.',
  fields: (t) => ({
    name: t.string({ required: true, description: paymentName }),
    status: t.field({
      type: PaymentTermStatus,
      description: 'Whether the term can be selected; `ACTIVE` if absent or null.',
    }),
    ...requestFields(t),
  }),
});

const PaymentTermUpdateInput = builder.inputType('PaymentTermUpdateInput', {
  description: 'A change of a payment term. Absent fields keep their value.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The id of the term.' }),
    name: t.string({ description: `${paymentName} Cannot be null.` }),
    status: t.field({
      type: PaymentTermStatus,
      description: 'Whether the term can be selected; customers that have it keep it. Cannot be null.',
    }),
    ...requestFields(t),
  }),
});

const rates = (t: InputFields) => ({
  flatRate: t.field({
    type: QuantityInput,
    description:
      'The fixed charge for an order, in a unit of dimension `CURRENCY`; null clears it. Stored with any type, but applies to `FLAT_RATE_FREIGHT` only.',
  }),
  minimumOrderValue: t.field({
    type: QuantityInput,
    description:
      'The minimum order subtotal for free shipping, in a unit of dimension `CURRENCY`; null removes the minimum.',
  }),
  freeShippingServiceLevelIds: t.idList({
    description:
      'The ids of all service levels that ship free from the minimum order value on, at most 250; replaces the existing list. If empty or null, every service level ships free.',
  }),
});

const ShippingTermCreateInput = builder.inputType('ShippingTermCreateInput', {
  description: 'A new shipping term, owned by the account.',
  fields: (t) => ({
    name: t.string({ required: true, description: shippingName }),
    type: t.field({ type: ShippingTermType, required: true, description: 'The pricing of freight.' }),
    ...rates(t),
    ...requestFields(t),
  }),
});

const ShippingTermUpdateInput = builder.inputType('ShippingTermUpdateInput', {
  description:
    'A change of a shipping term. Absent fields keep their value, null clears, a list replaces the existing one.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The id of the term.' }),
    name: t.string({ description: `${shippingName} Cannot be null.` }),
    type: t.field({ type: ShippingTermType, description: 'The pricing of freight. Cannot be null.' }),
    ...rates(t),
    ...requestFields(t),
  }),
});

const updateDescription =
  'Updates a term of the account. System-owned terms cannot be changed (`SYSTEM_OWNED`).';
const deleteDescription =
  'Deletes a term of the account. A term that customers have cannot be deleted (`IN_USE`), nor can a system-owned term (`SYSTEM_OWNED`).';

builder.mutationFields((t) => {
  const which = { required: true, description: 'The term to delete.' } as const;
  const term = { required: true, description: 'The term to create.' } as const;
  const changed = { required: true, description: 'The term and its changes.' } as const;
  return {
    paymentTermCreate: t.field({
      type: PaymentTermPayload,
      description: 'Creates a payment term.',
      args: { input: t.arg({ type: PaymentTermCreateInput, ...term }) },
      resolve: (_root, { input }, { writer }) => createPaymentTerm(writer, input),
    }),
    paymentTermUpdate: t.field({
      type: PaymentTermPayload,
      description: updateDescription,
      args: { input: t.arg({ type: PaymentTermUpdateInput, ...changed }) },
      resolve: (_root, { input }, { writer }) => updatePaymentTerm(writer, input),
    }),
    paymentTermDelete: t.field({
      type: DeletePayload,
      description: deleteDescription,
      args: { input: t.arg({ type: DeleteInput, ...which }) },
      resolve: (_root, { input }, { writer }) => deletePaymentTerm(writer, input),
    }),
    shippingTermCreate: t.field({
      type: ShippingTermPayload,
      description: 'Creates a shipping term.',
      args: { input: t.arg({ type: ShippingTermCreateInput, ...term }) },
      resolve: (_root, { input }, { writer }) => createShippingTerm(writer, input),
    }),
    shippingTermUpdate: t.field({
      type: ShippingTermPayload,
      description: updateDescription,
      args: { input: t.arg({ type: ShippingTermUpdateInput, ...changed }) },
      resolve: (_root, { input }, { writer }) => updateShippingTerm(writer, input),
    }),
    shippingTermDelete: t.field({
      type: DeletePayload,
      description: deleteDescription,
      args: { input: t.arg({ type: DeleteInput, ...which }) },
      resolve: (_root, { input }, { writer }) => deleteShippingTerm(writer, input),
    }),
  };
});
