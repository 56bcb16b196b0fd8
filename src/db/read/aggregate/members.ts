import { empty, join, raw, ref, type Sql, sql, table } from '../../model/table.ts';
import { fromList, type List, rows, unionAll, type Where } from '../list.ts';
import { columnsOfKey, expressionOf, type Grouped, joinsOf, keyOf } from './group-key.ts';

/** The columns with the amount of a row and its unit, which are both null or neither. */
export const amounts = {
  Customer: { value: 'creditLimitValue', unit: 'creditLimitUnitId' },
  Order: { value: 'totalAmount', unit: 'currencyCode' },
} as const satisfies Readonly<Record<Grouped, object>>;

export interface Members {
  readonly list: List<Grouped>;
  readonly accountId: string;
  readonly where: Where;
  readonly groupBy: readonly string[];
  /** More columns of the rows that the members have. */
  readonly columns: readonly string[];
}

export const keyColumns = (groupBy: readonly string[], alias: string): readonly Sql[] =>
  groupBy.map((_, at) => raw(`${alias}.k${at}`));

export const hasLabel = ({ model }: List<Grouped>, name: string): boolean =>
  expressionOf(model, keyOf(model, name)).label !== undefined;

/** The columns with the labels of the keys that have one. */
export const labelsOf = (list: List<Grouped>, groupBy: readonly string[]): readonly Sql[] =>
  groupBy.flatMap((name, at) => (hasLabel(list, name) ? [raw(`v${at}`)] : []));

/** The rows of a list with the keys `k0`, `k1` …: once for each combination of their values. */
export function membersOf({ list, accountId, where, groupBy, columns }: Members): Sql {
  const { model } = list;
  const { column } = table(model);
  const keys = groupBy.map((name) => keyOf(model, name));
  const selected = keys.map((key, at) => {
    const { value, label } = expressionOf(model, key);
    return { value, label, k: raw(`k${at}`), v: raw(`v${at}`) };
  });
  const joins = joinsOf(keys, where);
  const own = columns.map((name) => ref(rows, column(name)));
  const sources = fromList(list, accountId, where);
  const asKeys = selected.map(({ value, k }) => sql`${value} as ${k}`);
  const labels = (form: (label: Sql) => Sql) =>
    selected.flatMap(({ label, v }) => (label ? [sql`${form(label)} as ${v}`] : []));
  const plain = listOf([...asKeys, ...labels((label) => label), ...own]);
  if (joins.length === 0) return unionAll(sources.map((source) => sql`select ${plain} ${source}`));
  const read = new Set([
    ...['accountId', 'id', ...columns].map((name) => column(name).column),
    ...keys.flatMap((key) => columnsOfKey(model, key)),
  ]);
  const inner = join([...read].map((name) => raw(`${rows}."${name}"`)));
  const all = unionAll(sources.map((source) => sql`select ${inner} ${source}`));
  const from = sql`from (${all}) ${raw(rows)} ${join(
    joins.map((each) => each.sql),
    ' ',
  )}`;
  if (!joins.some(({ repeats }) => repeats)) return sql`select ${plain} ${from}`;
  const distinct = join([raw(`${rows}.id`), ...selected.map(({ value }) => value), ...own]);
  return sql`select ${listOf([...asKeys, ...labels((label) => sql`min(${label})`), ...own])} ${from}
    group by ${distinct}`;
}

const listOf = (items: readonly Sql[]): Sql => (items.length === 0 ? empty : join(items));
