import { endOf, startOf } from '../../../day.ts';
import type { Maybe } from '../../../maybe.ts';
import type { NodeType } from '../../model/id.ts';
import {
  anyOf,
  type ColumnOf,
  type ModelName,
  type Row,
  raw,
  ref,
  type Sql,
  sql,
  table,
} from '../../model/table.ts';
import { isAmong } from '../is-among.ts';
import type { Condition, One } from './condition.ts';
import { type MoneyFilter, money } from './money.ts';
import { presence } from './presence.ts';
import { type QuantityFilter, quantity } from './quantity.ts';
import { one } from './relation.ts';
import { comparisonsIn, type StringFilter, textConditions } from './text.ts';

interface Range<V> {
  readonly from?: Maybe<V>;
  readonly to?: Maybe<V>;
  readonly exists?: Maybe<boolean>;
}

/** Instants, or days in UTC: `from` the start of the day, `to` the end of the day. */
export type DateTimeRange = Range<string>;
export type IntRange = Range<number>;

const rangeTypes: Readonly<Record<string, string>> = { timestamptz: 'DateTimeRange', integer: 'IntRange' };

type Value<M extends ModelName, C extends ColumnOf<M>> = NonNullable<Row<M>[C]>;

/** Both bounds are inclusive, and a day is a whole day. */
const rangeConditions = ({ from, to, exists }: Range<unknown>, column: Sql, type: string): readonly Sql[] => [
  ...presence(column, exists),
  ...(from == null ? [] : [sql`${column} >= ${startOf(from)}::${raw(type)}`]),
  ...(to == null ? [] : [sql`${column} <= ${endOf(to)}::${raw(type)}`]),
];

/** A condition on a text whose key is computed for each row. */
export const computedText = (text: (alias: string) => Sql, description: string): Condition<StringFilter> => ({
  type: 'StringFilter',
  description,
  computed: comparisonsIn,
  hasOnePlan: () => true,
  sql: (filter, alias) =>
    textConditions(sql`search_normalize(${text(alias)}) collate "C"`, filter, text(alias)),
});

function labelOf(value: unknown): string {
  const label = String(value);
  if (!/^\w+$/.test(label)) throw new Error(`${label} is not a value of an enum.`);
  return label;
}

/** For relations to one row. */
export const existence: Condition<boolean> = {
  type: 'Boolean',
  description:
    'Whether the object of a relation, such as `CustomerFilter.salesRep`, exists. If it does not exist, no other condition matches.',
  hasOnePlan: () => true,
  sql: (exists) => [raw(String(exists))],
};

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

  /** The values of an enum are few, so that each set of them has a statement, and a plan, of its own. */
  const isOneOf = (name: ColumnOf<M>) => {
    const { type, of } = own(name);
    return (values: readonly unknown[], alias: string) => [
      sql`${of(alias)} = any(${raw(`'{${values.map(labelOf).join()}}'::${type}[]`)})`,
    ];
  };

  return {
    /** One of the given ids, of the rows themselves or of rows that a column refers to. */
    ids: (name: ColumnOf<M>, idsOf: NodeType, description: string): Condition<readonly string[]> => ({
      type: ['ID'],
      description,
      price: name === 'id' ? 'filterByKey' : 'filterCondition',
      idsOf,
      hasOnePlan: () => name === 'id',
      sql: isIn(name),
    }),

    /** One of the given values of an enum. */
    values: <C extends ColumnOf<M>>(
      name: C,
      type: string,
      description: string,
    ): Condition<readonly Value<M, C>[]> => ({
      type: [type],
      description,
      hasOnePlan: () => true,
      sql: isOneOf(name),
    }),

    /** The given value of an enum. */
    value: <C extends ColumnOf<M>>(name: C, type: string, description: string): Condition<Value<M, C>> => {
      const condition = isOneOf(name);
      return { type, description, hasOnePlan: () => true, sql: (value, alias) => condition([value], alias) };
    },

    /** A range of times or numbers. */
    range: <C extends ColumnOf<M>>(
      name: C,
      description: string,
    ): Condition<Value<M, C> extends number ? IntRange : DateTimeRange> => {
      const { type, of } = own(name);
      return {
        type: rangeTypes[type] ?? '',
        description,
        sql: (range: Range<unknown>, alias) => rangeConditions(range, of(alias), type),
      };
    },

    /** A text that has its key in a column of its own, and is rarely the same in many rows. */
    keyedText: (name: ColumnOf<M>, description: string): Condition<StringFilter> => {
      const { column } = table(model).column(name);
      return {
        type: 'StringFilter',
        description,
        hasOnePlan: ({ in: list, startsWith }) => list == null && startsWith == null,
        sql: (filter, alias) => textConditions(raw(`${alias}.${column}_key`), filter),
      };
    },

    /** A text without a key column: the key is computed for each row. */
    text: (name: ColumnOf<M>, description: string): Condition<StringFilter> =>
      computedText(own(name).of, description),

    /** A boolean column. */
    flag: (name: ColumnOf<M>, description: string): Condition<boolean> => {
      const { of } = own(name);
      return {
        type: 'Boolean',
        description,
        hasOnePlan: () => true,
        sql: (wanted, alias) => [sql`${raw(wanted ? '' : 'not ')}${of(alias)}`],
      };
    },

    /** A quantity whose value and unit are in two columns. */
    quantity: (value: ColumnOf<M>, unit: ColumnOf<M>, description: string): Condition<QuantityFilter> =>
      quantity(model, [value, unit], description),

    /** A sum of money whose amount and currency are in two columns. */
    money: (amount: ColumnOf<M>, currency: ColumnOf<M>, description: string): Condition<MoneyFilter> =>
      money(model, [amount, currency], description),

    /** A filter of the row that a column refers to. */
    one: <F extends string>(name: ColumnOf<M>, filter: F, description: string): Condition<One<F>> =>
      one(model, name, filter, description),

    /** A condition with SQL of its own, in which the value only selects the text, on a column. */
    custom: <V>(
      name: ColumnOf<M>,
      type: Condition['type'],
      description: string,
      condition: (value: V, column: Sql) => Sql,
    ): Condition<V> => {
      const { of } = own(name);
      return {
        type,
        description,
        hasOnePlan: () => true,
        sql: (value, alias) => [condition(value, of(alias))],
      };
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
