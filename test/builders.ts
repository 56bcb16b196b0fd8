import { randomBytes } from 'node:crypto';
import type { Db } from '../src/db/client.ts';
import type { Prisma } from '../src/db/generated/client.ts';
import { newId } from '../src/db/model/id.ts';

/** A random word that is unique across all rows of all tests. */
export const word = (): string => randomBytes(6).toString('hex');

export function addAccount(db: Db) {
  return db.account.create({ data: { id: newId('Account'), name: `Account ${word()}` } });
}

/** A unit of mass with ratio 1, overridden by `values`; a system unit if `accountId` is null. */
export function addUnit(
  db: Db,
  accountId: string | null,
  values: Partial<Prisma.UnitUncheckedCreateInput> = {},
) {
  const unit = {
    id: newId('Unit'),
    accountId,
    name: `Unit ${word()}`,
    abbreviation: `u${word()}`,
    type: 'MASS',
    ratioNumerator: '1',
    ratioDenominator: '1',
  } as const;
  return db.unit.create({ data: { ...unit, ...values } });
}

export function addCarrier(
  db: Db,
  accountId: string | null,
  values: Partial<Prisma.CarrierUncheckedCreateInput> = {},
) {
  const carrier = { id: newId('Carrier'), accountId, name: `Carrier ${word()}`, accountNumber: word() };
  return db.carrier.create({ data: { ...carrier, ...values } });
}

export function addServiceLevel(db: Db, accountId: string | null, carrierId: string) {
  const named = { name: `Level ${word()}`, serviceLevelToken: `level_${word()}` };
  return db.serviceLevel.create({ data: { id: newId('ServiceLevel'), accountId, carrierId, ...named } });
}

export function addPaymentTerm(db: Db, accountId: string | null) {
  return db.paymentTerm.create({ data: { id: newId('PaymentTerm'), accountId, name: `Net ${word()}` } });
}

export function addShippingTerm(
  db: Db,
  accountId: string | null,
  values: Partial<Prisma.ShippingTermUncheckedCreateInput> = {},
) {
  const term = {
    id: newId('ShippingTerm'),
    accountId,
    name: `Freight ${word()}`,
    type: 'FREE_FREIGHT',
  } as const;
  return db.shippingTerm.create({ data: { ...term, ...values } });
}

/** The system's priority HIGH, created if missing: its code is unique. */
export async function havePriority(db: Db) {
  const high = { id: newId('Priority'), code: 'HIGH', name: 'High' } as const;
  await db.priority.createMany({ data: high, skipDuplicates: true });
  return db.priority.findUniqueOrThrow({ where: { code: 'HIGH' } });
}

export function addGroup(
  db: Db,
  accountId: string,
  type: 'TYPE_GROUP' | 'PRICING_GROUP',
  values: Partial<Prisma.AccountGroupUncheckedCreateInput> = {},
) {
  const group = { id: newId('AccountGroup'), accountId, type, name: `Group ${word()}`, description: word() };
  return db.accountGroup.create({ data: { ...group, ...values } });
}

/** A user with a seat in the account, a role and a department. */
export async function addAccountUser(db: Db, accountId: string) {
  const handle = word();
  const [user, role, department] = await Promise.all([
    db.user.create({
      data: {
        accountId,
        id: newId('User'),
        name: `Person ${word()}`,
        username: handle,
        email: `${handle}@example.com`,
        imageUrl: `https://images.example.com/${handle}`,
        emailVerifiedAt: new Date(),
      },
    }),
    db.role.create({
      data: {
        id: newId('Role'),
        accountId,
        name: `Role ${word()}`,
        type: 'USER',
        permissions: [`${word()}:read`],
      },
    }),
    db.department.create({
      data: { accountId, id: newId('Department'), name: `Department ${word()}`, notes: word() },
    }),
  ]);
  return db.accountUser.create({
    data: {
      accountId,
      id: newId('AccountUser'),
      userId: user.id,
      roleId: role.id,
      departmentId: department.id,
      lastUsedAt: new Date(),
    },
  });
}

/** An ended import with a warning and a reject. */
export function addImportRun(db: Db, accountId: string) {
  const id = newId('ImportRun');
  const counts = { created: 1, updated: 2, unchanged: 3, rejected: 1, unprocessed: 0, warned: 1, gone: 0 };
  const [warning, reject] = [{ kind: 'customer', code: 'INVALID' }, { kind: 'address' }];
  return db.importRun.create({
    data: {
      ...{ accountId, id, system: 'AUGNO', state: 'STOPPED', input: `${word()}.ndjson` },
      ...{ stopReason: word(), stopPosition: word(), matchKeys: ['number'], endedAt: new Date() },
      counts: [{ kind: 'customer', ...counts }],
      unknownFields: [{ kind: 'customer', path: word(), count: 1, position: word() }],
      warnings: {
        create: {
          ...{ ...warning, id: newId('ImportWarning'), path: word(), message: word(), count: 1 },
          examples: [{ position: word(), value: `"${word()}"` }],
        },
      },
      rejects: {
        create: {
          ...{ ...reject, id: newId('ImportReject'), position: word(), sourceId: word() },
          errors: [{ code: 'REQUIRED', path: word(), message: word() }],
        },
      },
    },
  });
}

/** A customer with only a number, a name and the given values. */
export function addCustomer(
  db: Db,
  accountId: string,
  values: Partial<Prisma.CustomerUncheckedCreateInput> = {},
) {
  const customer = { accountId, id: newId('Customer'), number: `N-${word()}`, name: `Customer ${word()}` };
  return db.customer.create({ data: { ...customer, ...values } });
}

export async function addAddress(db: Db, accountId: string, customerId: string) {
  const geolocation = await db.geolocation.create({
    data: {
      accountId,
      id: newId('Geolocation'),
      streetLine1: `${word()} Street`,
      streetLine2: `Suite ${word()}`,
      locality: `City ${word()}`,
      state: word(),
      postalCode: word(),
      country: 'US',
    },
  });
  return db.address.create({
    data: {
      accountId,
      id: newId('Address'),
      customerId,
      name: `Address ${word()}`,
      phone: word(),
      email: `${word()}@example.com`,
      geolocationId: geolocation.id,
    },
  });
}

export function addToPriceGroup(db: Db, accountId: string, customerId: string, groupId: string) {
  return db.customerPriceGroup.create({ data: { accountId, customerId, groupId } });
}
