import { builder } from './builder.ts';
import { requestFields } from './mutation-input.ts';

export const DeleteInput = builder.inputType('DeleteInput', {
  description: 'What to delete.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Its id.' }),
    ...requestFields(t),
  }),
});
