import type { Context } from '../context.ts';
import type { Row } from '../db/table.ts';
import { builder } from './builder.ts';
import { changeCursor } from './customer-change-cursor.ts';
import { Customer } from './customer-list.ts';
import { type Change, CustomerEventAction, FieldChange } from './customer-record.ts';
import { partOf, reads } from './reads.ts';
import { connectionOf, type RowRef } from './relation.ts';

export const CustomerChange: RowRef<'CustomerEvent'> =
  builder.objectRef<Row<'CustomerEvent'>>('CustomerChange');

/** What an id leads to: the customer itself, or what it was merged into. */
const found = ({ subjectId }: Row<'CustomerEvent'>, { loaders }: Context) =>
  loaders.row('Customer').load(subjectId);

builder.objectType(CustomerChange, {
  extensions: partOf('CustomerEvent'),
  description:
    'One change of a customer, in the order in which the account’s changes were committed: the same for everyone, always.',
  fields: (t) => ({
    cursor: t.string({
      description:
        'Opaque; its place among the account’s changes. For `after` and `before` of `customerChanges` and `after` of `customerChanged`, whatever their `ids` and `filter`.',
      extensions: reads(['position', 'id']),
      resolve: (change, _args, { viewer }) => changeCursor(viewer.accountId, change),
    }),
    action: t.expose('action', {
      type: CustomerEventAction,
      description: 'What was done. MERGE is both: others were merged into it, or it into another.',
    }),
    customerId: t.exposeID('subjectId', {
      description: 'The customer that it was about, whatever became of it since.',
    }),
    customer: t.field({
      type: Customer,
      nullable: true,
      description:
        'The customer as it is now, not as the change left it; null when it is gone: deleted, or merged into another.',
      extensions: reads(['subjectId']),
      resolve: (change, _args, context) =>
        found(change, context).map((row) => (row?.id === change.subjectId ? row : null)),
    }),
    mergedInto: t.field({
      type: Customer,
      nullable: true,
      description: 'What the customer was merged into, as it is now; null when it was not.',
      extensions: reads(['subjectId']),
      resolve: (change, _args, context) =>
        found(change, context).map((row) => (row?.id === change.subjectId ? null : row)),
    }),
    actor: t.exposeString('actor', {
      nullable: true,
      description: 'Who did it: an account user’s id or a service’s name; null when unknown.',
    }),
    changes: t.field({
      type: [FieldChange],
      description: 'Every field that changed; at most as many as a customer has.',
      extensions: reads(['changes']),
      // A check constraint keeps it an array; what is in it only the gateway writes.
      resolve: ({ changes }) => changes as unknown as Change[],
    }),
    occurredAt: t.expose('occurredAt', {
      type: 'DateTime',
      description: 'When it was done. Clocks differ: the order of changes is that of their cursors.',
    }),
  }),
});

export const CustomerChangeConnection = connectionOf(CustomerChange);
