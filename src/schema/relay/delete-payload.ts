import { builder } from './builder.ts';
import { type PayloadShape, userErrors } from './user-error.ts';

export const DeletePayload = builder.objectRef<PayloadShape>('DeletePayload');

builder.objectType(DeletePayload, {
  description: 'The result of a deletion.',
  fields: (t) => ({
    deletedId: t.id({
      nullable: true,
      description: 'The id of the deleted object; null if there are errors.',
      resolve: ({ id }) => id ?? null,
    }),
    userErrors: t.field(userErrors),
  }),
});
