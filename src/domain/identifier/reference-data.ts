import { type Sql, sql, table } from '../../db/model/table.ts';
import type { Maybe } from '../../maybe.ts';
import { findBySources, type SourceKey, sourceToken } from '../source/records.ts';
import type { Faults, InputPath } from '../write/faults.ts';
import { trimmed } from '../write/text.ts';
import type { Write } from '../write/writer.ts';
import { quoted, type SourceRecordKey } from './key.ts';
import { listedText, nounOf } from './listed.ts';

interface Identifier {
  readonly id?: Maybe<string>;
  readonly source?: Maybe<SourceRecordKey>;
}

export interface ReferenceDataIdentifier extends Identifier {
  readonly name?: Maybe<string>;
}

export interface AccountUserIdentifier extends Identifier {
  readonly email?: Maybe<string>;
}

/** Identifies a service level: exactly one field is set. The token is unique within a carrier only. */
export interface ServiceLevelIdentifier extends Identifier {
  readonly token?: Maybe<string>;
}

const namedModels = [
  'AccountGroup',
  'AccountUser',
  'Carrier',
  'CustomerGroup',
  'PaymentTerm',
  'ShippingTerm',
  'Unit',
] as const;

export type NamedModel = (typeof namedModels)[number];

export const isNamed = (model: string): model is NamedModel => namedModels.some((each) => each === model);

export interface DataReference {
  readonly model: NamedModel;
  readonly by: ReferenceDataIdentifier & AccountUserIdentifier;
  readonly path: InputPath;
  readonly faults: Faults;
}

/** A row that has a name, ignoring case. A lower rank is preferred. */
export interface NameMatch {
  readonly id: string;
  readonly rank: number;
}

const nameIn = ({ by: { name, email } }: DataReference): string | undefined => {
  const given = name ?? email;
  return given == null ? undefined : (trimmed(given) ?? '');
};

function rowsOf(model: NamedModel, accountId: string): Sql {
  const { name, visible } = table(model);
  if (model === 'AccountUser')
    return sql`select t.id, u.email as name, true as own, false as deleted from ${name} t
      join ${table('User').name} u on u.account_id = t.account_id and u.id = t.user_id where ${visible('t', accountId)}`;
  const deleted = model === 'Carrier' ? sql`t.deleted_at is not null` : sql`false`;
  return sql`select t.id, t.name, t.account_id is not null as own, ${deleted} as deleted from ${name} t
    where ${visible('t', accountId)}`;
}

/** Ranks: deleted rows last, exact names before other case, the account's rows before the system's. */
export async function findByNames(
  { run, accountId }: Pick<Write, 'run' | 'accountId'>,
  model: NamedModel,
  names: readonly string[],
): Promise<ReadonlyMap<string, readonly NameMatch[]>> {
  if (names.length === 0) return new Map();
  const rows = await run(sql`/* referenceDataByName */
    select g.name, t.id, (${deletedRank}::integer * t.deleted::integer + 2 * (t.name <> g.name)::integer + (not t.own)::integer)::text
    from (${rowsOf(model, accountId)}) t join unnest(${[...new Set(names)]}::text[]) g(name)
      on lower(t.name collate "und-x-icu") = lower(g.name collate "und-x-icu")`);
  const found = new Map<string, NameMatch[]>();
  for (const [name, id, rank] of rows) {
    const match = { id: String(id), rank: Number(rank) };
    found.set(String(name), [...(found.get(String(name)) ?? []), match]);
  }
  return found;
}

/** The rank of deleted rows, which is higher than all others. */
export const deletedRank = 4;

export const bestMatches = (matches: readonly NameMatch[]): readonly NameMatch[] => {
  const rank = Math.min(...matches.map((each) => each.rank));
  return matches.filter((each) => each.rank === rank);
};

const keyOf = (model: NamedModel, name: string): string => `${model} ${name}`;

async function findAllNames(write: Write, references: readonly DataReference[]) {
  const models = [...new Set(references.map(({ model }) => model))];
  const statements = models.map(async (model) => {
    const names = references.flatMap((each) => (each.model === model ? (nameIn(each) ?? []) : []));
    return [...(await findByNames(write, model, names))].map(
      ([name, found]) => [keyOf(model, name), found] as const,
    );
  });
  return new Map((await Promise.all(statements)).flat());
}

function addNotFound({ model, path, faults, by }: DataReference, name: string): void {
  const key = by.email == null ? 'name' : 'email';
  faults.add('NOT_FOUND', path, `No ${nounOf(model)} has the ${key} ${quoted(name)}; ${listedText(model)}.`);
}

const sourceIn = ({ model, by: { source } }: DataReference): SourceKey | undefined =>
  source == null ? undefined : { model, system: source.system, sourceId: trimmed(source.sourceId) ?? '' };

/** Undefined unless exactly one row matches. An id is returned as it is and checked later. */
export async function resolveReferenceData(
  write: Write,
  references: readonly DataReference[],
): Promise<readonly (string | undefined)[]> {
  const [named, linked] = await Promise.all([
    findAllNames(write, references),
    findBySources(
      write,
      references.flatMap((each) => sourceIn(each) ?? []),
    ),
  ]);
  return references.map((reference) => {
    const { model, by, path, faults } = reference;
    if (by.id != null) return by.id;
    const what = nounOf(model);
    const source = sourceIn(reference);
    if (source !== undefined) {
      const id = linked.get(sourceToken(source));
      if (id === undefined) addUnlinked(what, path, faults);
      return id;
    }
    const name = nameIn(reference) ?? '';
    const matches = bestMatches(named.get(keyOf(model, name)) ?? []);
    if (matches.length === 0) addNotFound(reference, name);
    if (matches.length < 2) return matches[0]?.id;
    faults.add('AMBIGUOUS', path, ambiguousText(what, name));
    return undefined;
  });
}

export const ambiguousText = (what: string, name: string): string =>
  `More than one ${what} matches ${quoted(name)}; use the exact name or the id.`;

export const addUnlinked = (what: string, path: InputPath, faults: Faults): void =>
  faults.add('NOT_FOUND', path, `No ${what} is linked to this source record; use another identifier.`);
