import {
  type UpsertResult,
  upsertCustomer,
  upsertManyCustomers,
} from '../domain/customer-upsert/mutations.ts';
import { longest } from '../domain/write/text.ts';
import { builder } from './builder.ts';
import { customerFields, nameRule } from './customer-input.ts';
import { Customer } from './customer-list.ts';
import { CustomerReferenceInput, CustomerSourceInput } from './customer-query.ts';
import { AddressInput, requestFields, upTo } from './mutation-input.ts';
import { maxPageSize } from './page-size.ts';
import { userErrors } from './user-error.ts';

const UpsertOutcome = builder.enumType('UpsertOutcome', {
  description: 'What an upsert came to.',
  values: {
    CREATED: { description: 'Nobody had the key: a customer was created, and has it now.' },
    UPDATED: { description: 'The customer with the key was changed.' },
    UNCHANGED: {
      description:
        'The customer with the key is already as the input says: nothing was written, no version and no event.',
    },
  } as const,
});

const CustomerUpsertPayload = builder.objectRef<UpsertResult>('CustomerUpsertPayload');

builder.objectType(CustomerUpsertPayload, {
  description: 'What came of one upsert.',
  fields: (t) => ({
    customer: t.field({
      type: Customer,
      nullable: true,
      description: 'The customer as it is now; null when there are errors.',
      resolve: ({ id }, _args, { loaders }) => (id == null ? null : loaders.row('Customer').load(id)),
    }),
    outcome: t.field({
      type: UpsertOutcome,
      nullable: true,
      description: 'What was done; null when there are errors.',
      resolve: ({ outcome }) => outcome ?? null,
    }),
    userErrors: t.field(userErrors),
  }),
});

interface BulkResult {
  readonly results: readonly UpsertResult[];
}

const CustomerBulkUpsertPayload = builder.objectRef<BulkResult>('CustomerBulkUpsertPayload');

builder.objectType(CustomerBulkUpsertPayload, {
  description: 'What came of the upserts of a call.',
  fields: (t) => ({
    results: t.field({
      type: [CustomerUpsertPayload],
      description: `One for each of \`customers\`, in their order: at most ${maxPageSize}. The paths of its errors begin in the call’s input: \`["customers", "3", "name"]\`.`,
      extensions: { cost: { size: 1 } },
      resolve: ({ results }) => [...results],
    }),
  }),
});

const CustomerKeyInput = builder.inputType('CustomerKeyInput', {
  description:
    'What a customer is asked for by, and what it is known by once it was created so. Exactly one field is given. Space around a text is left out.',
  isOneOf: true,
  fields: (t) => ({
    number: t.string({ description: `The number, case as written. ${upTo(longest.key)}` }),
    shortId: t.string({ description: `The warehouse’s key, case as written. ${upTo(longest.key)}` }),
    shopperEmail: t.string({
      description: `The address that the shopper signs in with; case does not matter. A customer that is created has it as \`shopper.email\`. \`shopper\` may say more of it, but names no other address, and is not null: \`INVALID\`. ${upTo(longest.email)}`,
    }),
    reference: t.field({
      type: CustomerReferenceInput,
      description: `What a third system calls it; without origin it is one without. ${upTo(longest.reference)}`,
    }),
    source: t.field({
      type: CustomerSourceInput,
      description: `A record in a source system. It is among the \`sources\` of a customer that is created; \`syncedAt\` moves when the customer was changed by it, and not when it brought nothing new. Records of merged customers are their target’s. ${upTo(longest.reference)}`,
    }),
  }),
});

const addressRule =
  'is changed where the customer has one (absent keeps, but an absent `type` is STANDARD), else made. Null: the customer has none any more; the address stays among its `addresses`.';

const CustomerUpsertInput = builder.inputType('CustomerUpsertInput', {
  description:
    'A customer by a key, and what is to be true of it: absent keeps, null clears, a list replaces; of one that is created, what is absent is as new customers have it. Texts lose the space around them, and empty ones count as null.',
  fields: (t) => ({
    by: t.field({
      type: CustomerKeyInput,
      required: true,
      description: 'What it is known by. Whoever has it is changed; when nobody has, a customer is created.',
    }),
    reactivate: t.boolean({
      defaultValue: false,
      description:
        'True: a customer that is discontinued is taken up again. False, or null: it is changed, and stays discontinued.',
    }),
    name: t.string({
      description: `${nameRule} Must be given when a customer is created: \`REQUIRED\`. Cannot be cleared.`,
    }),
    ...customerFields(t),
    billToAddress: t.field({
      type: AddressInput,
      description: `Its default billing address: ${addressRule}`,
    }),
    shipToAddress: t.field({
      type: AddressInput,
      description: `Its default shipping address: ${addressRule}`,
    }),
    ...requestFields(t),
  }),
});

const CustomerBulkUpsertInput = builder.inputType('CustomerBulkUpsertInput', {
  description: 'Upserts to be done in one call.',
  fields: (t) => ({
    customers: t.field({
      type: [CustomerUpsertInput],
      required: true,
      description: `The upserts: at most ${maxPageSize}, else the request is refused with \`LIMIT_EXCEEDED\`. Each has its own \`idempotencyKey\`, which stands for the same upsert in \`customerUpsert\`. \`dryRun\` is alike in all of them: those that differ from the first are \`INVALID\`.`,
    }),
  }),
});

type BulkInput = typeof CustomerBulkUpsertInput.$inferInput;

builder.mutationFields((t) => ({
  customerUpsert: t.field({
    type: CustomerUpsertPayload,
    description:
      'Creates a customer, changes it or leaves it alone, by one natural key. Of several at once with a key that nobody has, one creates, and the others find what it created.',
    args: {
      input: t.arg({
        type: CustomerUpsertInput,
        required: true,
        description: 'Which one, and what is to be true of it.',
      }),
    },
    resolve: (_root, { input }, { writer }) => upsertCustomer(writer, input),
  }),
  customerBulkUpsert: t.field({
    type: CustomerBulkUpsertPayload,
    description: `Up to ${maxPageSize} upserts, one after the other: each sees what those before it did, and one that fails stops no other. What succeeded is written at once.`,
    args: {
      input: t.arg({ type: CustomerBulkUpsertInput, required: true, description: 'The upserts.' }),
    },
    // What cannot be read is told when the field is reached.
    extensions: { cost: { many: ({ input }: { input?: BulkInput }) => input?.customers.length ?? 1 } },
    resolve: async (_root, { input }, { writer }) => ({
      results: await upsertManyCustomers(writer, input.customers),
    }),
  }),
}));
