import { deleteRecord } from '../../domain/shop/delete.ts';
import { requestFields } from '../customer/mutation-input.ts';
import { builder } from '../relay/builder.ts';
import { DeletePayload } from '../relay/delete-payload.ts';
import { SourceRecordInput } from '../relay/source.ts';

const CustomerRecordType = builder.enumType('CustomerRecordType', {
  description: 'The types of the shop records of a customer.',
  values: {
    ORDER: { value: 'Order', description: 'An order.' },
    ORDER_SUBSCRIPTION: { value: 'OrderSubscription', description: 'A recurring order.' },
    RETURN: { value: 'Return', description: 'A return of goods.' },
    SKU_LIST: { value: 'SkuList', description: 'A saved list of articles.' },
    PAYMENT_SOURCE: { value: 'PaymentSource', description: 'A saved payment method.' },
    CUSTOMER_SUBSCRIPTION: { value: 'CustomerSubscription', description: 'A subscription to email news.' },
    ATTACHMENT: { value: 'Attachment', description: 'A file.' },
  } as const,
});

const CustomerRecordDeleteInput = builder.inputType('CustomerRecordDeleteInput', {
  description: 'The record to delete: either its id, or its type and its source record.',
  fields: (t) => ({
    id: t.id({ description: 'The id of the record; its prefix identifies the type.' }),
    type: t.field({ type: CustomerRecordType, description: 'The type of the record, with `source`.' }),
    source: t.field({ type: SourceRecordInput, description: 'A source record of the record, with `type`.' }),
    ...requestFields(t),
  }),
});

builder.mutationField('customerRecordDelete', (t) =>
  t.field({
    type: DeletePayload,
    description:
      'Deletes a shop record of a customer and its source records: an order, order subscription, return, SKU list, payment source, subscription or file. `Return.order` of the returns of a deleted order becomes null. The customer’s `version` stays the same, and no event is written.',
    args: {
      input: t.arg({ type: CustomerRecordDeleteInput, required: true, description: 'The record to delete.' }),
    },
    resolve: (_root, { input }, { writer }) => deleteRecord(writer, input),
  }),
);
