import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '../../../src/db/model/id.ts';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { faultsOf, type Result } from '../../mutation.ts';
import { asyncProperty } from '../../property.ts';
import { runs } from '../../runs.ts';
import { peopleOf } from './people.ts';
import { type Expected, PeopleModel } from './people-model.ts';

const { db, as } = await openGateway();
const watched = await add.addAccount(db);
const read = `{
  accountUsers(first: 250) { nodes { id email name username status role { id } department { id } } }
  roles(first: 250) { nodes { id name type permissions owner { type } } }
  departments(first: 250) { nodes { id name notes } } }`;

interface OwnedRole {
  readonly owner: { readonly type: string };
}

const among = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const names = among('Sales', 'SALES', 'Field', 'field', 'Care');
const emails = among('ada@example.com', 'ADA@example.com', 'bob@example.com', 'eve@example.com');
const place = fc.nat(4);

const command = fc.oneof(
  fc.record({
    kind: fc.constant('role' as const),
    at: maybe(place),
    name: names,
    type: maybe(among('ADMIN', 'AGENT')),
    permissions: maybe(among(['a:read'], ['a:read', 'b:read'], [])),
  }),
  fc.record({
    kind: fc.constant('department' as const),
    at: maybe(place),
    name: names,
    notes: maybe(among('N', null)),
  }),
  fc.record({
    kind: fc.constant('delete' as const),
    of: among('role' as const, 'department' as const),
    at: place,
  }),
  fc.record({
    kind: fc.constant('user' as const),
    at: maybe(place),
    key: emails,
    email: maybe(fc.oneof(emails, fc.constant(null))),
    name: maybe(among('A', null)),
    username: maybe(among('a', 'A', 'b', null)),
    status: maybe(among('ACTIVE', 'DISABLED', 'REMOVED')),
    role: maybe(fc.oneof(place, fc.constant(null))),
    department: maybe(fc.oneof(place, fc.constant(null))),
  }),
  fc.record({ kind: fc.constant('remove' as const), at: place }),
);

type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

const missing = { role: newId('Role'), department: newId('Department'), user: newId('AccountUser') };
const idAt = (rows: readonly { readonly id: string }[], at: number, none: string): string =>
  rows[at]?.id ?? none;
const defined = (values: object) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

function perform(
  model: PeopleModel,
  mine: ReturnType<typeof peopleOf>,
  each: Command,
): [Expected, Promise<Result>] {
  switch (each.kind) {
    case 'role':
    case 'department': {
      const { kind, at, ...values } = each;
      const input = defined({ ...values, id: at === undefined ? at : idAt(model[kind], at, missing[kind]) });
      const sent = kind === 'role' ? mine.upsertRole(input) : mine.upsertDepartment(input);
      return [model.upsert(kind, input), sent];
    }
    case 'delete': {
      const id = idAt(model[each.of], each.at, missing[each.of]);
      const sent = each.of === 'role' ? mine.deleteRole({ id }) : mine.deleteDepartment({ id });
      return [model.remove(each.of, id), sent];
    }
    case 'user': {
      const { kind: _, at, key, role, department, ...values } = each;
      const reference = (kind: 'role' | 'department', given: number | null | undefined) =>
        given == null ? given : idAt(model[kind], given, missing[kind]);
      const by = at === undefined ? { email: key } : { id: idAt(model.people, at, missing.user) };
      const references = {
        roleId: reference('role', role),
        departmentId: reference('department', department),
      };
      const input = { by, ...defined({ ...values, ...references }) };
      return [model.upsertUser(input), mine.upsertUser(input)];
    }
    case 'remove': {
      const id = idAt(model.people, each.at, missing.user);
      return [model.removeUser(id), mine.removeUser({ id })];
    }
  }
}

const idIn = ({ accountUser, role, department }: Result): string => (accountUser ?? role ?? department)?.id;

test('any sequence of mutations has the results of the model, and no effect on another account', async () => {
  const { data: before } = await as(watched.id).execute(read);
  await fc.assert(
    asyncProperty(fc.array(command, { minLength: 15, maxLength: 30 }), async (commands) => {
      const { id: accountId } = await add.addAccount(db);
      const mine = peopleOf(as(accountId));
      const model = new PeopleModel();
      for (const each of commands) {
        const [expected, sent] = perform(model, mine, each);
        const result = await sent;
        const outcome = result.outcome ?? (result.deletedId == null ? null : 'deleted');
        expect([each, faultsOf(result), outcome]).toEqual([each, expected.faults, expected.outcome]);
        if (expected.made !== undefined) expected.made.id = idIn(result);
      }
      const { data } = await as(accountId).execute(read);
      const ownRoles = data.roles.nodes.filter(({ owner }: OwnedRole) => owner.type === 'ACCOUNT');
      const people = model.people.map(({ roleId, departmentId, ...person }) => ({
        ...person,
        role: roleId && { id: roleId },
        department: departmentId && { id: departmentId },
      }));
      expect(data.accountUsers.nodes).toEqual(expect.arrayContaining(people));
      expect(ownRoles).toEqual(model.role.map((role) => expect.objectContaining(role)).reverse());
      expect(data.departments.nodes).toEqual(expect.arrayContaining(model.department));
      const counts = [data.accountUsers, data.departments].map(({ nodes }) => nodes.length);
      expect(counts).toEqual([people.length, model.department.length]);
    }),
    runs(25),
  );
  expect((await as(watched.id).execute(read)).data).toEqual(before);
});
