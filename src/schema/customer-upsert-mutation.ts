import {
  type UpsertResult,
  upsertCustomer,
  upsertManyCustomers,
} from '../domain/customer-upsert/mutations.ts';
import { longest } from '../domain/write/text.ts';
import { builder } from './builder.ts';
import { customerFields, nameRule } from './customer-input.ts';
import { Customer } from './customer-list.ts';
import { CustomerIdentifier, CustomerReferenceInput, SourceRecordInput } from './customer-query.ts';
import { AddressInput, requestFields, upTo } from './mutation-input.ts';
import { maxPageSize } from './page-size.ts';
import { userErrors } from './user-error.ts';

const UpsertOutcome = builder.enumType('UpsertOutcome', {
  description: 'The outcome of an upsert.',
  values: {
    CREATED: { description: 'No customer had the key: a customer was created with it.' },
    UPDATED: { description: 'The customer with the key was updated.' },
    UNCHANGED: {
      description:
        'The customer with the key already matches the input: nothing was saved, neither a version nor an event.',
    },
  } as const,
});

const CustomerUpsertPayload = builder.objectRef<UpsertResult>('CustomerUpsertPayload');

builder.objectType(CustomerUpsertPayload, {
  description: 'The result of an upsert.',
  fields: (t) => ({
    customer: t.field({
      type: Customer,
      nullable: true,
      description: 'The customer as it is now; null if there are errors.',
      resolve: ({ id }, _args, { loaders }) => (id == null ? null : loaders.row('Customer').defer(id)),
    }),
    outcome: t.field({
      type: UpsertOutcome,
      nullable: true,
      description: 'The outcome of the upsert; null if there are errors.',
      resolve: ({ outcome }) => outcome ?? null,
    }),
    userErrors: t.field(userErrors),
  }),
});

const CustomersUpsertPayload = builder.objectRef<{ readonly results: readonly UpsertResult[] }>(
  'CustomersUpsertPayload',
);

builder.objectType(CustomersUpsertPayload, {
  description: 'The results of the upserts of a call.',
  fields: (t) => ({
    results: t.field({
      type: [CustomerUpsertPayload],
      description: `One result for each item of \`items\`, in the same order: at most ${maxPageSize}. Error paths start at the input of the call: \`["items", "3", "name"]\`. An error in the call’s \`idempotencyKey\` is in every result.`,
      extensions: { cost: { size: 1 } },
      resolve: ({ results }) => [...results],
    }),
  }),
});

const CustomerKeyInput = builder.inputType('CustomerKeyInput', {
  description:
    'The key to look up a customer by; a customer that is created gets this key. Exactly one field is given. Strings are trimmed.',
  isOneOf: true,
  fields: (t) => ({
    number: t.string({ description: `The customer number, case-sensitive. ${upTo(longest.key)}` }),
    shortId: t.string({
      description: `The key of the customer in the warehouse system, case-sensitive. ${upTo(longest.key)}`,
    }),
    shopperEmail: t.string({
      description: `The email address for sign-in in the shop; case is ignored. A customer that is created gets it as \`shopper.email\`. If \`shopper\` is given too, it must have the same email and cannot be null, otherwise the error is \`INVALID\`. ${upTo(longest.email)}`,
    }),
    reference: t.field({
      type: CustomerReferenceInput,
      description: `The key of the customer in another system; without an origin, it matches a reference without origin. ${upTo(longest.reference)}`,
    }),
    source: t.field({
      type: SourceRecordInput,
      description: `A record in a source system. A customer that is created gets it in \`sources\`; its \`seenAt\` is updated if the upsert changes the customer, not if the outcome is \`UNCHANGED\`. Records of merged customers belong to the merge target. ${upTo(longest.reference)}`,
    }),
  }),
});

const addressRule =
  'updated if the customer has one (absent fields keep their value, but an absent `type` is `STANDARD`), created otherwise. Null unsets it; the address stays in `addresses`.';

const CustomerUpsertInput = builder.inputType('CustomerUpsertInput', {
  description:
    'A customer, identified by a key, with its new values. Absent fields keep their value (or get their default if the customer is created), null clears, a list replaces the existing one. Strings are trimmed, and empty strings count as null.',
  fields: (t) => ({
    by: t.field({
      type: CustomerKeyInput,
      required: true,
      description:
        'The key of the customer. The customer that has it is updated; if there is none, a customer is created.',
    }),
    reactivate: t.boolean({
      defaultValue: false,
      description:
        'Whether to reactivate the customer if it is discontinued. If false or null, it is updated and stays discontinued.',
    }),
    name: t.string({
      description: `${nameRule} Required if the customer is created. Cannot be null.`,
    }),
    ...customerFields(t),
    parent: t.field({
      type: CustomerIdentifier,
      description:
        'The parent: a customer that has no parent and is not discontinued; in `customersUpsert`, also one that an earlier item creates. Null makes the customer standalone.',
    }),
    billToAddress: t.field({
      type: AddressInput,
      description: `The default billing address: ${addressRule}`,
    }),
    shipToAddress: t.field({
      type: AddressInput,
      description: `The default shipping address: ${addressRule}`,
    }),
    ...requestFields(t),
  }),
});

const CustomersUpsertInput = builder.inputType('CustomersUpsertInput', {
  description:
    'The upserts of one call. With `idempotencyKey`, repeating the call returns the same results. `dryRun` applies to all items.',
  fields: (t) => ({
    items: t.field({
      type: [CustomerUpsertInput],
      required: true,
      description: `The upserts: at most ${maxPageSize}, otherwise the request fails with \`LIMIT_EXCEEDED\`. Each can have its own \`idempotencyKey\`, shared with \`customerUpsert\`. An item whose \`dryRun\` differs from that of the call is \`INVALID\`.`,
    }),
    ...requestFields(t),
  }),
});

type BulkInput = typeof CustomersUpsertInput.$inferInput;

builder.mutationFields((t) => ({
  customerUpsert: t.field({
    type: CustomerUpsertPayload,
    description:
      'Creates or updates the customer with this key. Of several concurrent upserts with the same new key, one creates the customer and the others find it.',
    args: {
      input: t.arg({
        type: CustomerUpsertInput,
        required: true,
        description: 'The key of the customer and its new values.',
      }),
    },
    resolve: (_root, { input }, { writer }) => upsertCustomer(writer, input),
  }),
  customersUpsert: t.field({
    type: CustomersUpsertPayload,
    description: `Creates or updates up to ${maxPageSize} customers, in order: each upsert sees the results of the previous ones. An upsert that fails does not stop the others; those that succeed are saved.`,
    args: {
      input: t.arg({ type: CustomersUpsertInput, required: true, description: 'The upserts.' }),
    },
    // Invalid input is reported when the field is resolved.
    extensions: { cost: { many: ({ input }: { input?: BulkInput }) => input?.items.length ?? 1 } },
    resolve: (_root, { input }, { writer }) => upsertManyCustomers(writer, input),
  }),
}));
