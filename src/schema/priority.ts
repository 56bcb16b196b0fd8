import { Owner } from './account.ts';
import { builder } from './builder.ts';
import { reads } from './reads.ts';
import { node, type RowRef, rowRef } from './relation.ts';

export const PriorityCode = builder.enumType('PriorityCode', {
  description: 'How urgent an order is.',
  values: {
    LOW: { description: 'Worked after normal and high.' },
    NORMAL: { description: 'The urgency of most orders and picks.' },
    HIGH: { description: 'Worked ahead of normal and low.' },
  } as const,
});

export const Priority: RowRef<'Priority'> = rowRef('Priority');

builder.node(Priority, {
  ...node('Priority'),
  description:
    'How urgently a customer’s orders are worked. Provided by the system, the same for all accounts. From the sales system.',
  fields: (t) => ({
    code: t.expose('code', { type: PriorityCode, description: 'The priority’s machine-readable code.' }),
    name: t.exposeString('name', { description: 'The priority’s name, for people.' }),
    owner: t.field({
      type: Owner,
      description: 'Always the system.',
      extensions: reads(),
      resolve: () => ({ accountId: null }),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the priority was created.' }),
    updatedAt: t.expose('updatedAt', {
      type: 'DateTime',
      description: 'When the priority was last changed.',
    }),
  }),
});

/** The three priorities, lowest first; the list has no parent and no pages. */
const priorities = {
  name: 'Query.priorities',
  model: 'Priority',
  order: [{ field: 'code', descending: false }],
} as const;

builder.queryField('priorities', (t) =>
  t.field({
    type: [Priority],
    description: 'The priorities that an order can have, lowest first. There are three.',
    extensions: reads(),
    resolve: (_root, _args, { loaders }) =>
      loaders
        .first(priorities, 3)
        .load('')
        .map(({ rows }) => rows),
  }),
);
