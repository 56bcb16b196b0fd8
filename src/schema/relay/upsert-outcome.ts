import { builder } from './builder.ts';

export const UpsertOutcome = builder.enumType('UpsertOutcome', {
  description: 'The outcome of an upsert.',
  values: {
    CREATED: { description: 'No object matched: an object was created.' },
    UPDATED: { description: 'The matching object was updated, or linked to the source record.' },
    UNCHANGED: {
      description:
        'The matching object already has the values of the input: nothing was saved, neither a version nor an event.',
    },
  } as const,
});
