import { createHash } from 'node:crypto';
import type { Db } from '../../src/db/client.ts';

export const own = 'acc_own';
export const foreign = 'acc_foreign';

/** An id whose order does not follow the creation time. */
export const idOf = (prefix: string, n: number | string): string =>
  `${prefix}_${createHash('sha1').update(`${prefix}${n}`).digest('hex').slice(0, 20)}`;

export interface Settings {
  readonly typeGroups: readonly string[];
  readonly priceGroups: readonly string[];
  readonly carriers: readonly string[];
  readonly serviceLevels: readonly { readonly id: string; readonly carrierId: string }[];
  readonly paymentTerms: readonly string[];
  readonly shippingTerms: readonly string[];
  readonly accountUsers: readonly string[];
  readonly tags: readonly string[];
  readonly customerGroups: readonly string[];
  readonly geolocations: readonly string[];
  readonly importRuns: readonly string[];
  readonly priorities: readonly string[];
  /** A unit of the system's. */
  readonly money: string;
}

export const levelsOf = ({ serviceLevels }: Settings, carrier: string): readonly string[] =>
  serviceLevels.flatMap(({ id, carrierId }) => (carrierId === carrier ? [id] : []));

/** Two times for all settings, so that most rows of a list tie. */
const createdAt = (n: number) => (n % 3 === 0 ? '2024-01-01T00:00:00.000Z' : '2024-05-05T05:05:05.005Z');

const some = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));

export const userNames = ['Émile Rep', 'emil', 'Zoe'] as const;

export const tagNames = ['vip', 'b2b', 'late:payer', 'x'] as const;

export const places = [
  { streetLine1: '1 Main St', locality: 'Springfield', state: 'IL', postalCode: '62701', country: 'US' },
  { locality: 'Springfield', state: 'MA', postalCode: '01103', country: 'US' },
  { streetLine1: '1 MAIN st', locality: 'Chicago', state: 'IL', postalCode: '60601', country: 'US' },
  { locality: 'Hamburg', state: null, postalCode: '20095', country: 'DE' },
  { streetLine1: '1 Main St', locality: null, state: 'IL', postalCode: null, country: 'US' },
  { locality: 'MÜNSTER (50% West)', state: 'il', postalCode: '48_1 A', country: 'DE' },
  { locality: 'Munster', state: 'Île', postalCode: '4821 a', country: 'FR' },
] as const;

async function addSystem(db: Db): Promise<void> {
  const system = { accountId: null };
  await db.unit.createMany({
    data: some(3, (n) => ({
      ...system,
      id: idOf('unt', `s${n}`),
      name: `System ${n}`,
      abbreviation: `s${n}`,
      type: n === 0 ? ('CURRENCY' as const) : ('MASS' as const),
      ratioNumerator: '1',
      ratioDenominator: '1',
      createdAt: createdAt(n),
    })),
  });
  await db.carrier.createMany({
    data: some(3, (n) => ({
      ...system,
      id: idOf('crr', `s${n}`),
      name: `System ${n}`,
      createdAt: createdAt(n),
    })),
  });
  await db.paymentTerm.createMany({
    data: some(3, (n) => ({
      ...system,
      id: idOf('ptm', `s${n}`),
      name: `System ${n}`,
      createdAt: createdAt(n),
    })),
  });
  await db.shippingTerm.createMany({
    data: some(2, (n) => ({
      ...system,
      id: idOf('stm', `s${n}`),
      name: `System ${n}`,
      type: 'FREE_FREIGHT' as const,
      createdAt: createdAt(n),
    })),
  });
}

/** An account with more settings than its customers use. */
async function addAccount(db: Db, accountId: string): Promise<Settings> {
  await db.account.create({ data: { id: accountId, name: accountId } });
  const row = (prefix: string) => (n: number) => ({
    accountId,
    id: idOf(prefix, `${accountId}${n}`),
    name: `${prefix} ${n}`,
    createdAt: createdAt(n),
  });
  const groups = (type: 'TYPE_GROUP' | 'PRICING_GROUP', count: number) =>
    some(count, (n) => ({ ...row(`grp`)(n + (type === 'TYPE_GROUP' ? 0 : 100)), type }));
  const [typeGroups, priceGroups] = [groups('TYPE_GROUP', 8), groups('PRICING_GROUP', 12)];
  await db.accountGroup.createMany({ data: [...typeGroups, ...priceGroups] });
  const carriers = some(9, row('crr'));
  await db.carrier.createMany({
    data: carriers.map((each, n) => ({ ...each, deletedAt: n === 2 || n === 7 ? createdAt(0) : null })),
  });
  const serviceLevels = carriers.slice(0, 3).flatMap(({ id: carrierId }, at) =>
    some([14, 5, 1][at] ?? 0, (n) => ({
      ...row('svl')(at * 100 + n),
      carrierId,
      serviceLevelToken: `t${n}`,
    })),
  );
  await db.serviceLevel.createMany({ data: serviceLevels });
  const paymentTerms = some(8, row('ptm'));
  await db.paymentTerm.createMany({ data: paymentTerms });
  const shippingTerms = some(6, (n) => ({ ...row('stm')(n), type: 'FREE_FREIGHT' as const }));
  await db.shippingTerm.createMany({ data: shippingTerms });
  await db.shippingTermServiceLevel.createMany({
    data: [12, 3, 1].flatMap((count, term) =>
      serviceLevels.slice(0, count).map(({ id }) => ({
        accountId,
        shippingTermId: shippingTerms[term]?.id ?? '',
        serviceLevelId: id,
      })),
    ),
  });
  const accountUsers = some(9, (n) => ({
    ...row('acu')(n),
    userId: idOf('usr', `${accountId}${n}`),
    status: n % 2 === 0 ? ('ACTIVE' as const) : ('DISABLED' as const),
  }));
  await db.user.createMany({
    data: accountUsers.map(({ userId: id }, n) => ({
      accountId,
      id,
      name: userNames[n] ?? null,
      email: n % 2 === 0 ? `Rep${n}@example.com` : null,
    })),
  });
  await db.accountUser.createMany({ data: accountUsers.map(({ name: _, ...each }) => each) });
  await db.unit.createMany({
    data: some(8, (n) => ({
      ...row('unt')(n),
      abbreviation: `u${n}`,
      type: n % 3 === 0 ? ('MASS' as const) : ('VOLUME' as const),
      ratioNumerator: '2',
      ratioDenominator: '1',
    })),
  });
  const tags = some(9, (n) => ({ ...row('tag')(n), name: tagNames[n] ?? `tag${n}` }));
  await db.tag.createMany({ data: tags });
  const customerGroups = some(5, row('cgr'));
  await db.customerGroup.createMany({ data: customerGroups });
  const geolocations = places.map((place, n) => ({
    accountId,
    id: idOf('geo', `${accountId}${n}`),
    ...place,
  }));
  await db.geolocation.createMany({ data: geolocations });
  const importRuns = some(8, (n) => ({
    ...{ accountId, id: idOf('imp', `${accountId}${n}`), system: 'AUGNO' as const, matchKeys: [] },
    startedAt: createdAt(n),
  }));
  await db.importRun.createMany({ data: importRuns });
  const parts = [9, 4, 1].flatMap((count, run) =>
    some(count, (n) => ({ accountId, runId: importRuns[run]?.id ?? '', kind: 'customer', n: run * 10 + n })),
  );
  await db.importReject.createMany({
    data: parts.map(({ n, ...part }) => ({ ...part, id: idOf('irj', `${accountId}${n}`), position: `${n}` })),
  });
  await db.importWarning.createMany({
    data: parts.map(({ n, ...part }) => ({
      ...{ ...part, id: idOf('iwr', `${accountId}${n}`) },
      ...{ code: 'INVALID', path: '', message: '', count: n },
    })),
  });
  const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
  return {
    typeGroups: ids(typeGroups),
    priceGroups: ids(priceGroups),
    carriers: ids(carriers),
    serviceLevels,
    paymentTerms: ids(paymentTerms),
    shippingTerms: ids(shippingTerms),
    accountUsers: ids(accountUsers),
    tags: ids(tags),
    customerGroups: ids(customerGroups),
    geolocations: ids(geolocations),
    importRuns: ids(importRuns),
    priorities: ids(await db.priority.findMany({ orderBy: { id: 'asc' } })),
    money: idOf('unt', 's0'),
  };
}

/** The system's settings, those of the account under test, and those of another one with some customers. */
export async function fillSettings(db: Db): Promise<Settings> {
  await addSystem(db);
  const settings = await addAccount(db, own);
  const { typeGroups, carriers } = await addAccount(db, foreign);
  await db.customer.createMany({
    data: some(10, (n) => ({
      accountId: foreign,
      id: idOf('cus', `foreign${n}`),
      number: `C-${n}`,
      name: 'Anders',
      typeId: typeGroups[0] ?? null,
      carrierId: carriers[0] ?? null,
    })),
  });
  return settings;
}
