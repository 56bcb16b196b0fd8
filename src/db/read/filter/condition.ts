import type { NodeType } from '../../model/id.ts';
import type { ModelName, Sql } from '../../model/table.ts';

/** The filters of related rows, by their names. */
export interface Related {
  /** The filter's table under an alias, with the tables that its conditions also read. */
  from(filter: string, alias: string): Sql;
  /** Conditions that must all hold. */
  conditions(filter: string, value: object, alias: string): readonly Sql[];
  /** The amount of a row, with its currency, of a filter whose definition has one. */
  amountOf(filter: string, alias: string): { readonly amount: Sql; readonly currency: Sql };
  /** Whether a filter has comparisons that neither an index nor a key column serves. */
  computes(filter: string, value: object): boolean;
}

/** The value of a condition on one related row: a filter that it must match. */
export interface One<F extends string> {
  readonly one: F;
}

/** The value of a condition on a list of related rows: filters that `some`, `none` or `every` one must match, their number or sum. */
export interface Many<F extends string> {
  readonly many: F;
}

/** The fields that combine filters. */
export interface Combined {
  readonly and?: readonly object[] | null;
  readonly or?: readonly object[] | null;
  readonly not?: object | null;
}

/** A field of a filter: its GraphQL type, its price and its SQL. Null and absent values never reach it. */
export interface Condition<V = unknown> {
  /** In brackets if a value is a list. */
  readonly type: string | readonly [string];
  readonly description: string;
  /** `filterCondition` by default; that of a relation is in addition to its inner conditions. */
  readonly price?: 'filterByKey' | 'filterCondition' | 'filterReference' | 'filterRelated';
  /** The type of the ids in a value. */
  readonly idsOf?: NodeType;
  /** The filter in a value: of the row that a column refers to, of any row of a list, or of some, none or every one. */
  readonly relation?: { readonly to: string; readonly kind: 'one' | 'any' | 'many' };
  /** The number of comparisons that neither an index nor a key column serves. */
  computed?(value: V): number;
  /**
   * Whether PostgreSQL would estimate about as many rows for any other value that gives the same SQL, so that one plan
   * serves all of them. Never by default, except where only `exists` is given.
   */
  hasOnePlan?(value: V): boolean;
  /** Conditions that must all hold; none for a value that restricts nothing. */
  sql(value: V, alias: string, related: Related): readonly Sql[];
}

/** A filter: the fields by which the rows of a model can be restricted. */
export interface Definition {
  readonly model: ModelName;
  readonly description: string;
  /** The noun for matching rows: "customers". */
  readonly rows: string;
  readonly fields: Readonly<Record<string, Condition>>;
  /** The columns of an amount and its currency, whose sums can be compared. */
  readonly amount?: { readonly value: string; readonly currency: string };
  /** Joins, at most one row each, of the tables that conditions read in addition to the model's. */
  joins?(alias: string): Sql;
}

/** The description of a filter, whose lists are of values. */
export const describeFilter = (rows: string): string =>
  `The conditions that ${rows} must match. Fields are combined with AND, the values of a list with OR. Absent and null fields have no effect.`;
