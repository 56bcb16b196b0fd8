import { typeOfId } from '../model/id.ts';
import { type Row, ref, type Sql, sql, table } from '../model/table.ts';

export type ActorColumns = Pick<Row<'CustomerEvent'>, 'action' | 'actor' | 'actorType'>;
export type ActorType = NonNullable<ActorColumns['actorType']>;

/** Derives the type in events without one, which earlier versions wrote; null if the actor is unknown. */
export function actorTypeOf({ action, actor, actorType }: ActorColumns): ActorType | null {
  if (actorType !== null || actor === null) return actorType;
  if (typeOfId(actor) === 'AccountUser') return 'ACCOUNT_USER';
  return action === 'IMPORT' ? 'SOURCE' : 'SERVICE';
}

const { column } = table('CustomerEvent');

/** As `actorTypeOf`, in SQL. */
export function actorTypeIn(alias: string): Sql {
  const of = (name: string) => ref(alias, column(name));
  return sql`coalesce(${of('actorType')}::text, case when ${of('actor')} is null then null
    when ${of('actor')} ~ '^acu_[0-9a-z_]{1,64}$' then 'ACCOUNT_USER' when ${of('action')} = 'IMPORT' then 'SOURCE' else 'SERVICE' end)`;
}

const formerSources: ReadonlyMap<string, string> = new Map([['import:warehouse', 'InventoryPro']]);

/** The name of a service or source system, by what an event has stored. */
export const actorName = (actor: string | null): string | null => formerSources.get(actor ?? '') ?? actor;

/** What events can have stored for a name. */
export const storedActors = (name: string): readonly string[] => [
  name,
  ...[...formerSources].flatMap(([stored, known]) => (known === name ? [stored] : [])),
];
