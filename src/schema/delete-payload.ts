import { builder } from './builder.ts';
import { type PayloadShape, userErrors } from './user-error.ts';

export const DeletePayload = builder.objectRef<PayloadShape>('DeletePayload');

builder.objectType(DeletePayload, {
  description: 'What came of a deletion.',
  fields: (t) => ({
    deletedId: t.id({
      nullable: true,
      description: 'The id of what was deleted; null when there are errors, and nothing was.',
      resolve: ({ id }) => id ?? null,
    }),
    userErrors: t.field(userErrors),
  }),
});
