import { endOf, sortableTime, startOf } from '../../day.ts';
import { anyOf, empty, type Row, ref, type Sql, sql, table } from '../model/table.ts';
import { type ActorColumns, type ActorType, actorTypeIn, actorTypeOf } from './change-actor.ts';

type FilteredChange = Pick<Row<'CustomerEvent'>, 'subjectId' | 'changes' | 'occurredAt'> & ActorColumns;

interface TimeRange {
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  readonly exists?: boolean | null | undefined;
}

/** Conditions compare only the change itself, so the same change always gives the same result. */
export interface ChangeFilter {
  readonly ids?: readonly string[] | null | undefined;
  readonly actions?: readonly FilteredChange['action'][] | null | undefined;
  readonly paths?: PathFilter | null | undefined;
  readonly actorTypes?: readonly ActorType[] | null | undefined;
  /** As events store them: ids of account users, names of services and source systems. */
  readonly actors?: readonly string[] | null | undefined;
  readonly occurredAt?: TimeRange | null | undefined;
}

interface PathFilter {
  readonly roots: readonly string[];
  readonly known?: readonly string[];
}

const { column } = table('CustomerEvent');

/** Whether one of the changes, a list of JSON, is on one of the paths. */
export function pathCondition({ roots, known }: PathFilter, changes: Sql): Sql {
  const root = sql`split_part(changed ->> 'field', '.', 1)`;
  const unknown = known ? sql` or not ${root} = ${anyOf(known, 'text')}` : empty;
  return sql`exists (select from jsonb_array_elements(${changes}) changed
    where ${root} = ${anyOf(roots, 'text')}${unknown})`;
}

/** Excludes rows without a position: they are not published yet. */
export function changeConditions(filter: ChangeFilter, alias: string): readonly Sql[] {
  const { ids, actions, paths, actorTypes, actors, occurredAt } = filter;
  const of = (name: string) => ref(alias, column(name));
  return [
    sql`${of('position')} > 0`,
    ...(ids ? [sql`${of('subjectId')} = ${anyOf(ids, 'text')}`] : []),
    ...(actions ? [sql`${of('action')} = ${anyOf(actions, column('action').type)}`] : []),
    ...(paths ? [pathCondition(paths, of('changes'))] : []),
    ...(actorTypes ? [sql`${actorTypeIn(alias)} = ${anyOf(actorTypes, 'text')}`] : []),
    ...(actors ? [sql`${of('actor')} = ${anyOf(actors, 'text')}`] : []),
    ...(occurredAt?.exists === false ? [sql`false`] : []),
    ...(occurredAt?.from ? [sql`${of('occurredAt')} >= ${startOf(occurredAt.from)}::timestamptz`] : []),
    ...(occurredAt?.to ? [sql`${of('occurredAt')} <= ${endOf(occurredAt.to)}::timestamptz`] : []),
  ];
}

const rootsIn = ({ changes }: FilteredChange): readonly string[] =>
  // A check constraint keeps it an array, and only the gateway writes its elements.
  (changes as unknown as readonly { readonly field: string }[]).map(
    ({ field }) => field.split('.', 1)[0] ?? '',
  );

const isWithin = (range: TimeRange, at: string): boolean =>
  range.exists !== false &&
  (!range.from || sortableTime(at) >= sortableTime(startOf(range.from))) &&
  (!range.to || sortableTime(at) <= sortableTime(endOf(range.to)));

/** Whether a change matches the filter. Must agree with `changeConditions`. */
export function matchesChange(change: FilteredChange, filter: ChangeFilter): boolean {
  const { ids, actions, paths, actorTypes, actors, occurredAt } = filter;
  const type = actorTypeOf(change);
  return (
    (!ids || ids.includes(change.subjectId)) &&
    (!actions || actions.includes(change.action)) &&
    (!paths ||
      rootsIn(change).some(
        (root) => paths.roots.includes(root) || (paths.known !== undefined && !paths.known.includes(root)),
      )) &&
    (!actorTypes || (type !== null && actorTypes.includes(type))) &&
    (!actors || (change.actor !== null && actors.includes(change.actor))) &&
    (!occurredAt || isWithin(occurredAt, change.occurredAt))
  );
}
