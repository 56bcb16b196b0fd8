import type { Context } from '../context.ts';
import type { ColumnOf, ModelName, Row } from '../db/table.ts';

/**
 * What a field's resolver reads of rows: columns of its parent's row, and of other models' that it loads itself (what
 * it loads for a field of a model's own type is seen from what is selected there). Only declared columns are read from
 * the database; where a resolver declares nothing, all are.
 */
export interface DeclaredReads {
  readonly parent?: readonly string[];
  readonly others?: Partial<Record<ModelName, readonly string[] | 'all'>>;
}

/** For a field's `extensions`. */
export const reads = (
  parent: readonly string[] = [],
  others: NonNullable<DeclaredReads['others']> = {},
): { readonly reads: DeclaredReads } => ({ reads: { parent, others } });

/** For the `extensions` of a type that shows columns of a model with another name. */
export const partOf = (model: ModelName) => ({ partOf: model });

/** A resolver that is typed to read no other columns of the parent's row than it declares. */
export function reading<M extends ModelName>(_model: M) {
  return <K extends ColumnOf<M>, Value>(
    columns: readonly K[],
    resolve: (
      row: Pick<Row<M>, K | ('id' extends ColumnOf<M> ? 'id' & ColumnOf<M> : never)>,
      args: object,
      context: Context,
    ) => Value,
  ) => ({ resolve, extensions: reads(columns) });
}
