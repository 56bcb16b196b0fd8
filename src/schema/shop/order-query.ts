import type { Context } from '../../context.ts';
import type { Row } from '../../db/model/table.ts';
import type { List } from '../../db/read/list.ts';
import { builder } from '../relay/builder.ts';
import { findBySource } from '../relay/find-by-source.ts';
import { expectId } from '../relay/node-id.ts';
import { reads } from '../relay/reads.ts';
import { newestFirst } from '../relay/relation.ts';
import { SourceRecordInput } from '../relay/source.ts';
import { Order } from './order.ts';

const RecordIdentifier = builder.inputType('RecordIdentifier', {
  description: 'A key that identifies a record of the shop. Exactly one field is given.',
  isOneOf: true,
  fields: (t) => ({
    id: t.id({ description: 'The id of the record.' }),
    source: t.field({
      type: SourceRecordInput,
      description: 'A record in a source system that is linked to the object.',
    }),
    number: t.string({
      description:
        'The number that people use, case-sensitive. If several records have the number, the newest one matches.',
    }),
  }),
});

type Identifier = typeof RecordIdentifier.$inferInput;

const byNumber: List<'Order'> = { name: 'Query.order(number)', model: 'Order', order: newestFirst };

function find({ id, source, number }: Identifier, context: Context): Promise<Row<'Order'> | null> | null {
  const { loaders } = context;
  if (id != null) return loaders.row('Order').defer(expectId('by.id', id, 'Order'));
  if (source != null) return findBySource('Order', source, context);
  if (number == null) return null;
  return loaders
    .first(byNumber, 1, { equal: { number } })
    .defer('')
    .map(({ rows }) => rows[0] ?? null);
}

builder.queryField('order', (t) =>
  t.field({
    type: Order,
    nullable: true,
    description:
      'Returns an order by its id or another key; null if it does not exist or belongs to another account.',
    args: { by: t.arg({ type: RecordIdentifier, required: true, description: 'The order’s key.' }) },
    extensions: reads([], { ObjectSource: ['orderId'] }),
    resolve: (_root, { by }, context) => find(by, context),
  }),
);
