import { expect, test } from 'vitest';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { everythingWritten } from '../everything-written.ts';
import { augno, faultsOfAll, type Kind, outcomes, upsert } from './upserts.ts';

const { db, as, pool } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const us = as(accountId);
const dollar = await db.unit.findFirstOrThrow({ where: { accountId: null, abbreviation: 'USD' } });
const carrier = await add.addCarrier(db, accountId);
const levels = [
  await add.addServiceLevel(db, accountId, carrier.id),
  await add.addServiceLevel(db, accountId, carrier.id),
];
const [first, second] = levels.map(({ id }) => id);

interface Written {
  readonly kind: Kind;
  readonly least: object;
  readonly made: object;
  readonly change: object;
  readonly changed: object;
}

/** A new object with the required fields, its defaults, and a change of all fields that can be changed. */
const writes: readonly Written[] = [
  {
    kind: 'carriersUpsert',
    least: { name: ' Own van ', code: 'UPS', accountNumber: '1Z' },
    made: { name: 'Own van', code: 'UPS', accountNumber: '1Z', owner: { type: 'ACCOUNT' } },
    change: { name: 'Van', accountNumber: '2Z', customerPortalVisibility: 'HIDDEN' },
    changed: { name: 'Van', code: 'UPS', accountNumber: '2Z' },
  },
  {
    kind: 'serviceLevelsUpsert',
    least: { carrier: { id: carrier.id }, name: 'Ground', serviceLevelToken: 'ground' },
    made: { name: 'Ground', serviceLevelToken: 'ground', isDefault: false, carrier: { id: carrier.id } },
    change: { carrier: { name: carrier.name }, name: 'Air', serviceLevelToken: 'air', isDefault: true },
    changed: { name: 'Air', serviceLevelToken: 'air', isDefault: true },
  },
  {
    kind: 'paymentTermsUpsert',
    least: { name: 'Net 31' },
    made: { name: 'Net 31', status: 'ACTIVE' },
    change: { name: 'Net 46', status: 'INACTIVE' },
    changed: { name: 'Net 46', status: 'INACTIVE' },
  },
  {
    kind: 'shippingTermsUpsert',
    least: { name: 'Prepaid', type: 'FLAT_RATE_FREIGHT' },
    made: { type: 'FLAT_RATE_FREIGHT', flatRate: null, freeShippingServiceLevels: { nodes: [] } },
    change: {
      ...{ name: 'Free', type: 'FREE_FREIGHT', freeShippingServiceLevelIds: [first, second, first] },
      flatRate: { value: '9.950', unit: { name: dollar.name } },
      minimumOrderValue: { value: '100', unit: { id: dollar.id } },
    },
    changed: { name: 'Free', type: 'FREE_FREIGHT', flatRate: { value: '9.95', unit: { id: dollar.id } } },
  },
  {
    kind: 'accountGroupsUpsert',
    least: { name: 'Dealers', type: 'TYPE_GROUP' },
    made: { commissionPolicy: 'COMMISSION_APPLIED', freightPolicy: 'BILLED_FREIGHT', description: null },
    change: { name: 'Shops', description: 'x', commissionPolicy: 'COMMISSION_EXEMPT' },
    changed: { name: 'Shops', type: 'TYPE_GROUP', description: 'x', commissionPolicy: 'COMMISSION_EXEMPT' },
  },
  {
    kind: 'unitsUpsert',
    least: {
      name: 'Case',
      abbreviation: 'cs',
      type: 'QUANTITY',
      ratioNumerator: '12',
      ratioDenominator: '1',
    },
    made: { name: 'Case', ratioNumerator: '12', isBaseUnit: false },
    change: { name: 'Carton', abbreviation: 'ct', ratioNumerator: '12.0' },
    changed: { name: 'Carton', abbreviation: 'ct', ratioNumerator: '12' },
  },
  {
    kind: 'customerGroupsUpsert',
    least: { name: 'Retail', code: 'r' },
    made: { name: 'Retail', code: 'r' },
    change: { name: 'Wholesale', code: null },
    changed: { name: 'Wholesale', code: null },
  },
];

test.for(writes)(
  '$kind creates an object by its source record, changes it, and writes nothing the second time',
  async ({ kind, least, made, change, changed }) => {
    const source = augno(add.word());
    const [created] = await upsert(us, kind, [{ source, ...least }]);
    const [updated] = await upsert(us, kind, [{ source, ...change }]);
    const before = await everythingWritten(pool);
    const [same] = await upsert(us, kind, [{ source, ...change }]);

    expect(faultsOfAll([created, updated, same].flatMap((each) => each ?? []))).toEqual([]);
    expect(created).toMatchObject({ outcome: 'CREATED', it: { ...made, sources: [source] } });
    expect(updated).toMatchObject({ outcome: 'UPDATED', it: { ...changed, sources: [source] } });
    expect(updated?.it.id).toBe(created?.it.id);
    expect(same).toMatchObject({ outcome: 'UNCHANGED', it: { id: created?.it.id } });
    expect(await everythingWritten(pool)).toBe(before);
  },
);

test.for(writes)('$kind keeps absent fields, and saves nothing in a dry run', async ({ kind, least }) => {
  const source = augno(add.word());
  const name = add.word();
  const unique = { unitsUpsert: { abbreviation: name }, serviceLevelsUpsert: { serviceLevelToken: name } };
  const item = {
    ...{ source, ...least, name, ...(kind === 'customerGroupsUpsert' && { code: name }) },
    ...(kind in unique && unique[kind as keyof typeof unique]),
  };
  const before = await everythingWritten(pool);
  const [dry] = await upsert(us, kind, [item], { dryRun: true });
  expect(dry).toMatchObject({ outcome: 'CREATED', it: { name, sources: [source] }, userErrors: [] });
  expect(await everythingWritten(pool)).toBe(before);

  const [created] = await upsert(us, kind, [item]);
  const carried = kind === 'serviceLevelsUpsert' ? { carrier: { id: carrier.id } } : {};
  const [kept] = await upsert(us, kind, [{ source, ...carried }]);

  expect(created?.outcome).toBe('CREATED');
  expect(kept).toEqual({ ...created, outcome: 'UNCHANGED' });
});

test('a service level becomes the default in place of another, also of the same call', async () => {
  const of = { carrier: { id: carrier.id } };
  const [one, two] = [add.word(), add.word()];
  const items = [
    { ...of, source: augno(one), name: one, serviceLevelToken: one, isDefault: true },
    { ...of, source: augno(two), name: two, serviceLevelToken: two },
  ];
  await upsert(us, 'serviceLevelsUpsert', items);

  const results = await upsert(us, 'serviceLevelsUpsert', [
    { ...of, source: augno(one), name: `${one} renamed` },
    { ...of, source: augno(two), isDefault: true },
  ]);

  expect(outcomes(results)).toEqual(['UPDATED', 'UPDATED']);
  const defaults = await db.serviceLevel.findMany({ where: { carrierId: carrier.id, isDefault: true } });
  expect(defaults.map(({ name }) => name)).toEqual([two]);
  const again = await upsert(us, 'serviceLevelsUpsert', [
    { ...of, source: augno(one), isDefault: true },
    { ...of, source: augno(two), isDefault: true },
  ]);
  expect(faultsOfAll(again)).toEqual(['TAKEN items.1.isDefault']);
});

test('the free service levels of a shipping term are replaced, and kept if absent', async () => {
  const source = augno(add.word());
  const term = { source, name: add.word(), type: 'FREE_FREIGHT' };
  const free = async (item: object) => {
    const [{ outcome, it } = { outcome: null, it: null }] = await upsert(us, 'shippingTermsUpsert', [item]);
    return [outcome, ...it.freeShippingServiceLevels.nodes.map(({ id }: { id: string }) => id)];
  };

  expect(await free({ ...term, freeShippingServiceLevelIds: [first] })).toEqual(['CREATED', first]);
  expect(await free({ ...term, freeShippingServiceLevelIds: [second] })).toEqual(['UPDATED', second]);
  expect(await free(term)).toEqual(['UNCHANGED', second]);
  expect(await free({ ...term, freeShippingServiceLevelIds: null })).toEqual(['UPDATED']);
});
