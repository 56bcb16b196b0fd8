import { requestFields } from '../customer/mutation-input.ts';
import { builder } from '../relay/builder.ts';

export const DeleteInput = builder.inputType('DeleteInput', {
  description: 'The object to delete.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The id of the object to delete.' }),
    ...requestFields(t),
  }),
});
