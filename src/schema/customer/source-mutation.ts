import { addCustomerSource, removeCustomerSource } from '../../domain/customer/sources.ts';
import { maxSourceRecords } from '../../domain/source/key.ts';
import { builder } from '../relay/builder.ts';
import { SourceRecordInput } from '../relay/source.ts';
import { CustomerPayload } from './mutation.ts';
import { by, ifVersion, requestFields } from './mutation-input.ts';

const CustomerSourceAddInput = builder.inputType('CustomerSourceAddInput', {
  description: 'A customer and a record in a source system.',
  fields: (t) => ({
    by: by(t),
    source: t.field({
      type: SourceRecordInput,
      required: true,
      description: 'The record. If another customer has it, the error is `TAKEN` unless `move` is true.',
    }),
    move: t.boolean({
      defaultValue: false,
      description: 'Whether to move the record if another customer has it.',
    }),
    ifVersion: ifVersion(t),
    ...requestFields(t),
  }),
});

const CustomerSourceRemoveInput = builder.inputType('CustomerSourceRemoveInput', {
  description: 'A customer and a record in a source system.',
  fields: (t) => ({
    by: by(t),
    source: t.field({
      type: SourceRecordInput,
      required: true,
      description: 'The record. If another customer has it, the error is `NOT_FOUND`.',
    }),
    ifVersion: ifVersion(t),
    ...requestFields(t),
  }),
});

const record = { required: true, description: 'The customer and the record.' } as const;

builder.mutationFields((t) => ({
  customerSourceAdd: t.field({
    type: CustomerPayload,
    description: `Links a record in a source system to a customer. A record that moves is removed from its former customer, with an event and a new version. A customer has at most ${maxSourceRecords} records (\`LIMIT_EXCEEDED\`). Has no effect if the customer has the record. The first record of \`INVENTORY_PRO\` is the customer’s \`shortId\`.`,
    args: { input: t.arg({ type: CustomerSourceAddInput, ...record }) },
    resolve: (_root, { input }, { writer }) => addCustomerSource(writer, input),
  }),
  customerSourceRemove: t.field({
    type: CustomerPayload,
    description:
      'Removes a record in a source system from a customer. Values that only this record gave are then those of the other records or of the baseline; a customer without any other record keeps its values. A `shortId` that is the id of this record becomes the id of the next `INVENTORY_PRO` record, or null. Has no effect if no customer has the record.',
    args: { input: t.arg({ type: CustomerSourceRemoveInput, ...record }) },
    resolve: (_root, { input }, { writer }) => removeCustomerSource(writer, input),
  }),
}));
