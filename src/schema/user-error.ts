import type { ModelName } from '../db/table.ts';
import type { UserError as UserErrorShape } from '../domain/write/user-error.ts';
import { allows, typeRule } from './access.ts';
import { builder } from './builder.ts';
import { modelOf, type RowRef } from './relation.ts';

const UserErrorCode = builder.enumType('UserErrorCode', {
  description: 'What is wrong with an input, by kind.',
  values: {
    REQUIRED: { description: 'It must be given, or cannot be cleared.' },
    INVALID: { description: 'It is not what it should be; the message says what would be right.' },
    TOO_LONG: { description: 'It has more characters than it can have.' },
    TAKEN: { description: 'Another one has it, and no two can.' },
    NOT_FOUND: { description: 'It names nothing, nothing of the account’s, or something that was deleted.' },
    IMMUTABLE: { description: 'It never changes.' },
    SYSTEM_OWNED: { description: 'It is the system’s; no account can change it.' },
    IN_USE: { description: 'It cannot go while others refer to it.' },
    STALE_VERSION: {
      description:
        'The customer has another version than `ifVersion` says; the payload has the customer as it is now.',
    },
    WRONG_GROUP_TYPE: { description: 'The group is of another type than it must be here.' },
    WRONG_CARRIER: { description: 'The service level is none of the carrier’s.' },
    HIERARCHY_DEPTH: {
      description: 'It would make a third level: a parent that has a parent, or a child that has children.',
    },
    HIERARCHY_CYCLE: { description: 'A customer would be above itself.' },
    DISCONTINUED: { description: 'The customer is discontinued.' },
    LIMIT_EXCEEDED: { description: 'There are more of them than there can be.' },
    IDEMPOTENCY_KEY_REUSED: { description: 'The key was used with another input in the last 24 hours.' },
  } as const satisfies Readonly<Record<UserErrorShape['code'], { readonly description: string }>>,
});

export const UserError = builder.objectRef<UserErrorShape>('UserError');

builder.objectType(UserError, {
  description: 'Something about an input that its sender can put right. Nothing was written then.',
  fields: (t) => ({
    code: t.expose('code', { type: UserErrorCode, description: 'What is wrong, by kind.' }),
    message: t.string({
      description:
        'What is wrong and what would be right, for a person. It has ids, names and counts of other objects only for callers with the scope that reads them.',
      resolve: ({ message, detail }, _args, { viewer }) =>
        detail && allows(typeRule(detail.of) ?? 'open', viewer.scopes) ? detail.message : message,
    }),
    path: t.field({
      type: ['String'],
      description:
        'The path of the offending field in `input`, list indices as strings; empty when it is the input as a whole. At most as deep as the input.',
      resolve: ({ path }) => [...path],
    }),
  }),
});

export interface PayloadShape {
  /** The id of what was written; absent where nothing was. */
  readonly id?: string | null;
  readonly userErrors: readonly UserErrorShape[];
}

export const userErrors = {
  type: [UserError] as [typeof UserError],
  description:
    'All that is wrong with the input, at once; then nothing was written. Empty when it was done. At most a few for each field of the input.',
  resolve: (payload: { readonly userErrors: readonly UserErrorShape[] }) => [...payload.userErrors],
};

/** The type of a payload that has one row, found by the payload's id, and what was wrong. */
export function payload<M extends ModelName>(
  name: `${string}Payload`,
  field: string,
  type: RowRef<M>,
  description: string,
) {
  // Which model it is makes no difference here, and TypeScript cannot tell a field's type by one that is a parameter.
  const row = type as unknown as RowRef<'Customer'>;
  const ref = builder.objectRef<PayloadShape>(name);
  builder.objectType(ref, {
    description: `What came of a mutation. ${description}`,
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
