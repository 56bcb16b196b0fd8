import { expect, test } from 'vitest';
import { newId } from '../../../src/db/model/id.ts';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { faultsOf, mutate } from '../../mutation.ts';
import { everythingWritten } from '../everything-written.ts';
import { peopleOf } from './people.ts';

const { db, as, pool } = await openGateway();
const [ours, theirs] = [await add.addAccount(db), await add.addAccount(db)];
const us = as(ours.id);
const [mine, other] = [peopleOf(us), peopleOf(as(theirs.id))];
const newEmail = () => `${add.word()}@example.com`;
const roleId = (await mine.upsertRole({ name: 'Sales' })).role.id;
const departmentId = (await mine.upsertDepartment({ name: 'Field' })).department.id;
const foreign = {
  roleId: (await other.upsertRole({ name: 'Sales' })).role.id,
  departmentId: (await other.upsertDepartment({ name: 'Field' })).department.id,
};

test('an upsert creates a user, changes only the given fields, and is a no-op when repeated', async () => {
  const email = newEmail();
  const texts = { username: 'ada', imageUrl: 'https://images.example.com/a.png' };
  const all = { ...texts, name: ' Ada Lovelace ', roleId, departmentId };

  const made = await mine.upsertUser({ by: { email: email.toUpperCase() }, ...all });
  const { id } = made.accountUser;
  const again = await mine.upsertUser({ by: { email }, ...all });
  const changed = await mine.upsertUser({ by: { id }, name: null, roleId: null, status: 'DISABLED' });

  expect(made).toMatchObject({
    outcome: 'CREATED',
    accountUser: { ...texts, name: 'Ada Lovelace', email, status: 'ACTIVE', role: { id: roleId } },
  });
  expect(again).toEqual({ ...made, outcome: 'UNCHANGED' });
  expect(changed).toMatchObject({
    outcome: 'UPDATED',
    accountUser: { id, name: null, role: null, status: 'DISABLED', email, department: { id: departmentId } },
  });
});

test('a user is found by id and by email, and only by its account', async () => {
  const email = newEmail();
  const { id } = (await mine.upsertUser({ by: { email } })).accountUser;
  const read = `query ($id: ID!, $email: String!) {
    byId: accountUser(by: { id: $id }) { id } byEmail: accountUser(by: { email: $email }) { id } }`;

  expect((await us.execute(read, { id, email: ` ${email.toUpperCase()}` })).data).toEqual({
    byId: { id },
    byEmail: { id },
  });
  const { data } = await as(theirs.id).execute(read, { id, email });
  expect(data).toEqual({ byId: null, byEmail: null });
});

test('two accounts can have the same email and username, and neither notices the other', async () => {
  const person = { by: { email: newEmail() }, username: add.word() };
  const [here, there] = [await mine.upsertUser(person), await other.upsertUser(person)];
  const input = { by: person.by, name: 'Ours', email: person.by.email };

  await mine.upsertUser(input);

  expect([here.outcome, there.outcome]).toEqual(['CREATED', 'CREATED']);
  expect(await other.upsertUser(person)).toEqual({ ...there, outcome: 'UNCHANGED' });
});

test('a new email is not verified, the same one stays verified', async () => {
  const { id, userId } = await add.addAccountUser(db, ours.id);
  const { email } = await db.user.findFirstOrThrow({ where: { id: userId } });
  const verifiedAt = async (input: object) =>
    (await mine.upsertUser({ by: { id }, ...input })).accountUser.user.emailVerifiedAt;

  expect(await verifiedAt({ email, name: 'N' })).toEqual(expect.any(String));
  expect(await verifiedAt({ email: newEmail() })).toBeNull();
});

const email = newEmail();
await mine.upsertUser({ by: { email }, username: 'taken' });
await pool.query(
  `with u as (insert into users (account_id, id, email) select $1, id, email
      from (values ('usr_1', 'Two@example.com'), ('usr_2', 'TWO@example.com')) as v (id, email) returning id)
    insert into account_users (account_id, id, user_id) select $1, replace(id, 'usr', 'acu'), id from u`,
  [ours.id],
);

test.for<readonly [string, object, readonly string[]]>([
  ['an unknown id', { by: { id: newId('AccountUser') } }, ['NOT_FOUND by.id']],
  ['an id of another type', { by: { id: ours.id } }, ['INVALID by.id']],
  ['an invalid email', { by: { email: 'ada' } }, ['INVALID by.email']],
  ['a blank email', { by: { email: ' ' } }, ['REQUIRED by.email']],
  ['two users with the email', { by: { email: 'two@example.com' } }, ['AMBIGUOUS by.email']],
  ['another email than in by', { by: { email }, email: 'b@example.com' }, ['INVALID email']],
  ['a cleared email in by', { by: { email }, email: null }, ['INVALID email']],
  ['a taken email', { by: { email: newEmail() }, email: undefined, username: 'taken' }, ['TAKEN username']],
  ['a removal', { by: { email }, status: 'REMOVED' }, ['INVALID status']],
  ['no status', { by: { email }, status: null }, ['REQUIRED status']],
  ['a foreign role', { by: { email }, roleId: foreign.roleId }, ['NOT_FOUND roleId']],
  ['a foreign department', { by: { email }, departmentId: foreign.departmentId }, ['NOT_FOUND departmentId']],
  ['ids of other types', { by: { email }, roleId: departmentId }, ['INVALID roleId']],
  [
    'texts that are too long or wrong',
    { by: { email }, name: 'x'.repeat(256), username: 'x'.repeat(255), imageUrl: 'nowhere' },
    ['INVALID imageUrl', 'TOO_LONG name', 'TOO_LONG username'],
  ],
])('an upsert with %s is rejected', async ([, input, faults]) => {
  const before = await everythingWritten(pool);

  expect(faultsOf(await mine.upsertUser(input))).toEqual(faults);
  expect(await everythingWritten(pool)).toBe(before);
});

test('an email that another user has is taken, in any case of letters', async () => {
  const { id } = (await mine.upsertUser({ by: { email: newEmail() } })).accountUser;

  expect(faultsOf(await mine.upsertUser({ by: { id }, email: email.toUpperCase() }))).toEqual([
    'TAKEN email',
  ]);
  expect(faultsOf(await mine.upsertUser({ by: { id }, email: 'TWO@EXAMPLE.com' }))).toEqual(['TAKEN email']);
});

test('a removed user stays the sales rep of its customers, and can be taken back', async () => {
  const { id } = (await mine.upsertUser({ by: { email: newEmail() } })).accountUser;
  const customer = await mutate(us, 'customerCreate', { name: 'N', defaults: { salesRep: { id } } });

  const removed = await mine.removeUser({ id });
  const again = await mine.removeUser({ id });
  const renamed = await mine.upsertUser({ by: { id }, name: 'Still removed' });

  expect(removed).toMatchObject({ outcome: 'UPDATED', accountUser: { id, status: 'REMOVED' } });
  expect(again).toMatchObject({ outcome: 'UNCHANGED', accountUser: { id, status: 'REMOVED' } });
  expect(renamed).toMatchObject({ outcome: 'UPDATED', accountUser: { status: 'REMOVED' } });
  const read = 'query ($id: ID!) { customer(by: { id: $id }) { defaults { salesRep { id status } } } }';
  const { data } = await us.execute(read, { id: customer.customer.id });
  expect(data.customer.defaults.salesRep).toEqual({ id, status: 'REMOVED' });
  expect((await mine.upsertUser({ by: { id }, status: 'ACTIVE' })).accountUser.status).toBe('ACTIVE');
  expect(faultsOf(await mine.removeUser({ id: newId('AccountUser') }))).toEqual(['NOT_FOUND id']);
  expect(faultsOf(await other.removeUser({ id }))).toEqual(['NOT_FOUND id']);
});

test('a dry run saves nothing, and an idempotency key saves once', async () => {
  const before = await everythingWritten(pool);
  const dry = await mine.upsertUser({ by: { email: newEmail() }, dryRun: true });
  expect(dry).toMatchObject({ outcome: 'CREATED', accountUser: { status: 'ACTIVE' } });
  expect(await everythingWritten(pool)).toBe(before);
  const input = { by: { email: newEmail() }, name: 'Once', idempotencyKey: add.word() };

  const first = await mine.upsertUser(input);
  await mine.upsertUser({ by: input.by, name: 'Since' });

  expect(await mine.upsertUser(input)).toMatchObject({
    outcome: 'CREATED',
    accountUser: { id: first.accountUser.id, name: 'Since' },
  });
  expect(faultsOf(await mine.upsertUser({ ...input, name: 'Other' }))).toEqual([
    'IDEMPOTENCY_KEY_REUSED idempotencyKey',
  ]);
});

test('fifty concurrent upserts of one email create one user', async () => {
  const by = { email: newEmail() };

  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, at) => mine.upsertUser({ by, name: `Name ${at}` })),
  );

  expect(answers.flatMap(faultsOf)).toEqual([]);
  expect(new Set(answers.map(({ accountUser }) => accountUser.id)).size).toBe(1);
  expect(answers.filter(({ outcome }) => outcome === 'CREATED')).toHaveLength(1);
  expect(await db.user.count({ where: by })).toBe(1);
});

const source = (sourceId: string) => ({ system: 'AUGNO', sourceId });

test('a user is created, linked and found by source records', async () => {
  const [key, more] = [source(add.word()), source(add.word())];
  const read = `query ($source: SourceRecordInput!) { accountUser(by: { source: $source }) {
    id name sources { sourceId } } }`;
  const find = async (given: object, caller = us) =>
    (await caller.execute(read, { source: given })).data.accountUser;

  const made = await mine.upsertUser({ by: { source: key }, name: 'N', addSources: [key] });
  const { id } = made.accountUser;
  const linked = await mine.upsertUser({ by: { id }, addSources: [more, more, key] });

  expect([made.outcome, linked.outcome]).toEqual(['CREATED', 'UPDATED']);
  const sources = [key, more]
    .map(({ sourceId }) => ({ sourceId }))
    .sort((a, b) => (a.sourceId < b.sourceId ? -1 : 1));
  expect(await find(more)).toEqual({ id, name: 'N', sources });
  expect(await find(more, as(theirs.id))).toBeNull();
  expect(await find(source('none'))).toBeNull();
  expect(await mine.upsertUser({ by: { source: more }, addSources: [key] })).toMatchObject({
    outcome: 'UNCHANGED',
    accountUser: { id },
  });
  expect((await mine.upsertUser({ by: { source: more }, name: 'M' })).accountUser).toMatchObject({
    id,
    name: 'M',
  });
  expect((await other.upsertUser({ by: { source: key } })).outcome).toBe('CREATED');
});

test('source records of another user and invalid ones are rejected', async () => {
  const key = source(add.word());
  await mine.upsertUser({ by: { source: key } });
  const by = { email };

  expect(faultsOf(await mine.upsertUser({ by, addSources: [source('new'), key, source(' ')] }))).toEqual([
    'REQUIRED addSources.2.sourceId',
    'TAKEN addSources.1',
  ]);
  const many = Array.from({ length: 251 }, (_, at) => source(`many ${at}`));
  await mine.upsertUser({ by, addSources: many.slice(0, 250) });
  expect(faultsOf(await mine.upsertUser({ by, addSources: many.slice(250) }))).toEqual([
    'LIMIT_EXCEEDED addSources',
  ]);
  const unknown = { source: { system: 'OTHER', sourceId: 'no prefix' } };
  expect(faultsOf(await mine.upsertUser({ by: unknown }))).toEqual(['INVALID by.source.sourceId']);
});

test('fifty concurrent upserts of one source record create one user', async () => {
  const by = { source: source(add.word()) };

  const answers = await Promise.all(Array.from({ length: 50 }, () => mine.upsertUser({ by })));

  expect(answers.flatMap(faultsOf)).toEqual([]);
  expect(new Set(answers.map(({ accountUser }) => accountUser.id)).size).toBe(1);
});

const byEmail = 'query ($email: String!) { accountUser(by: { email: $email }) { id } }';
const found = (given: string) => us.execute(byEmail, { email: given });

test('emails match regardless of case, also those of older users, and exact matches come first', async () => {
  const { id, userId } = await add.addAccountUser(db, ours.id);
  const old = `Old.${add.word()}@Example.com`;
  await db.user.update({ where: { accountId_id: { accountId: ours.id, id: userId } }, data: { email: old } });

  for (const given of [old, old.toLowerCase(), ` ${old.toUpperCase()} `])
    expect((await found(given)).data).toEqual({ accountUser: { id } });
  expect((await found('Two@example.com')).data).toEqual({ accountUser: { id: 'acu_1' } });
  expect((await found('two@example.com')).errors).toMatchObject([{ extensions: { code: 'AMBIGUOUS' } }]);
  expect((await found(' ')).data).toEqual({ accountUser: null });
  expect(faultsOf(await mine.upsertUser({ by: { id: 'acu_1' }, email: old.toLowerCase() }))).toEqual([
    'TAKEN email',
  ]);
});
