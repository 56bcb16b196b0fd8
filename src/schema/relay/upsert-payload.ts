import type { ModelName } from '../../db/model/table.ts';
import { builder } from './builder.ts';
import { modelOf, type RowRef } from './relation.ts';
import { UpsertOutcome } from './upsert-outcome.ts';
import { type PayloadShape, userErrors } from './user-error.ts';

interface UpsertShape extends PayloadShape {
  readonly outcome?: 'CREATED' | 'UPDATED' | 'UNCHANGED';
}

/** Like `payload`, with the outcome of the upsert. */
export function upsertPayload<M extends ModelName>(
  name: `${string}Payload`,
  field: string,
  type: RowRef<M>,
  description: string,
) {
  // As in `payload`: TypeScript cannot infer a field's type from a type parameter.
  const row = type as unknown as RowRef<'Customer'>;
  const ref = builder.objectRef<UpsertShape>(name);
  builder.objectType(ref, {
    description: `The result of a mutation. ${description}`,
    fields: (t) => ({
      [field]: t.field({
        type: row,
        nullable: true,
        description,
        resolve: async ({ id }, _args, { loaders }) =>
          id == null ? null : await loaders.row(modelOf(row)).defer(id),
      }),
      outcome: t.field({
        type: UpsertOutcome,
        nullable: true,
        description: 'The outcome; null if there are errors.',
        resolve: ({ outcome }) => outcome ?? null,
      }),
      userErrors: t.field(userErrors),
    }),
  });
  return ref;
}
