import {
  createAccountGroup,
  deleteAccountGroup,
  updateAccountGroup,
} from '../../domain/setting/account-group.ts';
import { maxLengths } from '../../domain/write/text.ts';
import { requestFields, upTo } from '../customer/mutation-input.ts';
import { builder } from '../relay/builder.ts';
import { DeletePayload } from '../relay/delete-payload.ts';
import { payload } from '../relay/user-error.ts';
import { AccountGroup, AccountGroupType, CommissionPolicy, FreightPolicy } from './account-group.ts';
import { DeleteInput } from './delete-input.ts';

const AccountGroupPayload = payload(
  'AccountGroupPayload',
  'accountGroup',
  AccountGroup,
  'The current group; null if there are errors.',
);

const groupNameRule = `The name of the group, unique within the account. ${upTo(maxLengths.name)} Leading and trailing whitespace is trimmed.`;
const descriptionRule = `Free text about the group; an empty string counts as null. ${upTo(maxLengths.description)}`;

const AccountGroupCreateInput = builder.inputType('AccountGroupCreateInput', {
  description: 'A new group of customers.',
  fields: (t) => ({
    type: t.field({
      type: AccountGroupType,
      required: true,
      description: 'The purpose of the group. Cannot be changed later.',
    }),
    name: t.string({ required: true, description: groupNameRule }),
    description: t.string({ description: descriptionRule }),
    commissionPolicy: t.field({
      type: CommissionPolicy,
      description: 'Whether orders of the members earn commission; `COMMISSION_APPLIED` if absent or null.',
    }),
    freightPolicy: t.field({
      type: FreightPolicy,
      description: 'Whether the members pay freight; `BILLED_FREIGHT` if absent or null.',
    }),
    ...requestFields(t),
  }),
});

const AccountGroupUpdateInput = builder.inputType('AccountGroupUpdateInput', {
  description:
    'A change of a group of customers. Absent fields keep their value, null clears. The type cannot be changed.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The id of the group.' }),
    name: t.string({ description: `${groupNameRule} Cannot be null.` }),
    description: t.string({ description: descriptionRule }),
    commissionPolicy: t.field({
      type: CommissionPolicy,
      description:
        'Whether orders of the members earn commission; effective immediately for all members. Cannot be null.',
    }),
    freightPolicy: t.field({
      type: FreightPolicy,
      description: 'Whether the members pay freight; effective immediately for all members. Cannot be null.',
    }),
    ...requestFields(t),
  }),
});

builder.mutationFields((t) => ({
  accountGroupCreate: t.field({
    type: AccountGroupPayload,
    description: 'Creates a group of customers.',
    args: {
      input: t.arg({ type: AccountGroupCreateInput, required: true, description: 'The group to create.' }),
    },
    resolve: (_root, { input }, { writer }) => createAccountGroup(writer, input),
  }),
  accountGroupUpdate: t.field({
    type: AccountGroupPayload,
    description: 'Updates a group of customers. Its policies apply to every member immediately.',
    args: {
      input: t.arg({
        type: AccountGroupUpdateInput,
        required: true,
        description: 'The group and its changes.',
      }),
    },
    resolve: (_root, { input }, { writer }) => updateAccountGroup(writer, input),
  }),
  accountGroupDelete: t.field({
    type: DeletePayload,
    description:
      'Deletes a group. A `PRICING_GROUP` is first removed from all its customers, each with an event and a new version; a `TYPE_GROUP` with customers cannot be deleted (`IN_USE`).',
    args: { input: t.arg({ type: DeleteInput, required: true, description: 'The group to delete.' }) },
    resolve: (_root, { input }, { writer }) => deleteAccountGroup(writer, input),
  }),
}));
