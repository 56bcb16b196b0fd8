import type { Context } from '../../context.ts';
import type { Row } from '../../db/model/table.ts';
import type { List } from '../../db/read/list.ts';
import type { Deferred } from '../../loaders/batch.ts';
import { builder } from '../relay/builder.ts';
import { checkSourceId } from '../relay/find-by-source.ts';
import { expectId } from '../relay/node-id.ts';
import { reads } from '../relay/reads.ts';
import { newestFirst } from '../relay/relation.ts';
import { SourceRecordInput } from '../relay/source.ts';
import { Customer, CustomerConnection, customerArgs, customerListCost, listCustomers } from './list.ts';

export const CustomerReferenceInput = builder.inputType('CustomerReferenceInput', {
  description: 'The key of a customer in another system.',
  fields: (t) => ({
    reference: t.string({ required: true, description: 'The reference, case-sensitive.' }),
    referenceOrigin: t.string({
      description:
        'The system that the reference is from; if absent or null, only a reference without origin matches.',
    }),
  }),
});

export const CustomerIdentifier = builder.inputType('CustomerIdentifier', {
  description: 'A key that identifies a customer. Exactly one field is given.',
  isOneOf: true,
  fields: (t) => ({
    id: t.id({ description: 'The id of the customer.' }),
    number: t.string({ description: 'The customer number, case-sensitive.' }),
    shortId: t.string({ description: 'The key of the customer in the warehouse system, case-sensitive.' }),
    shopperEmail: t.string({
      description: 'The email address for sign-in in the shop; case is ignored.',
    }),
    reference: t.field({
      type: CustomerReferenceInput,
      description: 'The key of the customer in another system.',
    }),
    source: t.field({
      type: SourceRecordInput,
      description: 'A record in a source system that is linked to the customer.',
    }),
  }),
});

type Identifier = typeof CustomerIdentifier.$inferInput;

/** Returns the row with these values; the database's unique keys allow only one. */
function only<M extends 'Customer' | 'CustomerSource'>(
  list: List<M>,
  equal: Readonly<Record<string, string | null>>,
  { loaders }: Context,
): Deferred<Row<M> | null> {
  return loaders
    .first(list, 1, { equal })
    .defer('')
    .map(({ rows }) => rows[0] ?? null);
}

const byReference: List<'Customer'> = { name: 'Query.customer', model: 'Customer', order: newestFirst };
const bySource: List<'CustomerSource'> = {
  name: 'Query.customer(source)',
  model: 'CustomerSource',
  order: [{ field: 'sourceId', descending: false }],
};

async function findBySource(
  record: NonNullable<Identifier['source']>,
  context: Context,
): Promise<Row<'Customer'> | null> {
  checkSourceId(record);
  const { system, sourceId } = record;
  const source = await only(bySource, { system, sourceId }, context);
  return source === null ? null : context.loaders.row('Customer').defer(source.customerId);
}

function find(by: Identifier, context: Context): Promise<Row<'Customer'> | null> | null {
  const { loaders } = context;
  if (by.id != null) return loaders.row('Customer').defer(expectId('by.id', by.id, 'Customer'));
  if (by.number != null) return loaders.row('Customer', 'number').defer(by.number);
  if (by.shortId != null) return loaders.row('Customer', 'shortId').defer(by.shortId);
  if (by.shopperEmail != null)
    return loaders.row('Customer', 'shopperEmail').defer(by.shopperEmail.toLowerCase());
  if (by.reference != null) {
    const { reference, referenceOrigin = null } = by.reference;
    return only(byReference, { reference, referenceOrigin }, context);
  }
  return by.source == null ? null : findBySource(by.source, context);
}

const customerList: List<'Customer'> = { name: 'Query.customers', model: 'Customer', order: newestFirst };

builder.queryFields((t) => ({
  customer: t.field({
    type: Customer,
    nullable: true,
    description:
      'Returns a customer by its id or another key; null if it does not exist or belongs to another account.',
    args: { by: t.arg({ type: CustomerIdentifier, required: true, description: 'The customer’s key.' }) },
    extensions: reads([], { CustomerSource: ['customerId'] }),
    resolve: (_root, { by }, context) => find(by, context),
  }),
  customers: t.connection(
    {
      type: Customer,
      description:
        'Returns the account’s customers, newest first unless `orderBy` is given. Discontinued customers are included; `filter.active` can exclude them.',
      args: customerArgs,
      extensions: { ...customerListCost(customerList), ...reads() },
      resolve: (_root, args, { loaders }) => listCustomers(customerList, '', args, loaders),
    },
    CustomerConnection,
  ),
}));
