import { longestIdempotencyKey } from '../domain/write/idempotency.ts';
import { longest } from '../domain/write/text.ts';
import { AddressType } from './address.ts';
import { builder, type SchemaTypes } from './builder.ts';
import { CustomerIdentifier } from './customer-query.ts';
import { ReferenceDataIdentifier } from './identifier-input.ts';

type Fields = PothosSchemaTypes.InputFieldBuilder<
  PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>,
  'InputObject'
>;

/** The sentence on the maximum length, for descriptions. */
export const upTo = (max: number): string => `At most ${max.toLocaleString('en-US')} characters.`;

const trimmed = 'Leading and trailing whitespace is trimmed.';

/** The fields of every mutation input. */
export const requestFields = (t: Fields) => ({
  idempotencyKey: t.string({
    description: `A unique key (1 to ${longestIdempotencyKey} characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with \`IDEMPOTENCY_KEY_REUSED\`. A dry run neither stores nor looks up the key.`,
  }),
  dryRun: t.boolean({
    description:
      'If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards.',
  }),
});

/** The field that identifies the customer that a mutation changes. */
export const by = (t: Fields) =>
  t.field({
    type: CustomerIdentifier,
    required: true,
    description: 'The customer, by its id or another key. If there is none, the error is `NOT_FOUND`.',
  });

/** The field that protects a customer from being overwritten after others changed it. */
export const ifVersion = (t: Fields) =>
  t.int({
    description:
      'The `Customer.version` that the change is based on. If the current version differs, nothing is saved and the error is `STALE_VERSION`. If absent or null, the version is not checked.',
  });

export const QuantityInput = builder.inputType('QuantityInput', {
  description: 'An exact amount in a unit.',
  fields: (t) => ({
    value: t.field({
      type: 'Decimal',
      required: true,
      description: 'The amount: at most 35 digits before the decimal point and 30 after it.',
    }),
    unit: t.field({
      type: ReferenceDataIdentifier,
      required: true,
      description: 'The unit of the amount; `units` lists all units.',
    }),
  }),
});

/** The fields of an address besides its name and country. */
export const addressFields = (t: Fields) => ({
  phone: t.string({
    description: `The phone number of the address, stored as given. ${upTo(longest.phone)}`,
  }),
  email: t.string({ description: `The email address of the address. ${upTo(longest.email)}` }),
  streetLine1: t.string({ description: `The street and number. ${upTo(longest.street)}` }),
  streetLine2: t.string({ description: `The suite, floor or building. ${upTo(longest.street)}` }),
  locality: t.string({ description: `The city or town. ${upTo(longest.place)}` }),
  state: t.string({
    description: `The state or province, in the abbreviation used in the country: \`IL\`. ${upTo(longest.place)}`,
  }),
  postalCode: t.string({ description: `The ZIP or postal code. ${upTo(longest.postalCode)}` }),
});

export const addressName = `The name of the address, often the company at it. ${upTo(longest.name)} ${trimmed}`;
export const addressCountry = 'The ISO 3166-1 alpha-2 code of the country, in upper or lower case: `US`.';

export const AddressInput = builder.inputType('AddressInput', {
  description:
    'An address. Empty strings count as null. For an existing address, absent fields keep their value and null clears.',
  fields: (t) => ({
    name: t.string({ required: true, description: addressName }),
    type: t.field({ type: AddressType, defaultValue: 'STANDARD', description: 'The type of the address.' }),
    ...addressFields(t),
    country: t.string({ required: true, description: addressCountry }),
  }),
});
