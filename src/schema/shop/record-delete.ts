import { typeOfId } from '../../db/model/id.ts';
import { deleteRecord } from '../../domain/shop/delete.ts';
import { isRecordModel } from '../../domain/shop/record-type.ts';
import { imports, type Rule, writesCustomers } from '../build/rule.ts';
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

/** Files need the scope of their upsert. */
const deletes = (model: unknown): Rule => (model === 'Attachment' ? writesCustomers : imports);

function deletesById(id: unknown): Rule {
  const model = typeOfId(String(id));
  return model !== undefined && isRecordModel(model) ? deletes(model) : 'open';
}

const CustomerRecordDeleteInput = builder.inputType('CustomerRecordDeleteInput', {
  description: 'The record to delete: either its id, or its type and its source record.',
  fields: (t) => ({
    id: t.id({
      description: 'The id of the record; its prefix identifies the type.',
      extensions: { access: deletesById },
    }),
    type: t.field({
      type: CustomerRecordType,
      description: 'The type of the record, with `source`.',
      extensions: { access: deletes },
    }),
    source: t.field({ type: SourceRecordInput, description: 'A source record of the record, with `type`.' }),
    ...requestFields(t),
  }),
});

builder.mutationField('customerRecordDelete', (t) =>
  t.field({
    type: DeletePayload,
    description:
      'Deletes a shop record of a customer and its source records: an order, order subscription, return, SKU list, payment source, subscription or file. Files require the scope `customers:write`, all other records `customers:import`. `Return.order` of the returns of a deleted order becomes null. The customer’s `version` stays the same, and no event is written.',
    args: {
      input: t.arg({ type: CustomerRecordDeleteInput, required: true, description: 'The record to delete.' }),
    },
    resolve: (_root, { input }, { writer }) => deleteRecord(writer, input),
  }),
);
