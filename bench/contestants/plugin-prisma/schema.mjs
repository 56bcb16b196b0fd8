// Yoga, Pothos and @pothos/plugin-prisma, as in the plugin's documentation: objects of models, relations with
// queries of their own, a Relay connection on Prisma's cursors.
import SchemaBuilder from '@pothos/core';
import PrismaPlugin from '@pothos/plugin-prisma';
import { getDatamodel } from '@pothos/plugin-prisma/generated';
import RelayPlugin from '@pothos/plugin-relay';
import { addFacets } from './facets.mjs';
import { addMutations } from './mutations.mjs';
import { addObjects, newest } from './objects.mjs';

/** The conditions of the list of customers. */
function where({ ids, status, city, word }, accountId) {
  return {
    accountId,
    ...(ids && { id: { in: ids } }),
    ...(status && { status }),
    ...(city && { addresses: { some: { geolocation: { locality: city } } } }),
    ...(word && { search: { document: { contains: word } } }),
  };
}

function addQueries(builder, prisma, accountId) {
  builder.queryType({
    fields: (t) => ({
      customer: t.prismaField({
        type: 'Customer',
        nullable: true,
        args: { number: t.arg.string({ required: true }) },
        resolve: (query, _root, { number }) =>
          prisma.customer.findUnique({ ...query, where: { accountId_number: { accountId, number } } }),
      }),
      customers: t.prismaConnection({
        type: 'Customer',
        cursor: 'accountId_id',
        maxSize: 2_000,
        args: {
          ids: t.arg.idList(),
          status: t.arg({ type: 'CustomerStatus' }),
          city: t.arg.string(),
          word: t.arg.string(),
        },
        totalCount: (_root, args) => prisma.customer.count({ where: where(args, accountId) }),
        resolve: (query, _root, args) =>
          prisma.customer.findMany({ ...query, where: where(args, accountId), orderBy: newest }),
      }),
      customersById: t.prismaField({
        type: ['Customer'],
        args: { ids: t.arg.idList({ required: true }) },
        resolve: (query, _root, { ids }) =>
          prisma.customer.findMany({ ...query, where: { accountId, id: { in: ids } } }),
      }),
    }),
  });
}

export function createSchema(prisma, accountId) {
  const builder = new SchemaBuilder({
    plugins: [PrismaPlugin, RelayPlugin],
    prisma: { client: prisma, dmmf: getDatamodel() },
    relay: {},
  });
  builder.scalarType('DateTime', { serialize: (value) => value.toISOString() });
  builder.enumType('CustomerStatus', { values: ['NORMAL', 'PREFERRED', 'HOLD_SHIPMENT', 'HOLD_ALL'] });
  addObjects(builder);
  addQueries(builder, prisma, accountId);
  addFacets(builder, prisma, accountId);
  addMutations(builder, prisma, accountId);
  return builder.toSchema();
}
