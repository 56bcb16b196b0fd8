import type { Sort } from './order.ts';
import { empty, type ModelName, raw, ref, type Sql, sql, table } from './table.ts';
import type { Slot } from './template.ts';
import { and, conditions, type Where } from './where.ts';

/**
 * A list of rows, as a connection shows it: all that an account has of a model, or those that belong to a parent.
 * Declared once; page, count and facet statements follow from it.
 */
export interface List<M extends ModelName = ModelName> {
  /** `Type.field` as in the schema: names the statements, and binds cursors to the list. */
  readonly name: string;
  readonly model: M;
  /** The column of the listed rows that holds the parent's id. */
  readonly by?: string;
  /** The table between, where parent and rows are many to many. */
  readonly through?: { readonly model: ModelName; readonly parent: string; readonly child: string };
  /** What every row of the list fulfils. */
  readonly only?: Where;
  /** The order when none is asked for. */
  readonly order: readonly Sort[];
}

/** The alias of the listed rows in every statement, and that of the parents' ids. */
export const rows = 't';
export const parent = 'p';

/** Whether a list is of a parent's rows. */
export const isNested = (list: List): boolean => list.by !== undefined || list.through !== undefined;

/** `from … where …` for the rows of the parent at hand that fulfil `where`; more may be added with `and`. */
export function fromList(list: List, accountId: string | Slot, where: Where): Sql {
  const all = [...conditions(list.model, list.only ?? {}, rows), ...conditions(list.model, where, rows)];
  return sql`${fromWholeList(list, accountId)}${and(all)}`;
}

function fromWholeList(list: List, accountId: string | Slot): Sql {
  const { name, visible, column } = table(list.model);
  const scope = visible(rows, accountId);
  if (list.through !== undefined) {
    const between = table(list.through.model);
    return sql`from ${between.name} j join ${name} ${raw(rows)}
      on ${ref(rows, column('id'))} = ${ref('j', between.column(list.through.child))} and ${scope}
      where ${between.visible('j', accountId)} and ${ref('j', between.column(list.through.parent))} = ${raw(parent)}.id`;
  }
  const own = list.by === undefined ? empty : sql` and ${ref(rows, column(list.by))} = ${raw(parent)}.id`;
  return sql`from ${name} ${raw(rows)} where ${scope}${own}`;
}

/** The parents as a relation `p(id)`: one row without id where the list hangs on nothing. */
export function fromParents(list: List, parents: readonly string[] | Slot): Sql {
  if (!isNested(list)) return sql`from (select ''::text as id) ${raw(parent)}`;
  return sql`from unnest(${parents}::text[]) ${raw(parent)}(id)`;
}

export const statementName = (list: List, what: string): Sql => raw(`/* ${list.name} ${what} */`);
