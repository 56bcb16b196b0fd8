import { anyOf, type Row, ref, type Sql, sql, table } from './table.ts';

type Change = Pick<Row<'CustomerEvent'>, 'subjectId' | 'action' | 'changes'>;

/** What restricts a list of changes: only what a change says itself, so that it is the same whenever it is asked. */
export interface ChangeFilter {
  /** The customers that it was about. */
  readonly ids?: readonly string[] | null | undefined;
  readonly actions?: readonly Change['action'][] | null | undefined;
  /** Paths in Customer: a change of one of them, or of what is below it. */
  readonly fields?: readonly string[] | null | undefined;
}

const { column } = table('CustomerEvent');

/** The conditions on rows of changes at `alias`. Those without a position are no changes yet. */
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
  // A check constraint keeps it an array; what is in it only the gateway writes.
  (changes as unknown as readonly { readonly field: string }[]).map(({ field }) => field);

/** Whether a change is of those that the same conditions let through. */
export function fulfils(change: Change, { ids, actions, fields }: ChangeFilter): boolean {
  return (
    (!ids || ids.includes(change.subjectId)) &&
    (!actions || actions.includes(change.action)) &&
    (!fields ||
      fieldsOf(change).some((field) => fields.some((path) => field === path || field.startsWith(`${path}.`))))
  );
}
