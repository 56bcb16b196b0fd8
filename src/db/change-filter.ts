import { anyOf, empty, type Row, ref, type Sql, sql, table } from './table.ts';

type Change = Pick<Row<'CustomerEvent'>, 'subjectId' | 'action' | 'changes'>;

/**
 * Conditions of a list of changes. They compare only the change
 * itself, so the same change always gives the same result.
 */
export interface ChangeFilter {
  /** The ids of the changed customers. */
  readonly ids?: readonly string[] | null | undefined;
  readonly actions?: readonly Change['action'][] | null | undefined;
  readonly paths?: PathFilter | null | undefined;
}

/** A condition on the first parts of the paths of the changed fields. */
export interface PathFilter {
  readonly roots: readonly string[];
  /** If given, paths whose first part is not in this list match, too. */
  readonly known?: readonly string[];
}

const { column } = table('CustomerEvent');

function pathCondition({ roots, known }: PathFilter, changes: Sql): Sql {
  const root = sql`split_part(changed ->> 'field', '.', 1)`;
  const unknown = known ? sql` or not ${root} = ${anyOf(known, 'text')}` : empty;
  return sql`exists (select from jsonb_array_elements(${changes}) changed
    where ${root} = ${anyOf(roots, 'text')}${unknown})`;
}

/**
 * The conditions on rows of changes at `alias`. Rows without
 * a position are not published yet and are excluded.
 */
export function changeConditions({ ids, actions, paths }: ChangeFilter, alias: string): readonly Sql[] {
  const of = (name: string) => ref(alias, column(name));
  return [
    sql`${of('position')} > 0`,
    ...(ids ? [sql`${of('subjectId')} = ${anyOf(ids, 'text')}`] : []),
    ...(actions ? [sql`${of('action')} = ${anyOf(actions, column('action').type)}`] : []),
    ...(paths ? [pathCondition(paths, of('changes'))] : []),
  ];
}

const rootsIn = ({ changes }: Change): readonly string[] =>
  // A check constraint keeps it an array, and only the gateway writes its elements.
  (changes as unknown as readonly { readonly field: string }[]).map(
    ({ field }) => field.split('.', 1)[0] ?? '',
  );

/** Whether a change matches the filter. Must agree with `changeConditions`. */
export function matchesChange(change: Change, { ids, actions, paths }: ChangeFilter): boolean {
  return (
    (!ids || ids.includes(change.subjectId)) &&
    (!actions || actions.includes(change.action)) &&
    (!paths ||
      rootsIn(change).some(
        (root) => paths.roots.includes(root) || (paths.known !== undefined && !paths.known.includes(root)),
      ))
  );
}
