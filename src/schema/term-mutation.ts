import { createPaymentTerm, deletePaymentTerm, updatePaymentTerm } from '../domain/setting/payment-term.ts';
import {
  createShippingTerm,
  deleteShippingTerm,
  updateShippingTerm,
} from '../domain/setting/shipping-term.ts';
import { longest } from '../domain/write/text.ts';
import { builder, type SchemaTypes } from './builder.ts';
import { DeleteInput } from './delete-input.ts';
import { DeletePayload } from './delete-payload.ts';
import { QuantityInput, requestFields, upTo } from './mutation-input.ts';
import { PaymentTerm, PaymentTermStatus, ShippingTerm, ShippingTermType } from './term.ts';
import { payload } from './user-error.ts';

type Fields = PothosSchemaTypes.InputFieldBuilder<
  PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>,
  'InputObject'
>;

const now = 'The term as it is now; null when there are errors.';
const PaymentTermPayload = payload('PaymentTermPayload', 'paymentTerm', PaymentTerm, now);
const ShippingTermPayload = payload('ShippingTermPayload', 'shippingTerm', ShippingTerm, now);

const size = `${upTo(longest.name)} Space around it is left out.`;
const paymentName = `The term’s name, unique among those that the account sees: its own and the system’s. ${size}`;
const shippingName = `The term’s name, unique among the account’s own. ${size}`;

const PaymentTermCreateInput = builder.inputType('PaymentTermCreateInput', {
  description: 'A new payment term of the account’s own.',
  fields: (t) => ({
    name: t.string({ required: true, description: paymentName }),
    status: t.field({
      type: PaymentTermStatus,
      description: 'Whether it can be chosen; ACTIVE when absent or null.',
    }),
    ...requestFields(t),
  }),
});

const PaymentTermUpdateInput = builder.inputType('PaymentTermUpdateInput', {
  description: 'A change of a payment term: absent keeps.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The term’s id.' }),
    name: t.string({ description: `${paymentName} Cannot be cleared.` }),
    status: t.field({
      type: PaymentTermStatus,
      description: 'Whether it can be chosen; customers that have it keep it. Cannot be cleared.',
    }),
    ...requestFields(t),
  }),
});

const rates = (t: Fields) => ({
  flatRate: t.field({
    type: QuantityInput,
    description:
      'The fixed charge for an order, in a unit of dimension CURRENCY; null clears it. Kept with any type, and counts with FLAT_RATE_FREIGHT only.',
  }),
  minimumOrderValue: t.field({
    type: QuantityInput,
    description:
      'The subtotal that an order must reach before free shipping holds, in a unit of dimension CURRENCY; none when null.',
  }),
  freeShippingServiceLevelIds: t.idList({
    description:
      'All service levels that ship free once the minimum is reached, at most 250: replaces those that are there. None, or null: every level does.',
  }),
});

const ShippingTermCreateInput = builder.inputType('ShippingTermCreateInput', {
  description: 'A new shipping term of the account’s own.',
  fields: (t) => ({
    name: t.string({ required: true, description: shippingName }),
    type: t.field({ type: ShippingTermType, required: true, description: 'How freight is priced.' }),
    ...rates(t),
    ...requestFields(t),
  }),
});

const ShippingTermUpdateInput = builder.inputType('ShippingTermUpdateInput', {
  description: 'A change of a shipping term: absent keeps, null clears, a list replaces.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The term’s id.' }),
    name: t.string({ description: `${shippingName} Cannot be cleared.` }),
    type: t.field({ type: ShippingTermType, description: 'How freight is priced. Cannot be cleared.' }),
    ...rates(t),
    ...requestFields(t),
  }),
});

const change = 'Changes a term of the account’s; the system’s are `SYSTEM_OWNED`.';
const removal =
  'Deletes a term of the account’s; one that customers have is `IN_USE`, and the system’s are `SYSTEM_OWNED`.';

builder.mutationFields((t) => {
  const which = { required: true, description: 'Which one.' } as const;
  const term = { required: true, description: 'The term.' } as const;
  const changed = { required: true, description: 'What to change.' } as const;
  return {
    paymentTermCreate: t.field({
      type: PaymentTermPayload,
      description: 'Creates a payment term.',
      args: { input: t.arg({ type: PaymentTermCreateInput, ...term }) },
      resolve: (_root, { input }, { writer }) => createPaymentTerm(writer, input),
    }),
    paymentTermUpdate: t.field({
      type: PaymentTermPayload,
      description: change,
      args: { input: t.arg({ type: PaymentTermUpdateInput, ...changed }) },
      resolve: (_root, { input }, { writer }) => updatePaymentTerm(writer, input),
    }),
    paymentTermDelete: t.field({
      type: DeletePayload,
      description: removal,
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
      description: change,
      args: { input: t.arg({ type: ShippingTermUpdateInput, ...changed }) },
      resolve: (_root, { input }, { writer }) => updateShippingTerm(writer, input),
    }),
    shippingTermDelete: t.field({
      type: DeletePayload,
      description: removal,
      args: { input: t.arg({ type: DeleteInput, ...which }) },
      resolve: (_root, { input }, { writer }) => deleteShippingTerm(writer, input),
    }),
  };
});
