import type { Context } from '../../context.ts';
import type { Row } from '../../db/model/table.ts';
import { actor } from '../account/actor.ts';
import { builder } from '../relay/builder.ts';
import { partOf, reads } from '../relay/reads.ts';
import { connectionOf, type RowRef } from '../relay/relation.ts';
import { changeCursor } from './change-cursor.ts';
import { changes } from './field-change.ts';
import { Customer } from './list.ts';
import { CustomerEventAction } from './record.ts';

export const CustomerChange: RowRef<'CustomerEvent'> =
  builder.objectRef<Row<'CustomerEvent'>>('CustomerChange');

/** Loads the changed customer, or the customer into which it was merged. */
const found = ({ subjectId }: Row<'CustomerEvent'>, { loaders }: Context) =>
  loaders.row('Customer').defer(subjectId);

builder.objectType(CustomerChange, {
  extensions: partOf('CustomerEvent'),
  description:
    'A change of a customer. Changes have a fixed order, the order in which the account’s changes were committed.',
  fields: (t) => ({
    cursor: t.string({
      description:
        'The opaque position of the change among the account’s changes, for `after` and `before` of `customerChanges` and `after` of `customerChanged`, with any `ids` and `filter`.',
      extensions: reads(['position', 'id']),
      resolve: (change, _args, { viewer }) => changeCursor(viewer.accountId, change),
    }),
    action: t.expose('action', {
      type: CustomerEventAction,
      description:
        'The kind of the change. `MERGE` means that other customers were merged into this customer, or this customer into another.',
    }),
    customerId: t.exposeID('subjectId', {
      description: 'The id of the changed customer, even if it has since been deleted or merged.',
    }),
    customer: t.field({
      type: Customer,
      nullable: true,
      description:
        'The current customer, not its state after the change; null if it was deleted or merged into another customer.',
      extensions: reads(['subjectId']),
      resolve: (change, _args, context) =>
        found(change, context).map((row) => (row?.id === change.subjectId ? row : null)),
    }),
    mergedInto: t.field({
      type: Customer,
      nullable: true,
      description:
        'The customer that this customer was merged into, in its current state; null if it was not merged.',
      extensions: reads(['subjectId']),
      resolve: (change, _args, context) =>
        found(change, context).map((row) => (row?.id === change.subjectId ? null : row)),
    }),
    actor: t.field(actor),
    changes: t.field(changes),
    occurredAt: t.expose('occurredAt', {
      type: 'DateTime',
      description:
        'The time of the change. Clocks can differ: the order of changes is the order of their cursors, not of this time.',
    }),
  }),
});

export const CustomerChangeConnection = connectionOf(CustomerChange);
