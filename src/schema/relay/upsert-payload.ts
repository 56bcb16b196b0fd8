import type { ObjectRef } from '@pothos/core';
import type { ModelName } from '../../db/model/table.ts';
import { builder, type Types } from './builder.ts';
import type { RowRef } from './relation.ts';
import { UpsertOutcome } from './upsert-outcome.ts';
import { type PayloadShape, payload } from './user-error.ts';

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
  // The fields of `payload` need nothing but its own shape.
  const ref = payload(name, field, type, description) as unknown as ObjectRef<Types, UpsertShape>;
  builder.objectField(ref, 'outcome', (t) =>
    t.field({
      type: UpsertOutcome,
      nullable: true,
      description: 'The outcome; null if there are errors.',
      resolve: ({ outcome }) => outcome ?? null,
    }),
  );
  return ref;
}
