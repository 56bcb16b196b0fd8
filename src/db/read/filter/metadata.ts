import type { Maybe } from '../../../maybe.ts';
import { type ColumnOf, type ModelName, raw, ref, sql, table } from '../../model/table.ts';
import type { Condition } from './condition.ts';

/** A value at a path of keys. */
export interface MetadataFilter {
  readonly path: readonly string[];
  readonly equals?: Maybe<string>;
  readonly exists?: Maybe<boolean>;
}

/** A condition on a value within a column of JSON. No index serves it. */
export function metadata<M extends ModelName>(
  model: M,
  name: ColumnOf<M>,
  description: string,
): Condition<MetadataFilter> {
  const column = table(model).column(name);
  return {
    type: 'MetadataFilter',
    description,
    computed: () => 1,
    sql({ path, equals, exists }, alias) {
      const value = sql`(${ref(alias, column)} #>> ${path}::text[])`;
      return [
        ...(typeof equals === 'string' ? [sql`${value} = ${equals}::text`] : []),
        ...(typeof exists === 'boolean' ? [sql`${value} ${raw(exists ? 'is not null' : 'is null')}`] : []),
      ];
    },
  };
}
