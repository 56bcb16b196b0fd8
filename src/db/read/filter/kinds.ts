import type { Maybe } from '../../../maybe.ts';
import type { NodeType } from '../../model/id.ts';
import {
  anyOf,
  type ColumnOf,
  type ModelName,
  type Row,
  ref,
  type Sql,
  sql,
  table,
} from '../../model/table.ts';
import { isAmong } from '../is-among.ts';
import type { Condition } from './condition.ts';

export interface DateTimeRange {
  readonly from?: Maybe<string>;
  readonly to?: Maybe<string>;
}

type Value<M extends ModelName, C extends ColumnOf<M>> = NonNullable<Row<M>[C]>;

/** Both bounds are inclusive. */
function rangeConditions({ from, to }: DateTimeRange, column: Sql): readonly Sql[] {
  return [
    ...(from ? [sql`${column} >= ${from}::timestamptz`] : []),
    ...(to ? [sql`${column} <= ${to}::timestamptz`] : []),
  ];
}

/** The kinds of conditions on a model's own columns. A new kind is a function that returns a condition. */
export function conditionsOn<M extends ModelName>(model: M) {
  const own = (name: ColumnOf<M>) => {
    const column = table(model).column(name);
    return { type: column.type, of: (alias: string) => ref(alias, column) };
  };
  const isIn = (name: ColumnOf<M>) => {
    const { type, of } = own(name);
    return (values: readonly unknown[], alias: string) => [sql`${of(alias)} = ${anyOf(values, type)}`];
  };

  return {
    /** One of the given ids, of the rows themselves or of rows that a column refers to. */
    ids: (name: ColumnOf<M>, idsOf: NodeType, description: string): Condition<readonly string[]> => ({
      type: ['ID'],
      description,
      price: name === 'id' ? 'filterByKey' : 'filterCondition',
      idsOf,
      sql: isIn(name),
    }),

    /** One of the given values of an enum. */
    values: <C extends ColumnOf<M>>(
      name: C,
      type: string,
      description: string,
    ): Condition<readonly Value<M, C>[]> => ({ type: [type], description, sql: isIn(name) }),

    range: (name: ColumnOf<M>, description: string): Condition<DateTimeRange> => {
      const { of } = own(name);
      return {
        type: 'DateTimeRange',
        description,
        sql: (range, alias) => rangeConditions(range, of(alias)),
      };
    },

    /** A condition with SQL of its own, on a column. */
    custom: <V>(
      name: ColumnOf<M>,
      type: Condition['type'],
      description: string,
      condition: (value: V, column: Sql) => Sql,
    ): Condition<V> => {
      const { of } = own(name);
      return { type, description, sql: (value, alias) => [condition(value, of(alias))] };
    },

    /** Whether the row's key is among the rows that a statement selects. */
    among: <V>(type: Condition['type'], description: string, select: (value: V) => Sql): Condition<V> => ({
      type,
      description,
      price: 'filterRelated',
      sql: (value, alias) => [isAmong(alias, select(value))],
    }),
  };
}
