import {
  type UpsertResult,
  upsertCustomer,
  upsertManyCustomers,
} from '../../domain/customer-upsert/mutations.ts';
import { maxLengths } from '../../domain/write/text.ts';
import { builder } from '../relay/builder.ts';
import { maxPageSize } from '../relay/page-size.ts';
import { reads } from '../relay/reads.ts';
import { SourceRecordInput } from '../relay/source.ts';
import { UpsertOutcome } from '../relay/upsert-outcome.ts';
import { userErrors } from '../relay/user-error.ts';
import { createdAt, nameDefault, sourceRecords } from './imports.ts';
import { customerFields, customerKeys, customerNameRule, numberRule } from './input.ts';
import { Customer } from './list.ts';
import { AddressInput, requestFields, upTo } from './mutation-input.ts';
import { CustomerIdentifier, CustomerReferenceInput } from './query.ts';

const CustomerUpsertPayload = builder.objectRef<UpsertResult>('CustomerUpsertPayload');

builder.objectType(CustomerUpsertPayload, {
  description: 'The result of an upsert.',
  fields: (t) => ({
    customer: t.field({
      type: Customer,
      nullable: true,
      description: 'The current customer; null if there are errors.',
      extensions: reads(),
      resolve: ({ id }, _args, { loaders }) => (id == null ? null : loaders.row('Customer').defer(id)),
    }),
    outcome: t.field({
      type: UpsertOutcome,
      nullable: true,
      description: 'The outcome of the upsert; null if there are errors.',
      extensions: reads(),
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
      extensions: { cost: { size: 1 }, ...reads() },
      resolve: ({ results }) => [...results],
    }),
  }),
});

const CustomerKeyInput = builder.inputType('CustomerKeyInput', {
  description:
    'The key that identifies a customer; a new customer gets this key. Exactly one field is given. Strings are trimmed.',
  isOneOf: true,
  fields: (t) => ({
    number: t.string({ description: `The customer number, case-sensitive. ${upTo(maxLengths.key)}` }),
    shortId: t.string({
      description: `The key of the customer in the warehouse system, case-sensitive: the same as \`source\` with the system \`INVENTORY_PRO\`, which is recorded. ${upTo(maxLengths.reference)}`,
    }),
    shopperEmail: t.string({
      description: `The email address for sign-in in the shop; case is ignored. A new customer gets it as \`shopper.email\`. If \`shopper\` is also given, it must have the same email and cannot be null, otherwise the error is \`INVALID\`. ${upTo(maxLengths.email)}`,
    }),
    reference: t.field({
      type: CustomerReferenceInput,
      description: `The key of the customer in another system; without an origin, it matches a reference without origin. ${upTo(maxLengths.reference)}`,
    }),
    source: t.field({
      type: SourceRecordInput,
      description: `A record in a source system. The customer gets it in \`sources\`; its \`seenAt\` is updated if the upsert changes the customer, not if the outcome is \`UNCHANGED\`. Records of merged customers belong to the merge target. ${upTo(maxLengths.reference)}`,
    }),
  }),
});

const addressRule =
  'the customer’s address with the given `source`, or else its current default, or else a new address. Absent fields of an existing address keep their value. A change of an address that is the default for billing and shipping creates a copy, unless both are given and refer to the same address. Null unsets it; the address stays in `addresses`.';

const CustomerUpsertInput = builder.inputType('CustomerUpsertInput', {
  description:
    'A customer, identified by a key, with its new values. Absent fields keep their value (or get their default if the customer is created), null clears, a list replaces the existing one. Strings are trimmed, and empty strings count as null.',
  fields: (t) => ({
    by: t.field({
      type: CustomerKeyInput,
      required: true,
      description:
        'The key of the customer. The customer with this key is updated; without such a customer, one is created. Other keys of the input do not match: a key that another customer has is `TAKEN`. A field that differs from its key in `by` is `INVALID`.',
    }),
    active: t.boolean({
      description:
        'Whether the customer is active: true reactivates it, false discontinues it. If absent or null, the state does not change; a new customer is active.',
    }),
    addSources: sourceRecords(
      t,
      'Further records in source systems, added to the customer’s existing records.',
    ),
    createdAt: createdAt(t),
    number: t.string({ description: `${numberRule} If absent, the number of a new customer is generated.` }),
    ...customerKeys(t),
    name: t.string({
      description: `${customerNameRule} ${nameDefault} Cannot be null for an existing customer.`,
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
      'Creates or updates the customer with this key. Of several concurrent upserts with the same new key, one creates the customer and the others find it. With `by: { source }` or `by: { shortId }`, the values are those of this source record, and the rules decide which record gives each field: `Customer.fieldOrigins` shows it. With another key, an account user pins what it sets, and a service sets the baseline, which shows where no pin and no source record has a value.',
    args: {
      input: t.arg({
        type: CustomerUpsertInput,
        required: true,
        description: 'The key of the customer and its new values.',
      }),
    },
    extensions: reads(),
    resolve: (_root, { input }, { writer }) => upsertCustomer(writer, input),
  }),
  customersUpsert: t.field({
    type: CustomersUpsertPayload,
    description: `Creates or updates up to ${maxPageSize} customers, in order: each upsert sees the results of the previous ones. An upsert that fails does not stop the others; those that succeed are saved.`,
    args: {
      input: t.arg({ type: CustomersUpsertInput, required: true, description: 'The upserts.' }),
    },
    // Invalid input is reported when the field is resolved.
    extensions: {
      cost: { many: ({ input }: { input?: BulkInput }) => input?.items.length ?? 1 },
      ...reads(),
    },
    resolve: (_root, { input }, { writer }) => upsertManyCustomers(writer, input),
  }),
}));
