import { expect, test } from 'vitest';
import { newId } from '../../../src/db/model/id.ts';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { faultsOf } from '../../mutation.ts';
import { everythingWritten } from '../everything-written.ts';
import { peopleOf } from './people.ts';

const { db, as, pool } = await openGateway();
const [ours, theirs] = [await add.addAccount(db), await add.addAccount(db)];
const us = as(ours.id);
const [mine, other] = [peopleOf(us), peopleOf(as(theirs.id))];
const system = await db.role.create({ data: { id: newId('Role'), name: 'Everything', type: 'ADMIN' } });

test('a role is created, found by its name or id, and changed', async () => {
  const permissions = ['orders:read', ' orders:read ', 'customers:read'];

  const made = await mine.upsertRole({ name: ' Sales ', permissions });
  const { id } = made.role;
  const byName = await mine.upsertRole({ name: 'SALES', type: 'SALES_REP' });
  const renamed = await mine.upsertRole({ id, name: 'SALES', permissions: null });

  expect(made).toMatchObject({
    outcome: 'CREATED',
    role: {
      ...{ name: 'Sales', type: 'USER', owner: { type: 'ACCOUNT' } },
      permissions: ['orders:read', 'customers:read'],
    },
  });
  expect(byName).toEqual({
    ...made,
    outcome: 'UPDATED',
    role: { ...made.role, type: 'SALES_REP' },
  });
  expect(renamed.role).toMatchObject({ id, name: 'SALES', type: 'SALES_REP', permissions: [] });
  expect((await mine.upsertRole({ name: 'SALES', permissions: [] })).outcome).toBe('UNCHANGED');
});

test('a department is created, found by its name or id, and changed', async () => {
  const made = await mine.upsertDepartment({ name: 'Warehouse', notes: 'Ships until 17 h.' });
  const { id } = made.department;

  expect(made).toMatchObject({ outcome: 'CREATED', department: { name: 'Warehouse' } });
  expect(await mine.upsertDepartment({ name: 'warehouse' })).toEqual({ ...made, outcome: 'UNCHANGED' });
  expect(await mine.upsertDepartment({ id, name: 'Lager', notes: '' })).toEqual({
    outcome: 'UPDATED',
    department: { id, name: 'Lager', notes: null, sources: [] },
    userErrors: [],
  });
});

test('the lists have the account’s own, and the roles of the system', async () => {
  const account = await add.addAccount(db);
  const { role } = await peopleOf(as(account.id)).upsertRole({ name: 'Theirs' });
  const { department } = await peopleOf(as(account.id)).upsertDepartment({ name: 'Theirs' });

  const { data } = await as(account.id).execute(
    '{ roles { totalCount nodes { id } } departments { totalCount nodes { id } } }',
  );

  const ids: readonly string[] = data.roles.nodes.map(({ id }: { readonly id: string }) => id);
  const ofSystem = await db.role.count({ where: { accountId: null } });
  expect(data.roles.totalCount).toBe(ofSystem + 1);
  expect(ids).toEqual(expect.arrayContaining([role.id, system.id]));
  expect(data.departments).toEqual({ totalCount: 1, nodes: [{ id: department.id }] });
});

const twoNames = ['Twice', 'TWICE'];
for (const name of twoNames)
  await db.department.create({ data: { accountId: ours.id, id: newId('Department'), name } });
const foreign = (await other.upsertRole({ name: 'Foreign' })).role.id;
const taken = (await mine.upsertRole({ name: 'Taken' })).role.id;

test.for<readonly [string, object, readonly string[]]>([
  ['no name', { name: ' ' }, ['REQUIRED name']],
  ['a name that is too long', { name: 'x'.repeat(256) }, ['TOO_LONG name']],
  ['the name of a system role', { name: 'everything' }, ['SYSTEM_OWNED name']],
  ['the id of a system role', { id: system.id, name: 'Mine' }, ['SYSTEM_OWNED id']],
  ['the id of another account', { id: foreign, name: 'Mine' }, ['NOT_FOUND id']],
  ['the id of another type', { id: ours.id, name: 'Mine' }, ['INVALID id']],
  ['no type for an existing role', { name: 'Taken', type: null }, ['REQUIRED type']],
  [
    'blank and long permissions',
    { name: 'N', permissions: [' ', 'x'.repeat(65)] },
    ['REQUIRED permissions.0', 'TOO_LONG permissions.1'],
  ],
  ['too many permissions', { name: 'N', permissions: Array(101).fill('a') }, ['LIMIT_EXCEEDED permissions']],
])('a role with %s is rejected', async ([, input, faults]) => {
  const before = await everythingWritten(pool);

  expect(faultsOf(await mine.upsertRole(input))).toEqual(faults);
  expect(await everythingWritten(pool)).toBe(before);
});

test('a new name must be free, and a name that two objects match is ambiguous', async () => {
  const { id } = (await mine.upsertRole({ name: 'Free' })).role;

  expect(faultsOf(await mine.upsertRole({ id, name: 'Taken' }))).toEqual(['TAKEN name']);
  expect(faultsOf(await mine.upsertDepartment({ name: 'twice' }))).toEqual(['AMBIGUOUS name']);
  expect((await mine.upsertDepartment({ name: 'Twice' })).outcome).toBe('UNCHANGED');
  expect((await mine.upsertRole({ id: taken, name: 'Taken' })).outcome).toBe('UNCHANGED');
});

test('what account users have cannot be deleted, with their number in the message', async () => {
  const { roleId, departmentId, id } = await add.addAccountUser(db, ours.id);

  const errors = [
    ...(await mine.deleteRole({ id: roleId })).userErrors,
    ...(await mine.deleteDepartment({ id: departmentId })).userErrors,
  ];
  await mine.removeUser({ id });
  const stillUsed = faultsOf(await mine.deleteRole({ id: roleId }));
  await mine.upsertUser({ by: { id }, roleId: null, departmentId: null });

  const message = 'It cannot be deleted: 1 account user uses it. Change that one first.';
  expect(errors).toEqual(Array(2).fill({ code: 'IN_USE', message, path: ['id'] }));
  expect(stillUsed).toEqual(['IN_USE id']);
  expect(await mine.deleteRole({ id: roleId })).toEqual({ deletedId: roleId, userErrors: [] });
  expect(await mine.deleteDepartment({ id: departmentId })).toEqual({
    deletedId: departmentId,
    userErrors: [],
  });
  expect(faultsOf(await mine.deleteRole({ id: roleId }))).toEqual(['NOT_FOUND id']);
  expect(faultsOf(await mine.deleteRole({ id: system.id }))).toEqual(['SYSTEM_OWNED id']);
  expect(faultsOf(await mine.deleteRole({ id: foreign }))).toEqual(['NOT_FOUND id']);
});

test.for([
  ['roleUpsert', 'role', mine.upsertRole, mine.deleteRole],
  ['departmentUpsert', 'department', mine.upsertDepartment, mine.deleteDepartment],
] as const)('%s links source records', async ([, kind, upsert, remove]) => {
  const [first, second] = ['a', 'b'].map((sourceId) => ({ system: 'AUGNO', sourceId }));
  const made = await upsert({ name: 'Linked', addSources: [first, first] });
  const more = await upsert({ name: 'Linked', addSources: [second, first] });
  const again = await upsert({ name: 'Linked', addSources: [second] });

  expect(made).toMatchObject({ outcome: 'CREATED', [kind]: { sources: [{ sourceId: 'a' }] } });
  expect(more).toMatchObject({
    outcome: 'UPDATED',
    [kind]: { sources: [{ sourceId: 'a' }, { sourceId: 'b' }] },
  });
  expect(again).toEqual({ ...more, outcome: 'UNCHANGED' });
  const blank = { system: 'AUGNO', sourceId: ' ' };
  expect(faultsOf(await upsert({ name: 'Else', addSources: [blank, second] }))).toEqual([
    'REQUIRED addSources.0.sourceId',
    'TAKEN addSources.1',
  ]);
  const many = Array.from({ length: 249 }, (_, at) => ({ system: 'AUGNO', sourceId: `many ${at}` }));
  expect(faultsOf(await upsert({ name: 'Linked', addSources: many }))).toEqual(['LIMIT_EXCEEDED addSources']);
  expect((await remove({ id: made[kind].id })).userErrors).toEqual([]);
  expect((await upsert({ name: 'Else', addSources: [second] })).outcome).toBe('CREATED');
});

test('fifty concurrent upserts of one name create one role', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => mine.upsertRole({ name: 'Raced' })));

  expect(answers.flatMap(faultsOf)).toEqual([]);
  expect(answers.filter(({ outcome }) => outcome === 'CREATED')).toHaveLength(1);
  expect(await db.role.count({ where: { name: 'Raced' } })).toBe(1);
});
