import type { ModelName } from '../db/table.ts';
import type { UserError as UserErrorShape } from '../domain/write/user-error.ts';
import { allows, typeRule } from './access.ts';
import { builder } from './builder.ts';
import { modelOf, type RowRef } from './relation.ts';

const UserErrorCode = builder.enumType('UserErrorCode', {
  description: 'The kind of a problem with the input.',
  values: {
    REQUIRED: { description: 'The field is required, or cannot be cleared.' },
    INVALID: { description: 'The value is invalid; the message says what would be right.' },
    TOO_LONG: { description: 'The value has too many characters.' },
    TAKEN: { description: 'Another object already has this value, which must be unique.' },
    NOT_FOUND: {
      description: 'The referenced object does not exist, belongs to another account or was deleted.',
    },
    AMBIGUOUS: {
      description: 'More than one object matches the name or email; the id or the exact name identifies one.',
    },
    SYSTEM_OWNED: { description: 'The object is owned by the system; accounts cannot change it.' },
    IN_USE: { description: 'It cannot be deleted while other objects refer to it.' },
    STALE_VERSION: {
      description:
        'The version of the customer differs from `ifVersion`; the payload has the current customer.',
    },
    WRONG_GROUP_TYPE: { description: 'The account group has the wrong type for this field.' },
    WRONG_CARRIER: { description: 'The service level belongs to another carrier.' },
    HIERARCHY_DEPTH: {
      description:
        'The hierarchy would get a third level: a parent that has a parent, or a child that has children.',
    },
    HIERARCHY_CYCLE: { description: 'The customer would become its own ancestor.' },
    DISCONTINUED: { description: 'The customer is discontinued.' },
    LIMIT_EXCEEDED: { description: 'The number of items is above the maximum.' },
    IDEMPOTENCY_KEY_REUSED: {
      description: 'The idempotency key was used with other input within the last 24 hours.',
    },
  } as const satisfies Readonly<Record<UserErrorShape['code'], { readonly description: string }>>,
});

export const UserError = builder.objectRef<UserErrorShape>('UserError');

builder.objectType(UserError, {
  description: 'A problem with the input that the caller can fix. Nothing was saved.',
  fields: (t) => ({
    code: t.expose('code', { type: UserErrorCode, description: 'The kind of the problem.' }),
    message: t.string({
      description:
        'A message for people: what is wrong and what would be right. It contains ids, names and counts of other objects only if the caller has the scope to read them.',
      resolve: ({ message, detail }, _args, { viewer }) =>
        detail && allows(typeRule(detail.of) ?? 'open', viewer.scopes) ? detail.message : message,
    }),
    path: t.field({
      type: ['String'],
      description:
        'The path of the invalid field in `input`, with list indices as strings; empty if the problem is the input as a whole. At most as deep as the input.',
      resolve: ({ path }) => [...path],
    }),
  }),
});

export interface PayloadShape {
  /** The id of the saved object; absent if nothing was saved. */
  readonly id?: string | null;
  readonly userErrors: readonly UserErrorShape[];
}

export const userErrors = {
  type: [UserError] as [typeof UserError],
  description:
    'Problems with the input. If this list is not empty, nothing was saved. At most a few per input field.',
  resolve: (payload: { readonly userErrors: readonly UserErrorShape[] }) => [...payload.userErrors],
};

/** The type of a payload with one row, loaded by the payload's id, and the errors. */
export function payload<M extends ModelName>(
  name: `${string}Payload`,
  field: string,
  type: RowRef<M>,
  description: string,
) {
  // The model does not matter here, and TypeScript cannot infer a field's type from a type parameter.
  const row = type as unknown as RowRef<'Customer'>;
  const ref = builder.objectRef<PayloadShape>(name);
  builder.objectType(ref, {
    description: `The result of a mutation. ${description}`,
    fields: (t) => ({
      [field]: t.field({
        type: row,
        nullable: true,
        description,
        resolve: async ({ id }, _args, { loaders }) =>
          id == null ? null : await loaders.row(modelOf(row)).load(id),
      }),
      userErrors: t.field(userErrors),
    }),
  });
  return ref;
}
