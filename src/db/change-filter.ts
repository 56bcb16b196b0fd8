import { anyOf, type Row, ref, type Sql, sql, table } from './table.ts';

type Change = Pick<Row<'CustomerEvent'>, 'subjectId' | 'action' | 'changes'>;

/**
 * Conditions of a list of changes. They compare only the change
 * itself, so the same change always gives the same result.
 */
export interface ChangeFilter {
  /** The ids of the changed customers. */
  readonly ids?: readonly string[] | null | undefined;
  readonly actions?: readonly Change['action'][] | null | undefined;
  /** Paths in Customer; each matches changes of that field and of the fields below it. */
  readonly fields?: readonly string[] | null | undefined;
}

const { column } = table('CustomerEvent');

/**
 * The conditions on rows of changes at `alias`. Rows without
 * a position are not published yet and are excluded.
 */
export function changeConditions({ ids, actions, fields }: ChangeFilter, alias: string): readonly Sql[] {
  const of = (name: string) => ref(alias, column(name));
  return [
    sql`${of('position')} > 0`,
    ...(ids ? [sql`${of('subjectId')} = ${anyOf(ids, 'text')}`] : []),
    ...(actions ? [sql`${of('action')} = ${anyOf(actions, column('action').type)}`] : []),
    ...(fields
      ? [
          sql`exists (select from jsonb_array_elements(${of('changes')}) changed, unnest(${fields}::text[]) path
            where changed ->> 'field' = path or starts_with(changed ->> 'field', path || '.'))`,
        ]
      : []),
  ];
}

const fieldsOf = ({ changes }: Change): readonly string[] =>
  // A check constraint keeps it an array, and only the gateway writes its elements.
  (changes as unknown as readonly { readonly field: string }[]).map(({ field }) => field);

/** Whether a change matches the filter. Must agree with `changeConditions`. */
export function fulfils(change: Change, { ids, actions, fields }: ChangeFilter): boolean {
  return (
    (!ids || ids.includes(change.subjectId)) &&
    (!actions || actions.includes(change.action)) &&
    (!fields ||
      fieldsOf(change).some((field) => fields.some((path) => field === path || field.startsWith(`${path}.`))))
  );
}
