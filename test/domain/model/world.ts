import type { Db } from '../../../src/db/client.ts';
import { newId } from '../../../src/db/model/id.ts';
import * as add from '../../builders.ts';
import { shopFields } from './shop-fields.ts';
import type { Setting, State } from './state.ts';

/** The initial rows: the system's, and another account's, by kind. */
export interface World {
  readonly other: string;
  readonly systems: Readonly<Record<string, readonly Setting[]>>;
  readonly strangers: Readonly<Record<string, string>>;
}

async function addOther(db: Db) {
  const { id: other } = await add.addAccount(db);
  const customer = await add.addCustomer(db, other, { number: 'N1' });
  const carrier = await add.addCarrier(db, other, { name: 'Name 1' });
  const strangers = {
    Customer: customer.id,
    Address: (await add.addAddress(db, other, customer.id)).id,
    Carrier: carrier.id,
    ServiceLevel: (await add.addServiceLevel(db, other, carrier.id)).id,
    PaymentTerm: (await add.addPaymentTerm(db, other)).id,
    ShippingTerm: (await add.addShippingTerm(db, other)).id,
    AccountUser: (await add.addAccountUser(db, other)).id,
    AccountGroup: (await add.addGroup(db, other, 'PRICING_GROUP')).id,
    CustomerGroup: (await addCustomerGroup(db, other)).id,
    Unit: (await add.addUnit(db, other, { type: 'CURRENCY' })).id,
  };
  const at = {
    accountId: other,
    id: newId('CustomerEvent'),
    customerId: customer.id,
    action: 'IMPORT',
  } as const;
  await db.customerEvent.create({
    data: {
      ...at,
      occurredAt: customer.updatedAt,
      changes: [{ field: 'name', oldValue: null, newValue: 'x' }],
    },
  });
  return { other, strangers: { ...strangers, ...(await addRecords(db, other, strangers)) } };
}

/** Source records with the keys that the model draws, of rows in the other account. */
async function addRecords(db: Db, accountId: string, { Customer, Carrier, Address }: World['strangers']) {
  const order = await db.order.create({
    data: { accountId, id: newId('Order'), customerId: Customer ?? '', number: 'A', status: 'PLACED' },
  });
  const record = (sourceId: string) =>
    ({ accountId, system: 'AUGNO', sourceId, seenAt: new Date() }) as const;
  await db.objectSource.createMany({
    data: ['1', '2', '3'].flatMap((sourceId) => [
      { ...record(sourceId), type: 'ORDER', orderId: order.id },
      { ...record(sourceId), type: 'CARRIER', carrierId: Carrier ?? '' },
      { ...record(sourceId), type: 'ADDRESS', addressId: Address ?? '' },
    ]),
  });
  return { Order: order.id };
}

const addCustomerGroup = (db: Db, accountId: string) =>
  db.customerGroup.create({ data: { accountId, id: newId('CustomerGroup'), name: add.word() } });

type UnitRow = Awaited<ReturnType<typeof add.addUnit>>;

const unitRow = ({ id, name, abbreviation, type, ...unit }: UnitRow, own: boolean): Setting => ({
  ...{ id, own, name, abbreviation, type },
  ratioNumerator: String(unit.ratioNumerator),
  ratioDenominator: String(unit.ratioDenominator),
  offsetNumerator: String(unit.offsetNumerator),
  offsetDenominator: String(unit.offsetDenominator),
});

export async function makeWorld(db: Db): Promise<World> {
  const { id: carrierId, name, accountNumber } = await add.addCarrier(db, null);
  const seen = { own: false, customerPortalVisibility: 'VISIBLE' };
  const level = await add.addServiceLevel(db, null, carrierId);
  const term = await add.addPaymentTerm(db, null);
  const shipping = await add.addShippingTerm(db, null);
  const unit = await add.addUnit(db, null, { type: 'CURRENCY' });
  const priorities = await db.priority.findMany();
  const systems = {
    Carrier: [{ ...seen, id: carrierId, name, code: null, accountNumber, deleted: false }],
    ServiceLevel: [
      {
        ...{ ...seen, id: level.id, carrierId, name: level.name, isDefault: level.isDefault },
        serviceLevelToken: level.serviceLevelToken,
      },
    ],
    PaymentTerm: [{ id: term.id, own: false, name: term.name, status: 'ACTIVE' }],
    ShippingTerm: [
      {
        ...{ id: shipping.id, own: false, name: shipping.name, type: shipping.type },
        ...{ flatRate: null, minimumOrderValue: null, levels: [] },
      },
    ],
    Unit: [unitRow(unit, false)],
    Priority: priorities.map(({ id, code }) => ({ id, own: false, code })),
  };
  return { systems, ...(await addOther(db)) };
}

/** A new account that contains only rows that mutations cannot create. */
export async function makeAccount(db: Db, { systems }: World): Promise<{ accountId: string; state: State }> {
  const { id: accountId } = await add.addAccount(db);
  const [active, removed] = [
    await add.addAccountUser(db, accountId),
    await add.addAccountUser(db, accountId),
  ];
  await db.accountUser.update({
    where: { accountId_id: { accountId, id: removed.id } },
    data: { status: 'REMOVED' },
  });
  const group = await addCustomerGroup(db, accountId);
  const own = {
    AccountGroup: [],
    Unit: [],
    AccountUser: [
      { id: active.id, own: true, status: 'ACTIVE' },
      { id: removed.id, own: true, status: 'REMOVED' },
    ],
    CustomerGroup: [{ id: group.id, own: true, name: group.name, code: group.code }],
    ...Object.fromEntries([...shopFields.keys()].map((kind) => [kind, []])),
  };
  const settings = withRows(systems, own, await addSettings(db, accountId));
  return {
    accountId,
    state: {
      step: 0,
      isUser: false,
      customers: [],
      addresses: [],
      aliases: {},
      links: {},
      settings,
      keys: {},
      rules: {},
    },
  };
}

type Rows = Readonly<Record<string, readonly Setting[]>>;

function withRows(...sets: readonly Rows[]): Record<string, Setting[]> {
  const settings: Record<string, Setting[]> = {};
  for (const set of sets)
    for (const [kind, rows] of Object.entries(set))
      settings[kind] = [...(settings[kind] ?? []), ...structuredClone(rows)] as Setting[];
  return settings;
}

/** The initial settings; mutations create and delete others. */
async function addSettings(db: Db, accountId: string): Promise<Rows> {
  const group = async (type: 'TYPE_GROUP' | 'PRICING_GROUP') => {
    const { id, name, description } = await add.addGroup(db, accountId, type);
    const policies = { commissionPolicy: 'COMMISSION_APPLIED', freightPolicy: 'BILLED_FREIGHT' };
    return { id, own: true, type, name, description, ...policies };
  };
  const { id: carrierId, name, accountNumber } = await add.addCarrier(db, accountId, { name: 'Name 1' });
  const seen = { own: true, customerPortalVisibility: 'VISIBLE' };
  const level = async () => {
    const { id, name: called, serviceLevelToken } = await add.addServiceLevel(db, accountId, carrierId);
    return { ...seen, id, carrierId, name: called, serviceLevelToken, isDefault: false };
  };
  const term = await add.addPaymentTerm(db, accountId);
  const shipping = await add.addShippingTerm(db, accountId);
  const { flatRate, minimumOrderValue } = { flatRate: null, minimumOrderValue: null };
  return {
    AccountGroup: [await group('TYPE_GROUP'), await group('PRICING_GROUP'), await group('PRICING_GROUP')],
    Carrier: [{ ...seen, id: carrierId, name, code: null, accountNumber, deleted: false }],
    ServiceLevel: [await level(), await level()],
    PaymentTerm: [{ id: term.id, own: true, name: term.name, status: 'ACTIVE' }],
    ShippingTerm: [
      {
        ...{ id: shipping.id, own: true, name: shipping.name, type: 'FREE_FREIGHT' },
        flatRate,
        minimumOrderValue,
        levels: [],
      },
    ],
  };
}
