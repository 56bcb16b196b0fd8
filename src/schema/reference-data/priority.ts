import { Owner } from '../account/account.ts';
import { builder } from '../relay/builder.ts';
import { reads } from '../relay/reads.ts';
import { node, type RowRef, rowRef } from '../relay/relation.ts';

export const PriorityCode = builder.enumType('PriorityCode', {
  description: 'The urgency of an order.',
  values: {
    LOW: { description: 'Processed after `NORMAL` and `HIGH`.' },
    NORMAL: { description: 'The urgency of most orders and picks.' },
    HIGH: { description: 'Processed before `NORMAL` and `LOW`.' },
  } as const,
});

export const Priority: RowRef<'Priority'> = rowRef('Priority');

builder.node(Priority, {
  ...node('Priority'),
  description:
    'The urgency of a customer’s orders. The list is predefined and the same for all accounts. It comes from the sales system.',
  fields: (t) => ({
    code: t.expose('code', { type: PriorityCode, description: 'The machine-readable code of the priority.' }),
    name: t.exposeString('name', { description: 'The display name of the priority.' }),
    owner: t.field({
      type: Owner,
      description: 'The owner: always the system.',
      extensions: reads(),
      resolve: () => ({ accountId: null }),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'The creation time.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'The time of the last change.' }),
  }),
});

/** The three priorities, lowest first. The list has neither a parent nor pages. */
const priorities = {
  name: 'Query.priorities',
  model: 'Priority',
  order: [{ field: 'code', descending: false }],
} as const;

builder.queryField('priorities', (t) =>
  t.field({
    type: [Priority],
    description: 'Returns the three priorities of orders, lowest first.',
    extensions: reads(),
    resolve: (_root, _args, { loaders }) =>
      loaders
        .first(priorities, 3)
        .defer('')
        .map(({ rows }) => rows),
  }),
);
