import type { Context } from '../../context.ts';
import type { ColumnOf, ModelName, Row } from '../../db/model/table.ts';

/**
 * The columns that a resolver reads: of its parent's row, and of rows of other models that it loads itself.
 * Only declared columns are read from the database; if a resolver declares nothing, all are.
 */
export interface DeclaredReads {
  readonly parent?: readonly string[];
  readonly others?: Partial<Record<ModelName, readonly string[] | 'all'>>;
}

export const reads = (
  parent: readonly string[] = [],
  others: NonNullable<DeclaredReads['others']> = {},
): { readonly reads: DeclaredReads } => ({ reads: { parent, others } });

/** Declares, in a type's `extensions`, that it shows columns of a model with another name. */
export const partOf = (model: ModelName) => ({ partOf: model });

/** A resolver whose type allows only the declared columns of the parent's row. */
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
