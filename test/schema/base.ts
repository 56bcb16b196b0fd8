import fc from 'fast-check';
import type { Db } from '../../src/db/client.ts';
import { Prisma } from '../../src/db/generated/client.ts';
import { idOf, levelsOf, own, type Settings } from './base-settings.ts';

/** Few distinct values of the columns that lists are ordered or filtered by: many ties, and some nulls. */
export const instants = [
  '2024-02-29T12:00:00.000Z',
  '2024-02-29T12:00:00.001Z',
  '2024-03-01T00:00:00.000Z',
  '2025-01-01T09:30:00.500Z',
] as const;
const names = [
  ...[
    'Anders',
    'anders',
    'Ärmel AG',
    'Öl & Söhne',
    'Straße 7',
    'Straße 12',
    'Strasse 9',
    'Zeta 100%',
    'Zeta 099%',
  ],
  ...['～wave', '😀 smile'],
];
const limits = [
  '0',
  '-5',
  '1000',
  '1000.000000000000000000000000000001',
  '99999999999999999999999999999999999',
];
export const phones = ['+49 (30) 123-45 67', '555.0199', '040/7788'] as const;
export const placeNames = ['Lager Süd', 'Office', 'DOCK 9'] as const;

export const contactNames = ['Zoë Ångström', 'ann', 'O’Neill (night)', '%'] as const;
export const notes = ['Pays late: 100% up front', 'GRÜSSE aus Köln', 'late', '\\'] as const;

/** Units of credit limits: of the system, the account's, with offsets, and currencies that have no exchange rates. */
const units = [
  ['kUSD', 'CURRENCY', '1000', '1', '0', '1'],
  ['GBP', 'CURRENCY', '1.3', '1', '0', '1'],
  ['warm', 'TEMPERATURE', '5', '9', '45967', '180'],
  ['cold', 'TEMPERATURE', '-3', '-7', '1', '-3'],
  ['minus', 'MASS', '-1', '3', '0', '1'],
] as const;

const dollar = 'unt_0160b6194e8071a1b850010cd7ad267b';
const euro = 'unt_0160b6194e807658a3b4d530794d07ca';
const kelvin = 'unt_0160b6194e807de9a3528825a18fb981';
export const unitIds = [dollar, euro, kelvin, ...units.map(([name]) => idOf('unt', name)), idOf('unt', 's1')];

async function addUnits(db: Db): Promise<void> {
  await db.unit.createMany({
    data: units.map(([name, type, ...[rn, rd, on, od]]) => ({
      accountId: own,
      id: idOf('unt', name),
      name: `Unit ${name}`,
      abbreviation: name,
      type,
      ratioNumerator: rn,
      ratioDenominator: rd,
      offsetNumerator: on,
      offsetDenominator: od,
    })),
  });
}

/** One of the values or null, by a number. */
const pickBy =
  (n: number) =>
  <const T>(values: readonly T[]): T | null =>
    values[(n * 31) % (values.length + 1)] ?? null;

const fileNames = ['Contract.pdf', 'Preise Ö.xlsx'] as const;

export const orderNumbers = ['83960698', '8396', 'WEB-Ä1'] as const;

function orderValues(n: number) {
  const pick = pickBy(n);
  const total = pick([...limits.slice(0, 4), '99.5']);
  return {
    number: pick(orderNumbers),
    status: pick(['PLACED', 'APPROVED', 'CANCELLED']) ?? ('DRAFT' as const),
    paymentStatus: pick(['PAID', 'UNPAID']) ?? ('AUTHORIZED' as const),
    fulfillmentStatus: pick(['FULFILLED', 'IN_PROGRESS']) ?? ('UNFULFILLED' as const),
    totalAmount: total,
    currencyCode: total === null ? null : (pick(['EUR', 'CHF']) ?? 'USD'),
    placedAt: pick(instants),
  };
}

/** Values that follow from a customer's number, so that those above stay as they are. */
function furtherValues(n: number) {
  const pick = pickBy(n);
  const billingType = pick(['SENDER', 'THIRD_PARTY'] as const);
  return {
    contactName: pick(contactNames),
    contactFax: pick(['+1 555 0100', '555']),
    contactUrl: pick(['https://www.example.com', 'http://EXAMPLE.org/ä']),
    note: pick(notes),
    billingType,
    billingAccount: billingType === 'THIRD_PARTY' ? `ACCT-${n % 2}` : null,
    acceptsInvoiceEmails: n % 3 === 0,
    pins: pick([{ name: 'pinned', status: 'NORMAL' }, { 'metadata.rating': ['A'] }, {}]) ?? Prisma.DbNull,
    metadata: pick([{ rating: 'A', credit: { score: 5 } }, { rating: null }, { rating: ['A', true] }]) ?? {},
  };
}

const from = <const T>(...values: readonly T[]) => fc.constantFrom(...values);
const maybe = <const T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: null });

/** The values of a base customer, besides those that must be unique. */
export const customerValues = (settings: Settings) =>
  fc.record({
    name: from(...names),
    status: from('NORMAL', 'PREFERRED', 'HOLD_SHIPMENT', 'HOLD_ALL'),
    ediStatus: from('ENABLED', 'DISABLED'),
    commissionPolicy: from('COMMISSION_APPLIED', 'COMMISSION_EXEMPT'),
    freightPolicy: from('FREE_FREIGHT', 'BILLED_FREIGHT'),
    mode: from('TEST', 'LIVE'),
    hasConflicts: fc.boolean(),
    createdAt: from(...instants),
    updatedAt: from(...instants),
    discontinuedAt: maybe([instants[2]]),
    creditLimitValue: maybe(limits),
    contactEmail: maybe(['ann@mail.example', 'BOB@Mail.example']),
    contactPhone: maybe(phones),
    typeId: maybe(settings.typeGroups.slice(0, 3)),
    carrier: maybe(settings.carriers.slice(0, 3)),
    hasLevel: fc.boolean(),
    paymentTermId: maybe(settings.paymentTerms.slice(0, 3)),
    shippingTermId: maybe(settings.shippingTerms.slice(0, 3)),
    salesRepId: maybe(settings.accountUsers.slice(0, 3)),
    customerGroupId: maybe(settings.customerGroups.slice(0, 3)),
    shopper: fc.option(
      fc.record({
        shopperStatus: from('PROSPECT', 'ACQUIRED', 'REPEAT'),
        totalOrdersCount: from(0, 1, 7, 2_147_483_647),
      }),
      { nil: null },
    ),
    parent: fc.option(fc.nat(3), { nil: null }),
    priceGroups: fc.subarray([...settings.priceGroups.slice(0, 4)]),
    tags: fc.subarray([...settings.tags.slice(0, 4)]),
    places: fc.array(fc.record({ name: from(...placeNames), at: maybe(settings.geolocations) }), {
      maxLength: 3,
    }),
  });

type Values = ReturnType<typeof customerValues> extends fc.Arbitrary<infer T> ? T : never;

let made = 0;

/** The first customers are shoppers and not children, so that they can have all kinds of lists. */
const heads = 6;

/** Of records of one customer, some agree, some differ, and some say nothing. */
const recordValues = [
  { name: 'Anders', priceGroups: ['b', 'a'], creditLimitValue: '5', creditLimitUnitId: dollar },
  { name: 'Anders', 'metadata.rating': ['A'], contactEmail: '' },
  { name: '', creditLimitValue: '5.0', creditLimitUnitId: dollar, 'metadata.rating': [] },
  { name: 'anders', priceGroups: ['a', 'b'], 'metadata.rating': ['B'], note: 'late' },
  { priceGroups: ['a'], creditLimitValue: '5', creditLimitUnitId: euro, note: 'early' },
] as const;

/** None, one, or several records, also of one system. */
const systemsOf = (n: number) =>
  ([[], ['AUGNO'], ['AUGNO', 'AUGNO', 'OTHER'], ['COMMERCE_LAYER']] as const)[n % 4] ?? [];

function toRow(
  settings: Settings,
  { shopper, carrier, hasLevel, parent, priceGroups, tags, places, ...values }: Values,
) {
  const n = made++;
  const id = idOf('cus', n);
  const buys = shopper ?? (n < heads ? ({ shopperStatus: 'REPEAT', totalOrdersCount: 7 } as const) : null);
  const row = {
    ...values,
    ...furtherValues(n),
    accountId: own,
    id,
    number: `C-${(n * 7919) % 1009}-${n}`,
    shortId: n % 3 === 0 ? `Short${n}` : null,
    reference: n % 4 === 0 ? `REF/${n}` : null,
    creditLimitUnitId:
      values.creditLimitValue === null ? null : (unitIds[n % unitIds.length] ?? settings.money),
    priorityId: settings.priorities[n % 4] ?? null,
    carrierId: carrier,
    serviceLevelId: hasLevel && carrier !== null ? (levelsOf(settings, carrier)[0] ?? null) : null,
    parentId: n < heads || parent === null ? null : idOf('cus', parent),
    ...(buys && { ...buys, shopperEmail: `buyer${n}@shop.example` }),
  } satisfies Prisma.CustomerCreateManyInput;
  return {
    row,
    priceGroups: (n === 0 ? settings.priceGroups : priceGroups).map((groupId) => ({
      accountId: own,
      customerId: id,
      groupId,
    })),
    tags: (n === 0 ? settings.tags : tags).map((tagId) => ({ accountId: own, customerId: id, tagId })),
    sources: systemsOf(n).map((system, position) => ({
      ...{ accountId: own, customerId: id, system, sourceId: `${system}:${n}-${position}` },
      seenAt: instants[n % 2 === 0 ? 0 : 3],
      sourceModifiedAt: position === 0 ? null : instants[1],
      goneAt: n % 3 === 0 ? instants[2] : null,
      values: recordValues[(n + position * 3) % recordValues.length] ?? {},
    })),
    addresses: places.map(({ name, at }, i) => ({
      accountId: own,
      id: idOf('adr', n * 10 + i),
      customerId: id,
      name,
      geolocationId: at,
      createdAt: instants[n % 2 === 0 ? 0 : 1],
    })),
  };
}

/** Adds customers to the base. */
export async function addCustomers(db: Db, settings: Settings, values: readonly Values[]): Promise<void> {
  const rows = values.map((each) => toRow(settings, each));
  await db.customer.createMany({ data: rows.map(({ row }) => row) });
  await db.customerPriceGroup.createMany({ data: rows.flatMap(({ priceGroups }) => priceGroups) });
  await db.customerTag.createMany({ data: rows.flatMap(({ tags }) => tags) });
  await db.customerSource.createMany({ data: rows.flatMap(({ sources }) => sources) });
  await db.address.createMany({ data: rows.flatMap(({ addresses }) => addresses) });
  for (const { row, addresses } of rows) {
    const [billToAddressId = null, shipToAddressId = billToAddressId] = addresses.map(({ id }) => id);
    if (billToAddressId === null) continue;
    await db.customer.update({
      where: { accountId_id: { accountId: own, id: row.id } },
      data: { billToAddressId, shipToAddressId },
    });
  }
}

/** The customers that the lists of a customer are tested on, and the number of rows of each list. */
export const headIds = Array.from({ length: heads }, (_, n) => idOf('cus', n));
const belongings = [23, 9, 1, 0];

const change = (field: string) => ({ field, oldValue: null, newValue: '1' });
const eventChanges = [
  [change('creditLimit'), change('name')],
  [change('contactInfo.email')],
  [change('invented.later')],
];

/** Adds shop rows, files and events to the first customers, with few distinct times. */
async function addBelongings(db: Db, settings: Settings): Promise<void> {
  const rows = belongings.flatMap((count, head) =>
    Array.from({ length: count }, (_, i) => ({
      accountId: own,
      customerId: idOf('cus', head),
      createdAt: instants[i % 3] ?? null,
      n: head * 100 + i,
    })),
  ) as readonly { accountId: string; customerId: string; createdAt: string; n: number }[];
  const ownedBy = ({ n, ...row }: (typeof rows)[number], prefix: string) => ({ ...row, id: idOf(prefix, n) });
  const of = <T extends object>(prefix: string, more: T) =>
    rows.map((row) => ({ ...ownedBy(row, prefix), ...more }));
  /** The rows with values that depend on their number. */
  const varied = <T extends object>(prefix: string, more: (pick: ReturnType<typeof pickBy>) => T) =>
    rows.map((row) => ({ ...ownedBy(row, prefix), ...more(pickBy(row.n)) }));
  await db.attachment.createMany({
    data: varied('att', (pick) => ({ name: pick(fileNames) ?? 'file', description: pick(['Größe', 'b']) })),
  });
  await db.customerEvent.createMany({
    data: varied('evt', (pick) => ({
      action: pick(['CREATE', 'IMPORT']) ?? ('UPDATE' as const),
      actor: pick([...settings.accountUsers.slice(0, 3), 'billing', 'import:warehouse']),
      changes: pick(eventChanges) ?? [],
    })).map(({ createdAt, ...row }) => ({ ...row, occurredAt: createdAt })),
  });
  await db.paymentSource.createMany({
    data: varied('pay', (pick) => ({
      name: pick(['Visa ending in 4242', 'Büro']),
      type: pick(['stripe_payments']) ?? 'wire_transfers',
    })),
  });
  await db.customerSubscription.createMany({
    data: varied('csb', (pick) => ({
      customerEmail: pick(['B@shop.example']) ?? 'a@shop.example',
      reference: pick(['news', 'Offers']),
    })),
  });
  await db.order.createMany({ data: rows.map((row) => ({ ...orderValues(row.n), ...ownedBy(row, 'ord') })) });
  await db.orderSubscription.createMany({
    data: varied('osb', (pick) => ({
      number: pick(['SUB-1', 'Sub-Ä']),
      status: pick(['ACTIVE', 'CANCELLED']) ?? ('DRAFT' as const),
      frequency: pick(['weekly']) ?? 'monthly',
      startsAt: pick(instants.slice(0, 1)),
      expiresAt: pick(instants.slice(2)),
      nextRunAt: pick(instants),
    })),
  });
  await db.return.createMany({
    data: rows.map((row) => ({
      ...ownedBy(row, 'ret'),
      number: pickBy(row.n)(['RET-1', 'ret-ä']),
      status: pickBy(row.n)(['APPROVED', 'RECEIVED']) ?? ('REQUESTED' as const),
      orderId: row.n % 5 === 0 ? null : idOf('ord', row.n),
    })),
  });
  await db.skuList.createMany({
    data: varied('skl', (pick) => ({
      name: pick(['Wünsche', 'list 2']) ?? 'list',
      slug: pick(['wuensche']) ?? 'list',
      description: pick(['for Zoë', '']),
    })),
  });
  await db.address.createMany({
    data: of('adr', { name: 'more' }).map((row) => ({ ...row, id: `${row.id}m` })),
  });
}

/** The base that lists are tested on: the same in every run. */
export async function fillBase(db: Db, settings: Settings, customers = 90): Promise<void> {
  made = 0;
  await addUnits(db);
  const values = fc.sample(customerValues(settings), { seed: 7, numRuns: customers });
  await addCustomers(db, settings, values.slice(0, heads));
  await addCustomers(db, settings, values.slice(heads));
  await addBelongings(db, settings);
}
