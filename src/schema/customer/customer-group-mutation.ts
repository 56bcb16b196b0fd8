import { upsertRecords } from '../../domain/record-upsert/mutation.ts';
import { deleteCustomerGroup } from '../../domain/setting/customer-group.ts';
import { customerGroups } from '../../domain/setting-upsert/customer-group.ts';
import { maxLengths } from '../../domain/write/text.ts';
import { bulkUpsert } from '../reference-data/bulk-upsert.ts';
import { DeleteInput } from '../reference-data/delete-input.ts';
import { keyFields } from '../reference-data/upsert-item.ts';
import { matching } from '../reference-data/upsert-mutation.ts';
import { builder } from '../relay/builder.ts';
import { DeletePayload } from '../relay/delete-payload.ts';
import { upTo } from './mutation-input.ts';
import { CustomerGroup } from './record.ts';

const CustomerGroupUpsertItem = builder.inputType('CustomerGroupUpsertItem', {
  description:
    'A customer group of the shop. Absent fields keep their value, or get their default on creation; null clears.',
  fields: (t) => ({
    ...keyFields(t, 'which several groups can have'),
    code: t.string({
      description: `A short code, unique within the account; an empty string counts as null. ${upTo(maxLengths.code)}`,
    }),
  }),
});

bulkUpsert({
  type: CustomerGroup,
  plural: 'CustomerGroups',
  noun: 'customer group',
  item: CustomerGroupUpsertItem,
  description: `Creates or updates customer groups of the shop. ${matching}`,
  upsert: (writer, input) => upsertRecords(writer, customerGroups, input),
});

builder.mutationField('customerGroupDelete', (t) =>
  t.field({
    type: DeletePayload,
    description: 'Deletes a customer group. A group with customers cannot be deleted (`IN_USE`).',
    args: { input: t.arg({ type: DeleteInput, required: true, description: 'The group to delete.' }) },
    resolve: (_root, { input }, { writer }) => deleteCustomerGroup(writer, input),
  }),
);
