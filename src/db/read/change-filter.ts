import { anyOf, empty, type Row, ref, type Sql, sql, table } from '../model/table.ts';

type FilteredChange = Pick<Row<'CustomerEvent'>, 'subjectId' | 'action' | 'changes'>;

/** Conditions compare only the change itself, so the same change always gives the same result. */
export interface ChangeFilter {
  readonly ids?: readonly string[] | null | undefined;
  readonly actions?: readonly FilteredChange['action'][] | null | undefined;
  readonly paths?: PathFilter | null | undefined;
}

export interface PathFilter {
  readonly roots: readonly string[];
  readonly known?: readonly string[];
}

const { column } = table('CustomerEvent');

function pathCondition({ roots, known }: PathFilter, changes: Sql): Sql {
  const root = sql`split_part(changed ->> 'field', '.', 1)`;
  const unknown = known ? sql` or not ${root} = ${anyOf(known, 'text')}` : empty;
  return sql`exists (select from jsonb_array_elements(${changes}) changed
    where ${root} = ${anyOf(roots, 'text')}${unknown})`;
}

/** Excludes rows without a position: they are not published yet. */
export function changeConditions({ ids, actions, paths }: ChangeFilter, alias: string): readonly Sql[] {
  const of = (name: string) => ref(alias, column(name));
  return [
    sql`${of('position')} > 0`,
    ...(ids ? [sql`${of('subjectId')} = ${anyOf(ids, 'text')}`] : []),
    ...(actions ? [sql`${of('action')} = ${anyOf(actions, column('action').type)}`] : []),
    ...(paths ? [pathCondition(paths, of('changes'))] : []),
  ];
}

const rootsIn = ({ changes }: FilteredChange): readonly string[] =>
  // A check constraint keeps it an array, and only the gateway writes its elements.
  (changes as unknown as readonly { readonly field: string }[]).map(
    ({ field }) => field.split('.', 1)[0] ?? '',
  );

/** Whether a change matches the filter. Must agree with `changeConditions`. */
export function matchesChange(change: FilteredChange, { ids, actions, paths }: ChangeFilter): boolean {
  return (
    (!ids || ids.includes(change.subjectId)) &&
    (!actions || actions.includes(change.action)) &&
    (!paths ||
      rootsIn(change).some(
        (root) => paths.roots.includes(root) || (paths.known !== undefined && !paths.known.includes(root)),
      ))
  );
}
