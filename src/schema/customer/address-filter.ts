import {
  addressFields,
  type AddressFilter as Filter,
  operatorsOf,
  type StringFilter as TextFilter,
} from '../../db/read/address-filter.ts';
import { builder } from '../relay/builder.ts';
import { maxPageSize } from '../relay/page-size.ts';
import { requestError } from '../relay/request-error.ts';

const maxTextLength = 256;

const textRule = `1 to ${maxTextLength} characters`;

const StringFilter = builder.inputRef<TextFilter>('StringFilter').implement({
  description:
    'The conditions that a string must match. At least one field is given; several must all match. Case and accents are ignored, except by `exists`; whitespace and punctuation are not. A missing string matches only `exists: false`.',
  fields: (t) => ({
    equals: t.string({ description: `Matches strings that are equal to this text: ${textRule}.` }),
    in: t.stringList({
      description: `Matches strings that are equal to one of these texts: at most ${maxPageSize}, each of ${textRule}. An empty list matches nothing.`,
    }),
    startsWith: t.string({ description: `Matches strings that start with this text: ${textRule}.` }),
    contains: t.string({
      description: `Matches strings that contain this text anywhere: ${textRule}. Costs more than the other fields.`,
    }),
    exists: t.boolean({ description: 'Matches strings that are present if true, missing strings if false.' }),
  }),
});

export const AddressFilter = builder.inputRef<Filter>('AddressFilter').implement({
  description:
    'The conditions that a single address must match. Absent or null fields do not restrict. In an address without geolocation, all four strings are missing.',
  fields: (t) => ({
    locality: t.field({
      type: StringFilter,
      description: 'Matches addresses by their city or town, `Geolocation.locality`.',
    }),
    state: t.field({
      type: StringFilter,
      description: 'Matches addresses by their state or province, in the abbreviation used in the country.',
    }),
    postalCode: t.field({
      type: StringFilter,
      description: 'Matches addresses by their ZIP or postal code.',
    }),
    country: t.field({
      type: StringFilter,
      description: 'Matches addresses by the ISO 3166-1 alpha-2 code of their country: `US`.',
    }),
  }),
});

function checkText(text: string, path: string): void {
  if (text === '')
    throw requestError(
      'BAD_USER_INPUT',
      `\`${path}\` is an empty string; give at least one character, or use \`exists\`.`,
    );
  if (text.length > maxTextLength)
    throw requestError(
      'LIMIT_EXCEEDED',
      `\`${path}\` has ${text.length} characters; the maximum is ${maxTextLength}.`,
    );
}

export function checkAddress(address: Filter, path: string): void {
  for (const field of addressFields) {
    const filter = address[field];
    if (!filter) continue;
    if (operatorsOf(filter).length === 0)
      throw requestError(
        'BAD_USER_INPUT',
        `\`${path}.${field}\` has no condition; give at least one of \`equals\`, \`in\`, \`startsWith\`, \`contains\` and \`exists\`.`,
      );
    for (const name of ['equals', 'startsWith', 'contains'] as const) {
      const text = filter[name];
      if (typeof text === 'string') checkText(text, `${path}.${field}.${name}`);
    }
    for (const [at, text] of (filter.in ?? []).entries()) checkText(text, `${path}.${field}.in[${at}]`);
  }
}
