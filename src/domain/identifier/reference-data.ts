import { type Sql, sql, table } from '../../db/table.ts';
import type { Faults, Path } from '../write/faults.ts';
import { trimmed } from '../write/text.ts';
import type { Write } from '../write/writer.ts';
import { quoted, type SourceRecordKey } from './key.ts';

type Maybe<T> = T | null | undefined;

interface Identifier {
  readonly id?: Maybe<string>;
  readonly source?: Maybe<SourceRecordKey>;
}

/** Identifies reference data: exactly one field is set. */
export interface ReferenceDataIdentifier extends Identifier {
  readonly name?: Maybe<string>;
}

/** Identifies an account user: exactly one field is set. */
export interface AccountUserIdentifier extends Identifier {
  readonly email?: Maybe<string>;
}

/** Identifies a service level: exactly one field is set. The token is unique within a carrier only. */
export interface ServiceLevelIdentifier extends Identifier {
  readonly token?: Maybe<string>;
}

/** The types whose rows have names, with their name in messages and the query that lists them. */
const listed = {
  AccountGroup: ['account group', 'accountGroups'],
  AccountUser: ['account user', 'accountUsers'],
  Carrier: ['carrier', 'carriers'],
  CustomerGroup: ['customer group', undefined],
  PaymentTerm: ['payment term', 'paymentTerms'],
  ShippingTerm: ['shipping term', 'shippingTerms'],
  Unit: ['unit', 'units'],
} as const;

export type NamedModel = keyof typeof listed;

export const isNamed = (model: string): model is NamedModel => model in listed;

/** An identifier in an input. */
export interface DataReference {
  readonly model: NamedModel;
  readonly by: ReferenceDataIdentifier & AccountUserIdentifier;
  readonly path: Path;
  readonly faults: Faults;
}

/** A row that has a name, ignoring case. A lower rank is preferred. */
interface Match {
  readonly id: string;
  readonly rank: number;
}

const nameIn = ({ by: { name, email } }: DataReference): string | undefined => {
  const given = name ?? email;
  return given == null ? undefined : (trimmed(given) ?? '');
};

/** The visible rows of a type with their names. */
function rowsOf(model: NamedModel, accountId: string): Sql {
  const { name, visible } = table(model);
  if (model === 'AccountUser')
    return sql`select t.id, u.email as name, true as own, false as deleted from ${name} t
      join ${table('User').name} u on u.id = t.user_id where ${visible('t', accountId)}`;
  const deleted = model === 'Carrier' ? sql`t.deleted_at is not null` : sql`false`;
  return sql`select t.id, t.name, t.account_id is not null as own, ${deleted} as deleted from ${name} t
    where ${visible('t', accountId)}`;
}

/**
 * The rows with the names, by name. Ranks: deleted rows last, so that a customer keeps a deleted carrier that
 * it has; exact names before other case; the account's rows before the system's. ICU's lower-casing, since
 * the columns' own collation only knows ASCII.
 */
async function findByNames({ run, accountId }: Write, references: readonly DataReference[]) {
  const names = new Map<NamedModel, Set<string>>();
  for (const reference of references) {
    const name = nameIn(reference);
    if (name !== undefined) names.set(reference.model, (names.get(reference.model) ?? new Set()).add(name));
  }
  const found = new Map<string, Match[]>();
  const statements = [...names].map(async ([model, given]) => {
    const rows = await run(sql`/* referenceDataByName */
      select g.name, t.id, (4 * t.deleted::integer + 2 * (t.name <> g.name)::integer + (not t.own)::integer)::text
      from (${rowsOf(model, accountId)}) t join unnest(${[...given]}::text[]) g(name)
        on lower(t.name collate "und-x-icu") = lower(g.name collate "und-x-icu")`);
    for (const [name, id, rank] of rows) {
      const key = tokenOf(model, String(name));
      found.set(key, [...(found.get(key) ?? []), { id: String(id), rank: Number(rank) }]);
    }
  });
  await Promise.all(statements);
  return found;
}

const tokenOf = (model: NamedModel, name: string): string => `${model} ${name}`;

const best = (matches: readonly Match[]): readonly Match[] => {
  const rank = Math.min(...matches.map((each) => each.rank));
  return matches.filter((each) => each.rank === rank);
};

function addNotFound({ model, path, faults, by }: DataReference, name: string): void {
  const [what, query] = listed[model];
  const key = by.email == null ? 'name' : 'email';
  const hint = query === undefined ? 'use an existing one' : `\`${query}\` lists the existing ones`;
  faults.add('NOT_FOUND', path, `No ${what} has the ${key} ${quoted(name)}; ${hint}.`);
}

/**
 * The ids of the rows that the identifiers mean, in one statement for each type; undefined if there is none
 * or more than one, and the user errors say so. An id is returned as it is: the checks of the field that it
 * is for validate it.
 */
export async function resolveReferenceData(
  write: Write,
  references: readonly DataReference[],
): Promise<readonly (string | undefined)[]> {
  const found = await findByNames(write, references);
  return references.map((reference) => {
    const { model, by, path, faults } = reference;
    if (by.id != null) return by.id;
    const [what] = listed[model];
    const name = nameIn(reference);
    if (name === undefined) {
      addNoSource(what, path, faults);
      return undefined;
    }
    const matches = best(found.get(tokenOf(model, name)) ?? []);
    if (matches.length === 0) addNotFound(reference, name);
    if (matches.length < 2) return matches[0]?.id;
    faults.add(
      'AMBIGUOUS',
      path,
      `More than one ${what} matches ${quoted(name)}; use the exact name or the id.`,
    );
    return undefined;
  });
}

/** No reference data is linked to source records yet. */
export const addNoSource = (what: string, path: Path, faults: Faults): void =>
  faults.add('NOT_FOUND', path, `No ${what} is linked to this source record; use another identifier.`);
