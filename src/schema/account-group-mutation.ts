import {
  createAccountGroup,
  deleteAccountGroup,
  updateAccountGroup,
} from '../domain/setting/account-group.ts';
import { longest } from '../domain/write/text.ts';
import { AccountGroup, AccountGroupType, CommissionPolicy, FreightPolicy } from './account-group.ts';
import { builder } from './builder.ts';
import { DeleteInput } from './delete-input.ts';
import { DeletePayload } from './delete-payload.ts';
import { requestFields, upTo } from './mutation-input.ts';
import { payload } from './user-error.ts';

const AccountGroupPayload = payload(
  'AccountGroupPayload',
  'accountGroup',
  AccountGroup,
  'The group as it is now; null when there are errors.',
);

const nameRule = `The group’s name, unique within the account. ${upTo(longest.name)} Space around it is left out.`;
const descriptionRule = `Free text about the group; an empty one counts as null. ${upTo(longest.description)}`;

const AccountGroupCreateInput = builder.inputType('AccountGroupCreateInput', {
  description: 'A new group of customers.',
  fields: (t) => ({
    type: t.field({
      type: AccountGroupType,
      required: true,
      description: 'What the group is for. Never changes.',
    }),
    name: t.string({ required: true, description: nameRule }),
    description: t.string({ description: descriptionRule }),
    commissionPolicy: t.field({
      type: CommissionPolicy,
      description: 'Whether its members’ orders earn commission; COMMISSION_APPLIED when absent or null.',
    }),
    freightPolicy: t.field({
      type: FreightPolicy,
      description: 'Whether its members pay freight; BILLED_FREIGHT when absent or null.',
    }),
    ...requestFields(t),
  }),
});

const AccountGroupUpdateInput = builder.inputType('AccountGroupUpdateInput', {
  description: 'A change of a group of customers: absent keeps, null clears. Its type never changes.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The group’s id.' }),
    name: t.string({ description: `${nameRule} Cannot be cleared.` }),
    description: t.string({ description: descriptionRule }),
    commissionPolicy: t.field({
      type: CommissionPolicy,
      description: 'Whether its members’ orders earn commission, at once for all. Cannot be cleared.',
    }),
    freightPolicy: t.field({
      type: FreightPolicy,
      description: 'Whether its members pay freight, at once for all. Cannot be cleared.',
    }),
    ...requestFields(t),
  }),
});

builder.mutationFields((t) => ({
  accountGroupCreate: t.field({
    type: AccountGroupPayload,
    description: 'Creates a group of customers.',
    args: { input: t.arg({ type: AccountGroupCreateInput, required: true, description: 'The group.' }) },
    resolve: (_root, { input }, { writer }) => createAccountGroup(writer, input),
  }),
  accountGroupUpdate: t.field({
    type: AccountGroupPayload,
    description: 'Changes a group of customers; its policies hold for every member at once.',
    args: { input: t.arg({ type: AccountGroupUpdateInput, required: true, description: 'What to change.' }) },
    resolve: (_root, { input }, { writer }) => updateAccountGroup(writer, input),
  }),
  accountGroupDelete: t.field({
    type: DeletePayload,
    description:
      'Deletes a group. A PRICING_GROUP is taken off all its customers first, each with an event and a new version; a TYPE_GROUP that customers have is `IN_USE`.',
    args: { input: t.arg({ type: DeleteInput, required: true, description: 'Which one.' }) },
    resolve: (_root, { input }, { writer }) => deleteAccountGroup(writer, input),
  }),
}));
