import type { Context } from '../context.ts';
import type { List } from '../db/list.ts';
import type { Row } from '../db/table.ts';
import type { Lazy } from '../loaders/lazy.ts';
import { builder } from './builder.ts';
import {
  Customer,
  CustomerConnection,
  customerArgs,
  customerListCost,
  listCustomers,
} from './customer-list.ts';
import { SourceSystem } from './customer-record.ts';
import { expectId } from './node.ts';
import { reads } from './reads.ts';
import { newestFirst } from './relation.ts';

export const CustomerReferenceInput = builder.inputType('CustomerReferenceInput', {
  description: 'What a third system calls a customer.',
  fields: (t) => ({
    reference: t.string({ required: true, description: 'The reference, case as written.' }),
    referenceOrigin: t.string({
      description: 'The system that it is from; absent or null looks for a reference without origin.',
    }),
  }),
});

export const CustomerSourceInput = builder.inputType('CustomerSourceInput', {
  description: 'A record in a source system.',
  fields: (t) => ({
    system: t.field({ type: SourceSystem, required: true, description: 'The system.' }),
    sourceId: t.string({ required: true, description: 'The record’s id there, case as written.' }),
  }),
});

const CustomerIdentifier = builder.inputType('CustomerIdentifier', {
  description: 'What a customer is known by. Exactly one field is given.',
  isOneOf: true,
  fields: (t) => ({
    id: t.id({ description: 'The id.' }),
    number: t.string({ description: 'The number, as people know it.' }),
    shortId: t.string({ description: 'The warehouse’s key, case as written.' }),
    shopperEmail: t.string({
      description: 'The address that the shopper signs in with; case does not matter.',
    }),
    reference: t.field({ type: CustomerReferenceInput, description: 'What a third system calls it.' }),
    source: t.field({
      type: CustomerSourceInput,
      description: 'A record in a source system that it was read from.',
    }),
  }),
});

type Identifier = typeof CustomerIdentifier.$inferInput;

/** The one row of a list that fulfils the equalities; the database's unique keys see to there being no second. */
function only<M extends 'Customer' | 'CustomerSource'>(
  list: List<M>,
  equal: Readonly<Record<string, string | null>>,
  { loaders }: Context,
): Lazy<Row<M> | null> {
  return loaders
    .first(list, 1, { equal })
    .load('')
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
  const source = await only(bySource, { system, sourceId }, context);
  return source === null ? null : context.loaders.row('Customer').load(source.customerId);
}

function find(by: Identifier, context: Context): Promise<Row<'Customer'> | null> | null {
  const { loaders } = context;
  if (by.id != null) return loaders.row('Customer').load(expectId('by.id', by.id, 'Customer'));
  if (by.number != null) return loaders.row('Customer', 'number').load(by.number);
  if (by.shortId != null) return loaders.row('Customer', 'shortId').load(by.shortId);
  if (by.shopperEmail != null)
    return loaders.row('Customer', 'shopperEmail').load(by.shopperEmail.toLowerCase());
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
      'One customer, by its id or any other key that it is known by; null when there is none, or it is not the account’s.',
    args: { by: t.arg({ type: CustomerIdentifier, required: true, description: 'What it is known by.' }) },
    extensions: reads([], { CustomerSource: ['customerId'] }),
    resolve: (_root, { by }, context) => find(by, context),
  }),
  customers: t.connection(
    {
      type: Customer,
      description:
        'The account’s customers, discontinued ones too (`filter.active` leaves them out), newest first.',
      args: customerArgs,
      extensions: { ...customerListCost(customers), ...reads() },
      resolve: (_root, args, { loaders }) => listCustomers(customers, '', args, loaders),
    },
    CustomerConnection,
  ),
}));
