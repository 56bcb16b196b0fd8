import { longestIdempotencyKey } from '../domain/write/idempotency.ts';
import { longest } from '../domain/write/text.ts';
import { AddressType } from './address.ts';
import { builder, type SchemaTypes } from './builder.ts';

type Fields = PothosSchemaTypes.InputFieldBuilder<
  PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>,
  'InputObject'
>;

/** Half a sentence on a text's length. */
export const upTo = (max: number): string => `At most ${max.toLocaleString('en-US')} characters.`;

const trimmed = 'Space around it is left out.';

/** The fields that every input of a mutation has. */
export const requestFields = (t: Fields) => ({
  idempotencyKey: t.string({
    description: `1 to ${longestIdempotencyKey} characters of one’s own that name this very request. The same key with the same input within 24 hours gives the first answer again and does nothing more; with another input it is \`IDEMPOTENCY_KEY_REUSED\`. A dry run neither takes a key nor asks for one.`,
  }),
  dryRun: t.boolean({
    description:
      'True: everything is checked, and answered as if it were done, but nothing is written. Ids of what would be made name nothing afterwards.',
  }),
});

/** For mutations of a customer that others may have changed since it was read. */
export const ifVersion = (t: Fields) =>
  t.int({
    description:
      'The `Customer.version` that the change was decided by; when it is another now, nothing is written and the error is `STALE_VERSION`. Absent or null: whatever it is.',
  });

export const QuantityInput = builder.inputType('QuantityInput', {
  description: 'An exact amount in a unit.',
  fields: (t) => ({
    value: t.field({
      type: 'Decimal',
      required: true,
      description: 'The amount: at most 35 digits before the point and 30 after it.',
    }),
    unitId: t.id({ required: true, description: 'The id of the unit that it is in; `units` lists them.' }),
  }),
});

/** What can be said of an address besides its name and country. */
export const addressFields = (t: Fields) => ({
  phone: t.string({ description: `The phone number there, kept as written. ${upTo(longest.phone)}` }),
  email: t.string({ description: `The email address there. ${upTo(longest.email)}` }),
  streetLine1: t.string({ description: `Street and number. ${upTo(longest.street)}` }),
  streetLine2: t.string({ description: `Suite, floor, building. ${upTo(longest.street)}` }),
  locality: t.string({ description: `City or town. ${upTo(longest.place)}` }),
  state: t.string({
    description: `State or province, as the country abbreviates it. ${upTo(longest.place)}`,
  }),
  postalCode: t.string({ description: `ZIP or postal code. ${upTo(longest.postalCode)}` }),
});

export const addressName = `What the address is called, often the company at it. ${upTo(longest.name)} ${trimmed}`;
export const addressCountry = 'The country’s ISO 3166-1 alpha-2 code, in any case: `US`.';

export const AddressInput = builder.inputType('AddressInput', {
  description:
    'An address. Empty texts count as null; where an address is there already, absent keeps and null clears.',
  fields: (t) => ({
    name: t.string({ required: true, description: addressName }),
    type: t.field({ type: AddressType, defaultValue: 'STANDARD', description: 'Whose address it is.' }),
    ...addressFields(t),
    country: t.string({ required: true, description: addressCountry }),
  }),
});
