import { raw } from '../../model/table.ts';
import type { Condition, Definition } from './condition.ts';
import { computedText, conditionsOn, existence } from './kinds.ts';
import { type StringFilter, textConditions } from './text.ts';

const { ids, text, values, range } = conditionsOn('Address');

/** A condition on a text of the geolocation. No index serves a part of a text. */
const placeText = (key: string, description: string): Condition<StringFilter> => ({
  type: 'StringFilter',
  description,
  computed: ({ contains }) => (typeof contains === 'string' ? 1 : 0),
  sql: (text, alias) => textConditions(raw(`${alias}g.${key}`), text),
});

export const addresses = {
  model: 'Address',
  rows: 'addresses',
  description:
    'The conditions that a single address must match. Absent and null fields have no effect. An address without geolocation has no values for the fields of the place.',
  fields: {
    exists: existence,
    ids: ids('id', 'Address', 'Matches addresses with these ids.'),
    locality: placeText('locality_key', 'Matches addresses by their city or town, `Geolocation.locality`.'),
    state: placeText(
      'state_key',
      'Matches addresses by their state or province, in the abbreviation used in the country.',
    ),
    postalCode: placeText('postal_code_key', 'Matches addresses by their ZIP or postal code.'),
    country: placeText(
      'country_key',
      'Matches addresses by the ISO 3166-1 alpha-2 code of their country: `US`.',
    ),
    streetLine1: computedText(
      (alias) => raw(`${alias}g.street_line_1`),
      'Matches addresses by the first line of their street.',
    ),
    streetLine2: computedText(
      (alias) => raw(`${alias}g.street_line_2`),
      'Matches addresses by the second line of their street.',
    ),
    name: text('name', 'Matches addresses by their name.'),
    phone: text('phone', 'Matches addresses by their phone number, as stored.'),
    email: text('email', 'Matches addresses by their email address.'),
    types: values('type', 'AddressType', 'Matches addresses of one of these types.'),
    createdAt: range('createdAt', 'Matches addresses created in this range of time.'),
    updatedAt: range('updatedAt', 'Matches addresses last changed in this range of time.'),
  },
  // PostgreSQL makes it an inner join where a condition requires a geolocation.
  joins: (alias) =>
    raw(` left join geolocations ${alias}g
      on ${alias}g.account_id = ${alias}.account_id and ${alias}g.id = ${alias}.geolocation_id`),
} as const satisfies Definition;
