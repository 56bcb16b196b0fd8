import { builder } from '../relay/builder.ts';
import { maxPageSize } from '../relay/page-size.ts';

export const maxTextLength = 256;

const textRule = `1 to ${maxTextLength} characters`;

builder.inputType('DateTimeRange', {
  description: 'A range of time. Both bounds are inclusive; an absent or null bound is open.',
  fields: (t) => ({
    from: t.field({ type: 'DateTime', description: 'The start of the range.' }),
    to: t.field({ type: 'DateTime', description: 'The end of the range.' }),
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
