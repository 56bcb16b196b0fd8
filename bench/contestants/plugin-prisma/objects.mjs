export const newest = [{ createdAt: 'desc' }, { id: 'desc' }];

const limit = (t) => ({ limit: t.arg.int({ required: true }) });

function addRelated(builder) {
  for (const model of ['PaymentTerm', 'AccountGroup'])
    builder.prismaObject(model, {
      fields: (t) => ({ id: t.exposeID('id'), name: t.exposeString('name') }),
    });
  builder.prismaObject('Carrier', {
    fields: (t) => ({
      id: t.exposeID('id'),
      name: t.exposeString('name'),
      code: t.exposeString('code', { nullable: true }),
    }),
  });
  builder.prismaObject('User', {
    fields: (t) => ({
      id: t.exposeID('id'),
      name: t.exposeString('name', { nullable: true }),
      email: t.exposeString('email', { nullable: true }),
    }),
  });
  builder.prismaObject('AccountUser', {
    fields: (t) => ({ id: t.exposeID('id'), user: t.relation('user') }),
  });
  builder.prismaObject('Address', {
    fields: (t) => ({
      id: t.exposeID('id'),
      name: t.exposeString('name'),
      phone: t.exposeString('phone', { nullable: true }),
    }),
  });
  builder.prismaObject('CustomerPriceGroup', { fields: (t) => ({ group: t.relation('group') }) });
}

export function addObjects(builder) {
  addRelated(builder);
  builder.prismaObject('Customer', {
    fields: (t) => ({
      id: t.exposeID('id'),
      number: t.exposeString('number'),
      name: t.exposeString('name'),
      note: t.exposeString('note', { nullable: true }),
      status: t.expose('status', { type: 'CustomerStatus' }),
      createdAt: t.expose('createdAt', { type: 'DateTime' }),
      carrier: t.relation('carrier', { nullable: true }),
      paymentTerm: t.relation('paymentTerm', { nullable: true }),
      salesRep: t.relation('salesRep', { nullable: true }),
      type: t.relation('type', { nullable: true }),
      billToAddress: t.relation('billToAddress', { nullable: true }),
      shipToAddress: t.relation('shipToAddress', { nullable: true }),
      parent: t.relation('parent', { nullable: true }),
      childAccounts: t.relation('children', {
        args: limit(t),
        query: (args) => ({ orderBy: newest, take: args.limit }),
      }),
      priceGroups: t.relation('priceGroups', {
        args: limit(t),
        query: (args) => ({
          orderBy: [{ group: { createdAt: 'desc' } }, { groupId: 'desc' }],
          take: args.limit,
        }),
      }),
    }),
  });
}
