import { sql, table } from '../../db/model/table.ts';
import { upsertAccountUser } from '../../domain/account/account-user.ts';
import { upsertDepartment } from '../../domain/account/department.ts';
import type { NamedInput, NamedModel, UpsertPayload } from '../../domain/account/named.ts';
import type { AccountUserInput } from '../../domain/account/read-account-user.ts';
import { upsertRole } from '../../domain/account/role.ts';
import { changeTime } from '../../domain/customer/version.ts';
import { moveSources } from '../../domain/source/records.ts';
import type { UserError } from '../../domain/write/user-error.ts';
import type { Writer } from '../../domain/write/writer.ts';
import type { BySource, JsonObject, SourceRecord } from '../record.ts';
import { idsOf, keyOf, notFound, type Reference } from './resolved.ts';
import type { Target } from './target.ts';
import type { ItemResult, Upsert } from './upserts.ts';

type Named = BySource & NamedInput;
type Person = Extract<SourceRecord, { readonly kind: 'accountUser' }>['item'];

const failed = (userErrors: readonly UserError[]): ItemResult => ({ outcome: null, userErrors });

/** The system's role or department of this name: it can be linked, but not changed. */
async function systemRow({ reads }: Target, model: NamedModel, name = ''): Promise<string | undefined> {
  const rows = await reads.run(sql`/* systemRowByName */ select t.id from ${table(model).name} t
    where t.account_id is null and lower(t.name) = lower(${name.trim()}) order by t.id limit 1`);
  return rows[0]?.[0] ?? undefined;
}

async function upsertOne<M extends NamedModel>(
  target: Target,
  model: M,
  { source, ...item }: Named,
  upsert: (writer: Writer, input: NamedInput) => UpsertPayload,
): Promise<ItemResult> {
  const key = keyOf(model, source);
  const linked = (await idsOf(target, [key]))(key);
  const system = await systemRow(target, model, item.name);
  if (linked !== undefined && linked === system) return { outcome: 'UNCHANGED', userErrors: [] };
  const { writer, isDry } = target;
  if (system !== undefined) {
    await target.save((open) => [moveSources(open, [{ ...key, id: system }], changeTime())]);
    return { outcome: 'CREATED', userErrors: [] };
  }
  const added = linked === undefined ? { addSources: [source] } : { id: linked };
  const { userErrors, outcome = null } = await upsert(writer, { ...item, ...added, dryRun: isDry });
  await writer.settle();
  return { outcome, userErrors };
}

/** Roles, departments and people are few: each is a call of its own. */
async function oneByOne(
  items: readonly JsonObject[],
  upsert: (item: JsonObject) => Promise<ItemResult>,
): Promise<readonly ItemResult[]> {
  const results: ItemResult[] = [];
  for (const item of items) results.push(await upsert(item));
  return results;
}

// The mappers create these items.
const namedOf = (item: JsonObject): Named => item as unknown as Named;
const personOf = (item: JsonObject): Person => item as unknown as Person;

export const upsertRoles: Upsert = (target, items) =>
  oneByOne(items, (item) => upsertOne(target, 'Role', namedOf(item), upsertRole));

export const upsertDepartments: Upsert = (target, items) =>
  oneByOne(items, (item) => upsertOne(target, 'Department', namedOf(item), upsertDepartment));

const referencesOf = ({ role, department }: Person): readonly Reference[] => [
  ...(role == null ? [] : [{ model: 'Role', by: role, path: ['role'] } as const]),
  ...(department == null ? [] : [{ model: 'Department', by: department, path: ['department'] } as const]),
];

/** A person with the email gets the record: one person has one account user. */
function keyed(by: Person['by'], email: string | null | undefined, isLinked: boolean) {
  if (by.source == null || isLinked || email == null || email.trim() === '') return { by };
  return { by: { email }, addSources: [by.source] };
}

/** The fields of the item by those of the input. */
const fieldOf: Readonly<Record<string, string>> = {
  addSources: 'by',
  roleId: 'role',
  departmentId: 'department',
};

async function upsertPerson(target: Target, person: Person): Promise<ItemResult> {
  const { by, role, department, ...item } = person;
  const references = referencesOf(person);
  const own = by.source == null ? [] : [keyOf('AccountUser', by.source)];
  const idOf = await idsOf(target, [
    ...own,
    ...references.map(({ model, by: other }) => keyOf(model, other.source)),
  ]);
  const idIn = (path: string, given: Person['role']): string | null | undefined => {
    const reference = references.find((each) => each.path[0] === path);
    return reference === undefined
      ? (given as null | undefined)
      : idOf(keyOf(reference.model, reference.by.source));
  };
  const missing = references.filter(({ model, by: other }) => idOf(keyOf(model, other.source)) === undefined);
  if (missing.length > 0) return failed(missing.map(notFound));
  const input: AccountUserInput = {
    ...item,
    ...keyed(
      by,
      item.email,
      own.some((key) => idOf(key) !== undefined),
    ),
    roleId: idIn('role', role),
    departmentId: idIn('department', department),
    dryRun: target.isDry,
  };
  const { userErrors, outcome = null } = await upsertAccountUser(target.writer, input);
  await target.writer.settle();
  return {
    outcome,
    userErrors: userErrors.map((each) => ({
      ...each,
      path: [fieldOf[each.path[0] ?? ''] ?? each.path[0] ?? ''],
    })),
  };
}

export const upsertPeople: Upsert = (target, items) =>
  oneByOne(items, (item) => upsertPerson(target, personOf(item)));
