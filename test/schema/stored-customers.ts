import type { Db } from '../../src/db/client.ts';

const readRows = (db: Db, accountId: string) =>
  db.customer.findMany({
    where: { accountId },
    include: {
      priceGroups: { include: { group: true } },
      tags: { include: { tag: true } },
      sources: true,
      orders: true,
      returns: { include: { order: true } },
      orderSubscriptions: true,
      subscriptions: true,
      paymentSources: true,
      skuLists: true,
      events: true,
      attachments: true,
      addresses: { include: { geolocation: true } },
      billToAddress: { include: { geolocation: true } },
      shipToAddress: { include: { geolocation: true } },
      type: true,
      customerGroup: true,
      carrier: true,
      serviceLevel: { include: { carrier: true } },
      paymentTerm: true,
      shippingTerm: true,
      priority: true,
      salesRep: { include: { user: true } },
      creditLimitUnit: true,
    },
  });

type CustomerRow = Awaited<ReturnType<typeof readRows>>[number];
export type Unit = NonNullable<CustomerRow['creditLimitUnit']>;

export interface StoredCustomer extends CustomerRow {
  readonly parent: StoredCustomer | null;
  readonly children: readonly StoredCustomer[];
  /** All customers of the account. */
  readonly everyone: readonly StoredCustomer[];
  /** All units that the account can use. */
  readonly units: readonly Unit[];
}

/** An account's customers with all that filters read, loaded by Prisma's query builder. */
export async function readCustomers(db: Db, accountId: string): Promise<readonly StoredCustomer[]> {
  const rows = await readRows(db, accountId);
  const units = await db.unit.findMany({ where: { OR: [{ accountId }, { accountId: null }] } });
  const children: StoredCustomer[][] = rows.map(() => []);
  const everyone: StoredCustomer[] = [];
  const customers = rows.map((row, at) => ({
    ...row,
    parent: null as StoredCustomer | null,
    children: children[at] ?? [],
    everyone,
    units,
  }));
  everyone.push(...customers);
  const byId = new Map(customers.map((customer, at) => [customer.id, { customer, at }]));
  for (const customer of customers) {
    const parent = byId.get(customer.parentId ?? '');
    if (parent === undefined) continue;
    customer.parent = parent.customer;
    children[parent.at]?.push(customer);
  }
  return customers;
}
