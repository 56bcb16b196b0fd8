import { updateAccount } from '../../domain/setting/account.ts';
import { maxLengths } from '../../domain/write/text.ts';
import { requestFields, upTo } from '../customer/mutation-input.ts';
import { builder } from '../relay/builder.ts';
import { payload } from '../relay/user-error.ts';
import { Account } from './account.ts';

const AccountPayload = payload(
  'AccountPayload',
  'account',
  Account,
  'The current account; null if there are errors.',
);

const AccountUpdateInput = builder.inputType('AccountUpdateInput', {
  description: 'A change of the caller’s account. Absent fields keep their value.',
  fields: (t) => ({
    name: t.string({
      description: `The name of the company. ${upTo(maxLengths.name)} Leading and trailing whitespace is trimmed. Cannot be null.`,
    }),
    ...requestFields(t),
  }),
});

builder.mutationField('accountUpdate', (t) =>
  t.field({
    type: AccountPayload,
    description: 'Updates the account of the caller.',
    args: { input: t.arg({ type: AccountUpdateInput, required: true, description: 'The changes.' }) },
    resolve: (_root, { input }, { writer }) => updateAccount(writer, input),
  }),
);
