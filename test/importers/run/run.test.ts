import { expect, test } from 'vitest';
import { newId } from '../../../src/db/model/id.ts';
import { InputError } from '../../../src/importers/input-error.ts';
import type { Rejection } from '../../../src/importers/record.ts';
import * as add from '../../builders.ts';
import { address, countsOf, customer, openImports, record, ref, system, warningsOf } from './records.ts';

const { db, importInto } = await openImports();

const newAccount = async () => (await add.addAccount(db)).id;

const customersOf = (accountId: string) =>
  db.customer.findMany({ where: { accountId }, orderBy: { name: 'asc' }, include: { addresses: true } });

const family = () => [
  address('a1', 'c1', { name: 'Dock 4', geolocation: { locality: 'Austin', country: 'US' } }),
  customer('c1', { parent: ref('c2'), number: '1001', priceGroups: [ref('g1')] }),
  customer('c2', { number: '1002', defaults: { paymentTerm: ref('t1') } }),
  record('order', 'o1', { customer: ref('c1'), number: 'SO-1' }),
  record('return', 'r1', { customer: ref('c1'), order: { system, sourceId: 'o1' }, number: 'RT-1' }),
  record('accountGroup', 'g1', { name: 'Wholesale', type: 'PRICING_GROUP' }),
  record('paymentTerm', 't1', { name: 'Net 47' }),
];

test('records are saved in the order in which they depend on each other', async () => {
  const accountId = await newAccount();

  const imported = await importInto(accountId, family());

  expect(imported.rejects).toEqual([]);
  expect(warningsOf(imported)).toEqual([]);
  expect(imported.report.kinds).toEqual([
    ['accountGroup', expect.objectContaining({ created: 1 })],
    ['paymentTerm', expect.objectContaining({ created: 1 })],
    ['customer', expect.objectContaining({ created: 2 })],
    ['address', expect.objectContaining({ created: 1 })],
    ['order', expect.objectContaining({ created: 1 })],
    ['return', expect.objectContaining({ created: 1 })],
  ]);
  const [child, parent] = await customersOf(accountId);
  expect(child).toMatchObject({ name: 'Customer c1', number: '1001', parentId: parent?.id });
  expect(child?.addresses).toMatchObject([{ name: 'Dock 4' }]);
  expect(await db.return.count({ where: { accountId, orderId: { not: null } } })).toBe(1);
});

test('a repeated import writes nothing but its pass', async () => {
  const accountId = await newAccount();
  await importInto(accountId, family());
  const before = await customersOf(accountId);
  const events = await db.customerEvent.count({ where: { accountId } });
  const [source] = await db.customerSource.findMany({ where: { accountId, sourceId: 'c1' } });

  const again = await importInto(accountId, family());

  expect(again.report.kinds.map(([, counts]) => counts)).toEqual(
    [1, 1, 2, 1, 1, 1].map((unchanged) => expect.objectContaining({ unchanged, created: 0, updated: 0 })),
  );
  expect(await customersOf(accountId)).toEqual(before);
  expect(await db.customerEvent.count({ where: { accountId } })).toBe(events);
  const [passed] = await db.customerSource.findMany({ where: { accountId, sourceId: 'c1' } });
  expect(passed).toEqual({ ...source, passedAt: expect.any(Date) });
  expect(passed?.passedAt?.getTime()).toBeGreaterThan(source?.passedAt?.getTime() ?? 0);
});

test('the record is stored as received, with the times of its source', async () => {
  const accountId = await newAccount();
  const times = { createdAt: '2020-01-02T03:04:05.000Z', modifiedAt: '2021-01-02T03:04:05.000Z' };
  const raw = { id: 'c1', nested: { list: [1, null, 'a\0b\ud800'] } };

  await importInto(accountId, [customer('c1', {}, { ...times, raw }), address('a1', 'c1')], { version: 3 });

  const stored = {
    ...{ contentHash: expect.stringMatching(/^[\w-]{43}$/), mapperVersion: 3, goneAt: null },
    ...{ firstSeenAt: expect.any(Date), passedAt: expect.any(Date) },
  };
  expect(await db.customerSource.findFirst({ where: { accountId } })).toMatchObject({
    ...stored,
    raw: { id: 'c1', nested: { list: [1, null, 'ab�'] } },
    sourceCreatedAt: new Date(times.createdAt),
    sourceModifiedAt: new Date(times.modifiedAt),
  });
  expect(await db.objectSource.findFirst({ where: { accountId } })).toMatchObject({
    ...stored,
    type: 'ADDRESS',
    sourceModifiedAt: null,
  });
});

test('events have the source system as their actor', async () => {
  const accountId = await newAccount();

  await importInto(accountId, [customer('c1')]);
  await importInto(accountId, [customer('c1', { note: 'Call first.' })]);
  await importInto(accountId, [customer('c1', { note: 'Call first.', active: false })]);

  const events = await db.customerEvent.findMany({ where: { accountId }, orderBy: { position: 'asc' } });
  const actor = { actor: 'Augno', actorType: 'SOURCE' };
  expect(events).toMatchObject([
    { action: 'IMPORT', ...actor },
    { action: 'IMPORT', ...actor },
    { action: 'DISCONTINUE', ...actor },
  ]);
});

test('a new version of the mapper reads unchanged records again', async () => {
  const accountId = await newAccount();
  await importInto(accountId, [customer('c1', { note: 'A' })]);
  await db.customer.updateMany({ where: { accountId }, data: { note: 'B' } });

  expect(countsOf(await importInto(accountId, [customer('c1', { note: 'A' })]), 'customer')).toEqual({
    unchanged: 1,
  });
  const again = await importInto(accountId, [customer('c1', { note: 'A' })], { version: 2 });

  expect(countsOf(again, 'customer')).toEqual({ updated: 1 });
});

test('a field that cannot be saved is left out with a warning, and read again by the next import', async () => {
  const accountId = await newAccount();
  const given = [
    customer('c1', {
      contactInfo: { email: 'none', phone: '1' },
      priceGroups: [ref('missing'), ref('g1')],
      creditLimit: { value: '1', unit: ref('missing') },
      defaults: { priority: 'NORMAL', salesRep: ref('missing') },
    }),
    record('accountGroup', 'g1', { name: 'Retail', type: 'PRICING_GROUP' }),
    address('a1', 'c1', { email: 'none', name: 'Dock' }),
  ];

  const imported = await importInto(accountId, given);

  expect(countsOf(imported, 'customer')).toEqual({ created: 1, warned: 1 });
  expect(warningsOf(imported)).toEqual([
    'address INVALID address.email 1',
    'customer INVALID contactInfo.email 1',
    'customer NOT_FOUND creditLimit 1',
    'customer NOT_FOUND defaults.salesRep 1',
    'customer NOT_FOUND priceGroups.[] 1',
  ]);
  expect(imported.report.warnings.find(({ path }) => path === 'contactInfo.email')?.examples).toEqual([
    { position: 'file.json#/c1', value: 'none' },
  ]);
  expect(await customersOf(accountId)).toMatchObject([{ contactPhone: '1', contactEmail: null }]);
  expect(await db.customerPriceGroup.count({ where: { accountId } })).toBe(1);

  const unit = record('unit', 'missing', {
    ...{ name: 'Pallet', abbreviation: 'plt', type: 'QUANTITY', ratioNumerator: '1', ratioDenominator: '1' },
  });
  const again = await importInto(accountId, [...given, unit]);

  expect(warningsOf(again)).not.toContain('customer NOT_FOUND creditLimit 1');
  expect(countsOf(again, 'customer')).toEqual({ updated: 1, warned: 1 });
});

test('a record without a required field is rejected, and others are saved', async () => {
  const accountId = await newAccount();
  const list = Array.from({ length: 300 }, (_, at) =>
    at === 7 ? address('bad', 'nobody') : customer(`c${at}`),
  );
  const part: Rejection = {
    kind: 'rejection',
    ...{ position: 'file.json:9', sourceId: null, raw: '{' },
    reason: { code: 'SYNTAX', path: '', message: 'Unexpected end.' },
  };

  const { report, rejects } = await importInto(accountId, [...list, part]);

  expect(report.total('created')).toBe(299);
  expect(rejects).toEqual([
    {
      ...{ position: 'file.json:9', kind: 'unknown', sourceId: null, raw: '{', mapped: null },
      errors: [part.reason],
    },
    {
      ...{ position: 'file.json#/bad', kind: 'address', sourceId: 'bad', raw: expect.anything() },
      errors: [expect.objectContaining({ code: 'NOT_FOUND', path: 'customer' })],
      mapped: {
        ...{ createdAt: null, modifiedAt: null, deletedAt: null },
        item: { customer: ref('nobody'), address: ref('bad') },
      },
    },
  ]);
});

test('a key of another customer is left out; numbers that are exchanged are saved at the end', async () => {
  const accountId = await newAccount();
  await importInto(accountId, [customer('c1', { number: '1' }), customer('c2', { number: '2' })]);

  const imported = await importInto(accountId, [
    customer('c1', { number: '2' }),
    customer('c2', { number: '3' }),
    customer('c3', { number: '3', shopper: { email: 'a@example.com' } }),
  ]);

  expect(warningsOf(imported)).toEqual(['customer TAKEN number 1']);
  expect(await customersOf(accountId)).toMatchObject([
    { name: 'Customer c1', number: '2' },
    { name: 'Customer c2', number: '3' },
    { name: 'Customer c3', shopperEmail: 'a@example.com' },
  ]);
});

test('records of other windows are linked at the end', async () => {
  const accountId = await newAccount();
  const filling = Array.from({ length: 2_500 }, (_, at) => customer(`f${at}`));

  const imported = await importInto(accountId, [
    customer('child', { parent: ref('parent') }),
    record('order', 'o1', { customer: ref('parent') }),
    ...filling,
    customer('parent'),
  ]);

  expect(imported.rejects).toEqual([]);
  expect(warningsOf(imported)).toEqual([]);
  expect(countsOf(imported, 'order')).toEqual({ created: 1 });
  expect(countsOf(imported, 'customer')).toEqual({ created: 2_502 });
  const [child] = await db.customer.findMany({ where: { accountId, name: 'Customer child' } });
  expect(child?.parentId).toEqual(expect.any(String));
  expect(await db.customerSource.count({ where: { accountId, contentHash: null } })).toBe(0);
});

test('of two records with one id, the newer one is used', async () => {
  const accountId = await newAccount();
  const at = (modifiedAt: string | null) => ({ modifiedAt });
  const given = [
    customer('c1', { note: 'new' }, at('2024-02-01T00:00:00.000Z')),
    customer('c1', { note: 'old' }, at('2024-01-01T00:00:00.000Z')),
    customer('c2', { note: 'first' }),
    customer('c2', { note: 'second' }),
    customer('c2', { note: 'first' }),
  ];

  const first = await importInto(accountId, given);
  const second = await importInto(accountId, given);

  expect(await customersOf(accountId)).toMatchObject([{ note: 'new' }, { note: 'first' }]);
  const warnings = ['customer OUTDATED  1', 'customer DUPLICATE  1'];
  expect([warningsOf(first), warningsOf(second)]).toEqual([warnings, warnings]);
  expect(countsOf(first, 'customer')).toEqual({ created: 2, unchanged: 3, warned: 2 });
  expect(countsOf(second, 'customer')).toEqual({ unchanged: 5, warned: 2 });
});

test('a complete import marks the records that it does not contain, and later ones unmark them', async () => {
  const accountId = await newAccount();
  const all = [customer('c1'), customer('c2'), record('paymentTerm', 't1', { name: 'Net 47' })];
  await importInto(accountId, all);
  await db.customerSource.create({
    data: {
      ...{ accountId, system: 'WAREHOUSE', sourceId: 'other', seenAt: new Date() },
      customerId: (await customersOf(accountId))[0]?.id ?? '',
    },
  });
  const goneIds = async () => {
    const gone = { where: { accountId, goneAt: { not: null } } };
    const [customers, objects] = [db.customerSource.findMany(gone), db.objectSource.findMany(gone)];
    return [...(await customers), ...(await objects)].map(({ sourceId }) => sourceId);
  };

  const partial = await importInto(accountId, [customer('c1')]);
  expect([countsOf(partial, 'customer'), await goneIds()]).toEqual([{ unchanged: 1 }, []]);

  const complete = await importInto(accountId, [customer('c1')], { isComplete: true });
  expect([countsOf(complete, 'customer'), await goneIds()]).toEqual([{ unchanged: 1, gone: 1 }, ['c2']]);

  await importInto(accountId, all);
  expect(await goneIds()).toEqual([]);
  await importInto(accountId, [customer('c1', {}, { deletedAt: '2024-01-01T00:00:00.000Z' })]);
  expect(await goneIds()).toEqual(['c1']);
});

test('a dry run reports what an import would do, and writes nothing', async () => {
  const accountId = await newAccount();
  const given = [...family(), customer('c3', { contactInfo: { email: 'none' } }), address('bad', 'nobody')];

  const dry = await importInto(accountId, given, { isDry: true });

  expect(await customersOf(accountId)).toEqual([]);
  expect(await db.objectSource.count({ where: { accountId } })).toBe(0);
  expect(dry.report.state).toBe('dry run');
  const wet = await importInto(accountId, given);
  expect(dry.report.kinds).toEqual(wet.report.kinds);
  expect(warningsOf(dry)).toEqual(warningsOf(wet));
  expect(dry.rejects).toEqual(wet.rejects);
});

test('a dry run finds owners that are new in the same input', async () => {
  const accountId = await newAccount();
  const ownerless = (id: string) => record('address', id, { address: { ...ref(id), name: 'Gate' } } as never);
  const order = (id: string, shopperEmail: string) =>
    record('order', id, { customer: { shopperEmail } } as never);
  const site = { ...ref('ad_1'), name: 'Site' };
  const given = [
    ...[order('o1', 'c1@x.example'), order('o2', 'nobody@x.example'), ownerless('ad_1'), ownerless('ad_2')],
    customer('c2', { parent: { number: 'N-1' } }),
    customer('c3', { parent: { number: 'N-2' } }),
    customer('c1', { number: 'N-1', shopper: { email: 'c1@x.example' }, billToAddress: site }),
  ];

  const dry = await importInto(accountId, given, { isDry: true });

  const wet = await importInto(accountId, given);
  expect(dry.report.kinds).toEqual(wet.report.kinds);
  expect(warningsOf(dry)).toEqual(warningsOf(wet));
  expect(dry.rejects).toEqual(wet.rejects);
  expect(dry.rejects.map(({ sourceId }) => sourceId).sort()).toEqual(['ad_2', 'o2']);
});

test('with --strict, a warning rejects its record', async () => {
  const accountId = await newAccount();
  const warning = { code: 'INVALID', path: 'a.b', value: 1, message: 'Use a text.' } as const;

  const { report, rejects } = await importInto(
    accountId,
    [
      customer('c1', { contactInfo: { email: 'none' } }),
      customer('c2', {}, { warnings: [warning] }),
      customer('c3', { parent: ref('c4') }),
      customer('c4', { parent: ref('c5') }),
      customer('c5'),
      customer('c6', { parent: ref('missing') }),
    ],
    { isStrict: true },
  );

  expect(rejects.map(({ sourceId, errors }) => [sourceId, errors[0]?.path])).toEqual([
    ['c2', 'a.b'],
    ['c1', 'contactInfo.email'],
    ...[
      ['c3', 'parent'],
      ['c6', 'parent'],
    ],
  ]);
  expect(report.total('created')).toBe(2);
  expect(report.total('warned')).toBe(0);
});

test('an aborted import stops after its two batches and counts the rest as unprocessed', async () => {
  const accountId = await newAccount();
  const controller = new AbortController();
  const list = Array.from({ length: 600 }, (_, at) => customer(`c${at}`));
  const order = record('order', 'o1', { customer: ref('c550') });

  const imported = await importInto(accountId, [order, ...list], {
    signal: controller.signal,
    onProgress: () => controller.abort(),
  });

  expect(imported.report).toMatchObject({
    state: 'stopped',
    stop: { reason: 'The import was interrupted.', position: 'file.json#/o1' },
  });
  expect(countsOf(imported, 'customer')).toEqual({ created: 500, unprocessed: 100 });
  expect(countsOf(imported, 'order')).toEqual({ unprocessed: 1 });
  const again = await importInto(accountId, [order, ...list]);
  expect(countsOf(again, 'customer')).toEqual({ created: 100, unchanged: 500 });
});

test('an aborted import does not wait for its input', async () => {
  const controller = new AbortController();
  async function* silent() {
    yield customer('c1');
    controller.abort();
    await new Promise(() => undefined);
  }

  const { report } = await importInto(await newAccount(), silent(), { signal: controller.signal });

  expect(report).toMatchObject({ state: 'stopped', stop: { position: null } });
});

test('an input that is damaged at its end stops an import, and one that is damaged at its start fails it', async () => {
  const accountId = await newAccount();
  async function* damaged(count: number) {
    for (let at = 0; at < count; at += 1) yield customer(`c${at}`);
    throw new InputError('file.json.gz: the gzip file is damaged.');
  }

  const imported = await importInto(accountId, damaged(2_000));

  expect(imported.report).toMatchObject({
    state: 'stopped',
    stop: { reason: 'file.json.gz: the gzip file is damaged.', position: null },
  });
  expect(countsOf(imported, 'customer')).toEqual({ created: 2_000 });
  await expect(importInto(accountId, damaged(0))).rejects.toThrow('the gzip file is damaged');
});

test('an import stops after more rejects than allowed', async () => {
  const accountId = await newAccount();
  const list = Array.from({ length: 600 }, (_, at) => address(`a${at}`, 'nobody'));

  const none = await importInto(accountId, [...list, customer('c1')], { maxRejects: 0 });

  expect(none.report).toMatchObject({
    state: 'stopped',
    stop: { reason: 'More than 0 records were rejected.' },
  });
  expect(none.report.total('rejected') + none.report.total('unprocessed')).toBe(600);
});

test('fields that no table lists are counted, or stop the import', async () => {
  const accountId = await newAccount();
  const given = [1, 2].map((n) => customer(`c${n}`, {}, { unknownPaths: ['tier', 'items[].x'] }));

  const { report } = await importInto(accountId, given);
  expect(report.unknownFields.map(({ path, count }) => [path, count])).toEqual([
    ['tier', 2],
    ['items[].x', 2],
  ]);
  const ignored = await importInto(accountId, given, { onNewField: 'ignore' });
  expect(ignored.report.unknownFields).toEqual([]);
  const failed = await importInto(await newAccount(), given, { onNewField: 'fail' });
  expect(failed.report.stop?.reason).toBe(
    'The input has a field that the import does not know: tier (file.json#/c1). Without --on-new-field fail, it is stored with the record and reported.',
  );
  expect(countsOf(failed, 'customer')).toEqual({ unprocessed: 2 });
});

test('--match links new records to customers by their keys, one record of a system to a customer', async () => {
  const accountId = await newAccount();
  const make = (values: object) =>
    db.customer.create({
      data: { accountId, id: newId('Customer'), name: 'Own', number: add.word(), ...values },
    });
  const [byNumber, byEmail] = await Promise.all([
    make({ number: '7001' }),
    make({ shopperEmail: 'ada@example.com', shopperStatus: 'PROSPECT' }),
  ]);

  const imported = await importInto(
    accountId,
    [
      customer('c1', { number: ' 7001 ' }),
      customer('c2', { number: '7001' }),
      customer('c3', { shopper: { email: 'ADA@example.com' } }),
      customer('c4', { number: '', shopper: { email: '' } }),
    ],
    { match: ['number', 'email'] },
  );

  expect(countsOf(imported, 'customer')).toMatchObject({ updated: 2, created: 2 });
  const sources = await db.customerSource.findMany({ where: { accountId }, orderBy: { sourceId: 'asc' } });
  expect(sources.map(({ customerId }) => customerId)).toEqual([
    byNumber.id,
    expect.not.stringContaining(byNumber.id),
    byEmail.id,
    expect.any(String),
  ]);
});

test('people, roles and departments are linked by their records', async () => {
  const accountId = await newAccount();
  const given = [
    record('accountUser', 'u1', {
      ...{ name: 'Ada', email: 'ada@example.com', role: ref('r1'), department: ref('d1') },
    }),
    record('role', 'r1', { name: 'Buyer', permissions: ['customers:read'] }),
    record('role', 'r2', { name: 'administrator' }),
    record('department', 'd1', { name: 'Sales' }),
    customer('c1', { defaults: { salesRep: ref('u1') } }),
  ];

  const first = await importInto(accountId, given);
  expect([first.rejects, warningsOf(first)]).toEqual([[], []]);
  const [user] = await db.accountUser.findMany({ where: { accountId }, include: { role: true } });
  expect(user).toMatchObject({ role: { name: 'Buyer' }, departmentId: expect.any(String) });
  expect(await customersOf(accountId)).toMatchObject([{ salesRepId: user?.id }]);
  expect(await db.role.count({ where: { accountId } })).toBe(1);
  expect((await importInto(accountId, given)).report.total('unchanged')).toBe(5);
});
