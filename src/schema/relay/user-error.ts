import type { ModelName } from '../../db/model/table.ts';
import type { UserError as UserErrorShape } from '../../domain/write/user-error.ts';
import { allows, typeRule } from '../build/access-rules.ts';
import { builder } from './builder.ts';
import { reads } from './reads.ts';
import { modelOf, type RowRef } from './relation.ts';

const UserErrorCode = builder.enumType('UserErrorCode', {
  description: 'The kind of a problem with the input.',
  values: {
    REQUIRED: {
      description: 'The field is required, or cannot be cleared: send a value, or omit the field.',
    },
    INVALID: {
      description:
        'The value is invalid, such as an email, a website, a country, an id of another type, an inactive payment term or a used token, or the field cannot be changed; the message says what would be right.',
    },
    TOO_LONG: { description: 'The value has more characters than its description allows.' },
    TAKEN: {
      description:
        'Another object already has this number, short id, email, reference, name or source record, which must be unique; or an earlier item of the call names the same object.',
    },
    NOT_FOUND: {
      description:
        'The referenced object does not exist, belongs to another account or was deleted; the message names the field that lists valid objects.',
    },
    SYSTEM_OWNED: {
      description: 'The object is owned by the system; create an object of the account instead.',
    },
    IN_USE: {
      description:
        'It cannot be deleted while other objects refer to it, or while it is the default service level of a carrier; change these references first. The message has their number, for callers that can read them.',
    },
    AMBIGUOUS: {
      description: 'More than one object matches the name or email; the id or the exact name identifies one.',
    },
    STALE_VERSION: {
      description:
        'The version of the customer differs from `ifVersion`; the payload has the current customer. Reload the customer and try again.',
    },
    WRONG_GROUP_TYPE: {
      description: 'A price group is used as a type, or a type group as a price group.',
    },
    WRONG_CARRIER: {
      description:
        'The default service level does not belong to the default carrier. Set both to a matching pair, or set the service level to null.',
    },
    HIERARCHY_DEPTH: {
      description:
        'The hierarchy would get a third level: a parent that has a parent, or a child that has children; choose another parent.',
    },
    HIERARCHY_CYCLE: { description: 'The customer would become its own ancestor; choose another parent.' },
    DISCONTINUED: {
      description: 'The parent, or the target of a merge, is discontinued; reactivate it first.',
    },
    LIMIT_EXCEEDED: {
      description:
        'The list has too many items: send fewer. Or a password reset or a sign-in was tried too often: retry later.',
    },
    IDEMPOTENCY_KEY_REUSED: {
      description: 'The idempotency key was used with other input within the last 24 hours; use a new key.',
    },
    SIGN_IN_FAILED: {
      description:
        'The email is not registered, the password is wrong or not set, or the customer is discontinued; the error does not show which. Check both, or reset the password.',
    },
    ERASED: {
      description: 'Reserved for customers whose personal data was erased; never returned yet.',
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
        'A message for people: what is wrong and what would be valid. It contains ids, names and counts of other objects only if the caller has the scope to read them.',
      extensions: reads(),
      resolve: ({ message, detail }, _args, { viewer }) =>
        detail && allows(typeRule(detail.of) ?? 'open', viewer.scopes) ? detail.message : message,
    }),
    path: t.field({
      type: ['String'],
      description:
        'The path of the invalid field in `input`, with list indices as strings; empty if the problem is the input as a whole. At most as deep as the input.',
      extensions: reads(),
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
  extensions: reads(),
  resolve: (payload: { readonly userErrors: readonly UserErrorShape[] }) => [...payload.userErrors],
};

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
        resolve: ({ id }, _args, { loaders }) => (id == null ? null : loaders.row(modelOf(row)).defer(id)),
      }),
      userErrors: t.field(userErrors),
    }),
  });
  return ref;
}
