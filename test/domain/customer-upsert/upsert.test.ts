import { expect, test } from 'vitest';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { faultsOf, mutate, type Result } from '../../mutation.ts';
import { addWholeCustomer } from '../../whole-customer.ts';
import { everythingWritten } from '../everything-written.ts';
import { untilSomeoneWaits } from './upserts.ts';

const { db, as, pool } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const us = as(accountId);
const word = add.word;

const seen = `outcome customer {
  id number name version active shortId reference referenceOrigin note createdAt updatedAt
  shopper { email status shopperReference } sources { system sourceId seenAt }
  billToAddress { id name phone type geolocation { locality country } } shipToAddress { id name }
  addresses { totalCount } tags { nodes { name } } events { nodes { action occurredAt changes { path oldValue newValue } } }
}`;
const upsert = (input: object, caller = us) => mutate(caller, 'customerUpsert', input, seen);
const stored = (id: string) => db.customer.findUniqueOrThrow({ where: { accountId_id: { accountId, id } } });

const keys: readonly (readonly [string, () => { by: object; again: object; has: object }])[] = [
  [
    'number',
    () => {
      const number = `N-${word()}`;
      return { by: { number: ` ${number} ` }, again: { number }, has: { number } };
    },
  ],
  [
    'shortId',
    () => {
      const shortId = `S-${word()}`;
      const sources = [{ system: 'INVENTORY_PRO', sourceId: shortId }];
      return { by: { shortId }, again: { shortId: `${shortId}\t` }, has: { shortId, sources } };
    },
  ],
  [
    'shopperEmail',
    () => {
      const email = `${word()}@example.com`;
      const has = { shopper: { email, status: 'PROSPECT', shopperReference: null } };
      return { by: { shopperEmail: email.toUpperCase() }, again: { shopperEmail: email }, has };
    },
  ],
  [
    'reference with origin',
    () => {
      const reference = { reference: word(), referenceOrigin: 'sap' };
      return { by: { reference }, again: { reference }, has: reference };
    },
  ],
  [
    'reference without origin',
    () => {
      const reference = word();
      const has = { reference, referenceOrigin: null };
      return {
        by: { reference: { reference } },
        again: { reference: { reference, referenceOrigin: '' } },
        has,
      };
    },
  ],
  [
    'source',
    () => {
      const source = { system: 'INVENTORY_PRO', sourceId: word() };
      return { by: { source }, again: { source }, has: { sources: [source] } };
    },
  ],
  [
    'source of another system',
    () => {
      const source = { system: 'OTHER', sourceId: `hubspot:${word()}` };
      return { by: { source }, again: { source }, has: { sources: [source] } };
    },
  ],
];

test.for(keys)('by %s: created with the key, found by it, updated, unchanged', async ([, make]) => {
  const { by, again, has } = make();

  const created = await upsert({ by, name: ' Ada ', note: 'a' });
  const updated = await upsert({ by: again, note: 'b' });
  const before = await everythingWritten(pool);
  const unchanged = await upsert({ by, name: 'Ada', note: ' b ', tags: [], active: true });

  expect([created, updated, unchanged].flatMap(({ userErrors }) => userErrors)).toEqual([]);
  expect(created).toMatchObject({ outcome: 'CREATED', customer: { ...has, name: 'Ada', version: 1 } });
  expect(created.customer.events.nodes).toMatchObject([{ action: 'CREATE' }]);
  expect(updated).toMatchObject({
    outcome: 'UPDATED',
    customer: { ...has, id: created.customer.id, name: 'Ada', note: 'b', version: 2 },
  });
  expect(updated.customer.events.nodes[0]).toMatchObject({
    action: 'UPDATE',
    changes: [{ path: 'note', oldValue: 'a', newValue: 'b' }],
  });
  expect(unchanged).toEqual({ ...updated, outcome: 'UNCHANGED' });
  expect(await everythingWritten(pool)).toBe(before);
});

test.for(keys)('by %s: another account’s customer is not found', async ([, make]) => {
  const { by } = make();
  const { customer } = await upsert({ by, name: 'Ours' });
  const { id: other } = await add.addAccount(db);

  const theirs = await upsert({ by, name: 'Theirs' }, as(other));

  expect(theirs.outcome).toBe('CREATED');
  expect(theirs.customer.id).not.toBe(customer.id);
  expect((await upsert({ by })).customer).toMatchObject({ id: customer.id, name: 'Ours', version: 1 });
});

test('keys are case-sensitive', async () => {
  const name = 'Case';
  const shortId = `s-${word()}x`;
  const first = await upsert({ by: { shortId }, name });

  const second = await upsert({ by: { shortId: shortId.toUpperCase() }, name });

  expect(second.outcome).toBe('CREATED');
  expect(second.customer.id).not.toBe(first.customer.id);
});

test('a reference is unique per origin', async () => {
  const reference = word();
  const answers = [];
  for (const referenceOrigin of [undefined, 'sap', 'SAP'])
    answers.push(await upsert({ by: { reference: { reference, referenceOrigin } }, name: 'Origin' }));

  expect(answers.map(({ outcome }) => outcome)).toEqual(['CREATED', 'CREATED', 'CREATED']);
});

test('a discontinued customer is updated and remains discontinued, unless the upsert reactivates it', async () => {
  const { id, number } = await add.addCustomer(db, accountId, { discontinuedAt: new Date() });

  const changed = await upsert({ by: { number }, note: 'still gone' });
  const before = await everythingWritten(pool);
  const left = await upsert({ by: { number }, note: 'still gone', active: null });
  expect(await everythingWritten(pool)).toBe(before);
  const back = await upsert({ by: { number }, active: true });
  const again = await upsert({ by: { number }, active: true });

  expect(changed).toMatchObject({ outcome: 'UPDATED', customer: { id, active: false, version: 2 } });
  expect(left.outcome).toBe('UNCHANGED');
  expect(back).toMatchObject({ outcome: 'UPDATED', customer: { id, active: true, version: 3 } });
  expect(back.customer.events.nodes[0]).toMatchObject({
    action: 'REACTIVATE',
    changes: [{ path: 'active', oldValue: 'false', newValue: 'true' }],
  });
  expect(again.outcome).toBe('UNCHANGED');
});

test('addresses are created, updated in place, and no longer the default after null', async () => {
  const by = { shortId: word() };
  const address = { name: 'Office', phone: '1', locality: 'Berlin', country: 'de' };

  const made = await upsert({ by, name: 'Ada', billToAddress: address });
  const moved = await upsert({
    by,
    billToAddress: { name: 'Office', locality: 'Bonn', country: 'DE' },
    shipToAddress: { name: 'Dock', country: 'US' },
  });
  const same = await upsert({ by, billToAddress: { ...address, locality: 'Bonn' } });
  const none = await upsert({ by, billToAddress: null });

  expect(made.customer.billToAddress).toMatchObject({ name: 'Office', geolocation: { locality: 'Berlin' } });
  expect(moved.customer).toMatchObject({
    billToAddress: {
      ...{ id: made.customer.billToAddress.id, phone: '1' },
      geolocation: { locality: 'Bonn', country: 'DE' },
    },
    shipToAddress: { name: 'Dock' },
    addresses: { totalCount: 2 },
    version: 2,
  });
  expect(same.outcome).toBe('UNCHANGED');
  expect(none).toMatchObject({ outcome: 'UPDATED' });
  expect(none.customer).toMatchObject({ billToAddress: null, addresses: { totalCount: 2 } });
});

test('absent fields are kept, and null clears', async () => {
  const { customer } = await addWholeCustomer(db, accountId);
  const by = { number: customer.number };

  expect((await upsert({ by })).outcome).toBe('UNCHANGED');
  const cleared = await upsert({
    by,
    note: null,
    contactInfo: null,
    tags: null,
    shopper: null,
    defaults: null,
  });

  expect(cleared.userErrors).toEqual([]);
  expect(cleared.customer).toMatchObject({ note: null, shopper: null, tags: { nodes: [] } });
  expect(await stored(customer.id)).toMatchObject({
    name: customer.name,
    carrierId: customer.carrierId,
    paymentTermId: null,
    shopperEmail: null,
    contactEmail: null,
  });
});

test('an upsert that changes the customer updates `seenAt`; one without a change does not', async () => {
  const by = { source: { system: 'COMMERCE_LAYER', sourceId: word() } };
  const synced = ({ customer }: Result): string => customer.sources[0].seenAt;

  const created = await upsert({ by, name: 'Shop' });
  const unchanged = await upsert({ by, name: 'Shop' });
  const updated = await upsert({ by, name: 'Shop & Sons' });
  await upsert({ by: { number: updated.customer.number }, note: 'by hand' });

  expect(synced(created)).toBe(created.customer.createdAt);
  expect(synced(unchanged)).toBe(synced(created));
  expect(synced(updated)).toBe(updated.customer.updatedAt);
  expect(Date.parse(synced(updated))).toBeGreaterThan(Date.parse(synced(created)));
  expect(synced(await upsert({ by }))).toBe(synced(updated));
});

test('a merged customer’s source record leads to the target of the merge', async () => {
  const { id, number } = await add.addCustomer(db, accountId);
  const sourceId = word();
  await db.customerSource.create({
    data: { accountId, customerId: id, system: 'WAREHOUSE', sourceId, seenAt: new Date(0) },
  });
  const source = { system: 'INVENTORY_PRO', sourceId };

  const answer = await upsert({ by: { source }, name: 'As the source calls it' });

  expect(answer).toMatchObject({ outcome: 'UPDATED', customer: { id, number } });
});

test('an upsert during a merge updates the target', async () => {
  const target = await add.addCustomer(db, accountId);
  const gone = await add.addCustomer(db, accountId);
  const sourceId = word();
  await db.customerSource.create({
    data: { accountId, customerId: gone.id, system: 'WAREHOUSE', sourceId, seenAt: new Date(0) },
  });
  const source = { system: 'INVENTORY_PRO', sourceId };
  const other = await pool.connect();
  await other.query('begin');
  await other.query('select from customers where id = $1 for update', [gone.id]);

  const answer = upsert({ by: { source }, note: 'found' });
  await untilSomeoneWaits(pool);
  await other.query('update customer_sources set customer_id = $1 where customer_id = $2', [
    target.id,
    gone.id,
  ]);
  await other.query('insert into customer_aliases (account_id, id, customer_id) values ($1, $2, $3)', [
    ...[accountId, gone.id, target.id],
  ]);
  await other.query('delete from customers where id = $1', [gone.id]);
  await other.query('commit');
  other.release();

  expect(await answer).toMatchObject({ outcome: 'UPDATED', customer: { id: target.id, note: 'found' } });
});

test('a dry run returns the result and writes nothing', async () => {
  const { number } = await add.addCustomer(db, accountId);
  const before = await everythingWritten(pool);
  const by = { source: { system: 'AUGNO', sourceId: word() } };

  const created = await upsert({ by, name: 'New', tags: ['x'], dryRun: true });
  const updated = await upsert({ by: { number }, note: 'x', dryRun: true });

  expect(created).toMatchObject({ outcome: 'CREATED', customer: { sources: [by.source], version: 1 } });
  expect(updated).toMatchObject({ outcome: 'UPDATED', customer: { note: 'x', version: 2 } });
  expect(await everythingWritten(pool)).toBe(before);
  expect(await db.customerSource.count({ where: { sourceId: by.source.sourceId } })).toBe(0);
});

test('the same idempotency key returns the first outcome again', async () => {
  const input = { by: { shortId: word() }, name: 'Once', idempotencyKey: word() };

  const first = await upsert(input);
  const before = await everythingWritten(pool);

  expect(await upsert(input)).toEqual(first);
  expect(first.outcome).toBe('CREATED');
  expect(await everythingWritten(pool)).toBe(before);
  expect(faultsOf(await upsert({ ...input, name: 'Twice' }))).toEqual([
    'IDEMPOTENCY_KEY_REUSED idempotencyKey',
  ]);
});
