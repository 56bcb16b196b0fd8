import { builder } from '../relay/builder.ts';
import { maxPageSize } from '../relay/page-size.ts';

export const maxTextLength = 256;
export const maxPathLength = 10;

const textRule = `1 to ${maxTextLength} characters`;

export const DateTimeRange = builder.inputType('DateTimeRange', {
  description:
    'A range of time. Both bounds are inclusive; an absent or null bound is open. A date without a time is a whole day in UTC: `{ from: "2024-11-01", to: "2024-11-30" }` is November.',
  fields: (t) => ({
    from: t.field({
      type: 'DateTime',
      description: 'The start of the range; for a date without a time, the start of the day.',
    }),
    to: t.field({
      type: 'DateTime',
      description: 'The end of the range; for a date without a time, the end of the day.',
    }),
    exists: t.boolean({ description: 'Matches times that are present if true, missing ones if false.' }),
  }),
});

export const IntRange = builder.inputType('IntRange', {
  description: 'A range of integers. Both bounds are inclusive; an absent or null bound is open.',
  fields: (t) => ({
    from: t.int({ description: 'The smallest integer.' }),
    to: t.int({ description: 'The largest integer.' }),
    exists: t.boolean({ description: 'Matches numbers that are present if true, missing ones if false.' }),
  }),
});

builder.inputType('MoneyFilter', {
  description:
    'The conditions that a sum of money must match. Amounts are compared exactly, and only within `currencyCode`, which `from` and `to` require.',
  fields: (t) => ({
    from: t.field({ type: 'Decimal', description: 'Matches amounts of at least this number.' }),
    to: t.field({ type: 'Decimal', description: 'Matches amounts of at most this number.' }),
    currencyCode: t.string({
      description: 'Matches amounts in this currency, by its ISO 4217 code in upper or lower case: `USD`.',
    }),
    exists: t.boolean({ description: 'Matches amounts that are present if true, missing ones if false.' }),
  }),
});

builder.inputType('MetadataFilter', {
  description:
    'The conditions that a value in metadata must match. At least one condition besides `path` is given; all given conditions must match.',
  fields: (t) => ({
    path: t.stringList({
      required: true,
      description: `The path of keys to the value: \`["credit", "rating"]\`, or \`"rating"\` for a top-level key. The key of a list item is its index, starting at 0. 1 to ${maxPathLength} keys, each of ${textRule}.`,
    }),
    equals: t.string({
      description: `Matches values equal to this text, with case and accents; numbers, booleans, lists and objects are compared as JSON. At most ${maxTextLength} characters.`,
    }),
    in: t.stringList({
      description: `Matches values that are equal to one of these texts, as by \`equals\`: at most ${maxPageSize}. An empty list matches nothing.`,
    }),
    contains: t.string({
      description: `Matches values whose text contains this text anywhere, regardless of case and accents: ${textRule}.`,
    }),
    from: t.field({ type: 'Decimal', description: 'Matches numbers of at least this number.' }),
    to: t.field({
      type: 'Decimal',
      description: 'Matches numbers of at most this number; texts of digits are not numbers.',
    }),
    exists: t.boolean({
      description: 'Matches values that are present and not null if true, missing or null ones if false.',
    }),
  }),
});

builder.inputType('QuantityFilter', {
  description:
    'The conditions that a quantity must match. Amounts are compared exactly, through the ratios of their units. A quantity whose unit cannot be converted to the given one does not match: one of another dimension, or another currency.',
  fields: (t) => ({
    from: t.field({
      type: 'Decimal',
      description: 'Matches quantities of at least this amount, in the given unit.',
    }),
    to: t.field({
      type: 'Decimal',
      description: 'Matches quantities of at most this amount, in the given unit.',
    }),
    unitId: t.id({
      description: 'The unit, by its id. Alone, it matches all quantities that can be converted to it.',
    }),
    unit: t.string({
      description:
        'The unit, by its abbreviation, instead of `unitId`: `USD`, `kg`. The account’s unit takes precedence over the system’s. Case-sensitive.',
    }),
    exists: t.boolean({ description: 'Matches quantities that are present if true, missing ones if false.' }),
  }),
});

builder.inputType('StringFilter', {
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
