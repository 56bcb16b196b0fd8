import type { Context } from '../context.ts';
import type { List } from '../db/list.ts';
import type { Row } from '../db/table.ts';
import { sourceIdError } from '../domain/source-system.ts';
import type { Deferred } from '../loaders/deferred.ts';
import { builder } from './builder.ts';
import {
  Customer,
  CustomerConnection,
  customerArgs,
  customerListCost,
  listCustomers,
} from './customer-list.ts';
import { SourceSystem } from './customer-record.ts';
import { expectId } from './node-id.ts';
import { reads } from './reads.ts';
import { newestFirst } from './relation.ts';
import { requestError, shorten } from './request-error.ts';

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

export const SourceRecordInput = builder.inputType('SourceRecordInput', {
  description: 'A record in a source system.',
  fields: (t) => ({
    system: t.field({ type: SourceSystem, required: true, description: 'The source system.' }),
    sourceId: t.string({
      required: true,
      description: 'The id of the record in `system`, case-sensitive.',
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
  { system, sourceId }: NonNullable<Identifier['source']>,
  context: Context,
): Promise<Row<'Customer'> | null> {
  const wrong = sourceIdError(system, sourceId);
  if (wrong)
    throw requestError('BAD_USER_INPUT', `\`by.source.sourceId\` is "${shorten(sourceId)}". ${wrong}`);
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

const customers: List<'Customer'> = { name: 'Query.customers', model: 'Customer', order: newestFirst };

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
      extensions: { ...customerListCost(customers), ...reads() },
      resolve: (_root, args, { loaders }) => listCustomers(customers, '', args, loaders),
    },
    CustomerConnection,
  ),
}));
