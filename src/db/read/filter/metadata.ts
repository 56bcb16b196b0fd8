import type { Maybe } from '../../../maybe.ts';
import { anyOf, type ColumnOf, type ModelName, ref, sql, table } from '../../model/table.ts';
import type { Condition } from './condition.ts';
import { presence } from './presence.ts';

/** A value at a path of keys. */
export interface MetadataFilter {
  readonly path: readonly string[];
  readonly equals?: Maybe<string>;
  readonly in?: Maybe<readonly string[]>;
  readonly contains?: Maybe<string>;
  readonly from?: Maybe<string>;
  readonly to?: Maybe<string>;
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
    computed: ({ path: _, exists: __, ...comparisons }) =>
      Math.max(1, Object.values(comparisons).filter((each) => each != null).length),
    hasOnePlan: () => true,
    sql({ path, equals, in: list, contains, from, to, exists }, alias) {
      const value = sql`(${ref(alias, column)} #>> ${path}::text[])`;
      const number = sql`(case jsonb_typeof(${ref(alias, column)} #> ${path}::text[])
        when 'number' then ${value}::numeric end)`;
      return [
        ...(typeof equals === 'string' ? [sql`${value} = ${equals}::text`] : []),
        ...(list ? [sql`${value} = ${anyOf(list, 'text')}`] : []),
        ...(typeof contains === 'string'
          ? [sql`strpos(search_normalize(${value}), (select address_key(${contains}::text))) > 0`]
          : []),
        ...(from == null ? [] : [sql`${number} >= ${from}::numeric`]),
        ...(to == null ? [] : [sql`${number} <= ${to}::numeric`]),
        ...presence(value, exists),
      ];
    },
  };
}
