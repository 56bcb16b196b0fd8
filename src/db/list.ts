import type { Sort } from './order.ts';
import { empty, type ModelName, raw, ref, type Sql, sql, table } from './table.ts';
import type { Slot } from './template.ts';
import { and, conditions, type Where } from './where.ts';

/**
 * A list of rows that a connection shows: all rows of a model in an account, or those
 * of a parent. Declared once; the page, count and facet statements are derived from it.
 */
export interface List<M extends ModelName = ModelName> {
  /** `Type.field` as in the schema. Names the statements and binds cursors to the list. */
  readonly name: string;
  readonly model: M;
  /** The column of the listed rows that holds the parent's id. */
  readonly by?: string;
  /** The join table of a many-to-many list. */
  readonly through?: { readonly model: ModelName; readonly parent: string; readonly child: string };
  /** A condition that every row of the list matches. */
  readonly only?: Where;
  /** The default order. */
  readonly order: readonly Sort[];
}

/** The aliases of the listed rows and of the parents' ids in every statement. */
export const rows = 't';
export const parent = 'p';

/** Whether a list belongs to a parent. */
export const isNested = (list: List): boolean => list.by !== undefined || list.through !== undefined;

/** `from … where …` for the current parent's rows that match `where`; `and` can add more conditions. */
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

/** The parents as a relation `p(id)`; for a list without a parent, one row with an empty id. */
export function fromParents(list: List, parents: readonly string[] | Slot): Sql {
  if (!isNested(list)) return sql`from (select ''::text as id) ${raw(parent)}`;
  return sql`from unnest(${parents}::text[]) ${raw(parent)}(id)`;
}

export const statementName = (list: List, what: string): Sql => raw(`/* ${list.name} ${what} */`);
