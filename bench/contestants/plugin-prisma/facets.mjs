/**
 * Counts the customers that match a word by a column, with `groupBy`; the referenced rows are read with
 * `findMany`.
 */
async function counts(prisma, where, column) {
  const groups = await prisma.customer.groupBy({
    by: [column],
    where: { ...where, ...(column !== 'status' && { [column]: { not: null } }) },
    _count: { _all: true },
    orderBy: [{ _count: { id: 'desc' } }, { [column]: 'asc' }],
    take: 100,
  });
  return groups.map((group) => ({ value: group[column], count: group._count._all }));
}

const named = (found, rows) => {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return found.map(({ value, count }) => ({ value: byId.get(value), count }));
};

const idsOf = (found) => ({ where: { id: { in: found.map(({ value }) => value) } } });

function addFacetType(builder, name, valueType) {
  return builder.objectRef(name).implement({
    fields: (t) => ({
      value: t.field({ type: valueType, resolve: ({ value }) => value }),
      count: t.exposeInt('count'),
    }),
  });
}

export function addFacets(builder, prisma, accountId) {
  const StatusFacet = addFacetType(builder, 'StatusFacet', 'CustomerStatus');
  const GroupFacet = addFacetType(builder, 'GroupFacet', 'AccountGroup');
  const CarrierFacet = addFacetType(builder, 'CarrierFacet', 'Carrier');
  const Facets = builder.objectRef('Facets').implement({
    fields: (t) => ({
      statuses: t.field({ type: [StatusFacet], resolve: (where) => counts(prisma, where, 'status') }),
      types: t.field({
        type: [GroupFacet],
        resolve: async (where) => {
          const found = await counts(prisma, where, 'typeId');
          return named(found, await prisma.accountGroup.findMany(idsOf(found)));
        },
      }),
      carriers: t.field({
        type: [CarrierFacet],
        resolve: async (where) => {
          const found = await counts(prisma, where, 'carrierId');
          return named(found, await prisma.carrier.findMany(idsOf(found)));
        },
      }),
    }),
  });
  builder.queryField('facets', (t) =>
    t.field({
      type: Facets,
      args: { word: t.arg.string({ required: true }) },
      resolve: (_root, { word }) => ({ accountId, search: { document: { contains: word } } }),
    }),
  );
}
