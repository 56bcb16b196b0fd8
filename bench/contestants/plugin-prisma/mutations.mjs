import { randomUUID } from 'node:crypto';

/** Upserts a customer by number with Prisma. */
const upsert = (prisma, accountId, { number, note }, query = {}) =>
  prisma.customer.upsert({
    ...query,
    where: { accountId_number: { accountId, number } },
    update: { note, version: { increment: 1 }, updatedAt: new Date() },
    create: { accountId, id: `cus_${randomUUID().replaceAll('-', '')}`, number, name: number, note },
  });

export function addMutations(builder, prisma, accountId) {
  const UpsertInput = builder.inputType('UpsertInput', {
    fields: (t) => ({ number: t.string({ required: true }), note: t.string({ required: true }) }),
  });
  builder.mutationType({
    fields: (t) => ({
      upsertCustomer: t.prismaField({
        type: 'Customer',
        args: { number: t.arg.string({ required: true }), note: t.arg.string({ required: true }) },
        resolve: (query, _root, args) => upsert(prisma, accountId, args, query),
      }),
      upsertCustomers: t.field({
        type: ['Customer'],
        args: { customers: t.arg({ type: [UpsertInput], required: true }) },
        resolve: (_root, { customers }) =>
          // Each upsert runs alone, as in the gateway: a failure does not stop the others.
          Promise.all(customers.map((each) => upsert(prisma, accountId, each))),
      }),
    }),
  });
}
