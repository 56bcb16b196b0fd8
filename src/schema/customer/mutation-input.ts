import { longestIdempotencyKey } from '../../domain/write/idempotency.ts';
import { maxLengths } from '../../domain/write/text.ts';
import { ReferenceDataIdentifier } from '../reference-data/identifier-input.ts';
import { builder, type InputFields } from '../relay/builder.ts';
import { SourceRecordInput } from '../relay/source.ts';
import { AddressType } from './address.ts';
import { CustomerIdentifier } from './query.ts';

export const upTo = (max: number): string => `At most ${max.toLocaleString('en-US')} characters.`;

const trimmed = 'Leading and trailing whitespace is trimmed.';

export const requestFields = (t: InputFields) => ({
  idempotencyKey: t.string({
    description: `A unique key (1 to ${longestIdempotencyKey} characters) that makes the request safe to retry. Repeating the request with the same input within 24 hours saves nothing again and returns the same outcome, with the object as it is now; other input fails with \`IDEMPOTENCY_KEY_REUSED\`. A dry run neither stores nor looks up the key.`,
  }),
  dryRun: t.boolean({
    description:
      'If true, validates the input and returns the result without saving it. Ids of objects that the mutation would create are not valid afterwards.',
  }),
});

export const by = (t: InputFields) =>
  t.field({
    type: CustomerIdentifier,
    required: true,
    description: 'The customer, by its id or another key. If it does not exist, the error is `NOT_FOUND`.',
  });

export const ifVersion = (t: InputFields) =>
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

export const addressFields = (t: InputFields) => ({
  phone: t.string({
    description: `The phone number of the address, stored as given. ${upTo(maxLengths.phone)}`,
  }),
  email: t.string({ description: `The email address of the address. ${upTo(maxLengths.email)}` }),
  streetLine1: t.string({ description: `The street and number. ${upTo(maxLengths.street)}` }),
  streetLine2: t.string({ description: `The suite, floor or building. ${upTo(maxLengths.street)}` }),
  locality: t.string({ description: `The city or town. ${upTo(maxLengths.place)}` }),
  state: t.string({
    description: `The state or province, in the abbreviation used in the country: \`IL\`. ${upTo(maxLengths.place)}`,
  }),
  postalCode: t.string({ description: `The ZIP or postal code. ${upTo(maxLengths.postalCode)}` }),
});

export const addressName = `The name of the address, often the name of the company at this address. ${upTo(maxLengths.name)} ${trimmed}`;
export const addressCountry = 'The ISO 3166-1 alpha-2 code of the country, in upper or lower case: `US`.';

export const AddressInput = builder.inputType('AddressInput', {
  description:
    'An address. Empty strings count as null. For an existing address, absent fields keep their value and null clears.',
  fields: (t) => ({
    source: t.field({
      type: SourceRecordInput,
      description:
        'The record of the address in a source system. The customer’s address with this record is updated; if an address of another customer has the record, the error is `TAKEN`. If no address has it, the record is linked to the written address.',
    }),
    name: t.string({
      description: `${addressName} Defaults to the name of the customer; cannot be null for an existing address.`,
    }),
    type: t.field({
      type: AddressType,
      description:
        'The type of the address; `STANDARD` by default. That of an existing address cannot be null.',
    }),
    ...addressFields(t),
    country: t.string({ description: addressCountry }),
  }),
});
