import { currencyCodes } from '../../../currency-codes.ts';
import type { Maybe } from '../../../maybe.ts';
import { type ColumnOf, type ModelName, raw, ref, type Sql, sql, table } from '../../model/table.ts';
import type { Condition } from './condition.ts';
import { presence } from './presence.ts';

/** Amounts in a unit, which is given by its id or its abbreviation. */
export interface QuantityFilter {
  readonly from?: Maybe<string>;
  readonly to?: Maybe<string>;
  readonly unitId?: Maybe<string>;
  readonly unit?: Maybe<string>;
  readonly exists?: Maybe<boolean>;
}

interface Amount {
  readonly value: Sql;
  readonly unit: Sql;
}

/** The factor and the bound of a row's unit, if it can be converted to the given one. PostgreSQL computes all of them once. */
function boundOf(unit: Sql, amount: string, filter: QuantityFilter): Sql {
  const wanted = filter.unitId || filter.unit;
  return sql`((select unit_bounds(${wanted}, ${!filter.unitId}, ${amount}, ${currencyCodes}::text[])) -> ${unit})`;
}

function compare(
  { value, unit }: Amount,
  operator: '>=' | '<=',
  amount: string,
  filter: QuantityFilter,
): Sql {
  const bound = boundOf(unit, amount, filter);
  return sql`${value} * (${bound} -> 0)::numeric ${raw(operator)} (${bound} -> 1)::numeric`;
}

/** A condition on a quantity, whose value and unit are in two columns. */
export function quantity<M extends ModelName>(
  model: M,
  [value, unit]: readonly [value: ColumnOf<M>, unit: ColumnOf<M>],
  description: string,
): Condition<QuantityFilter> {
  const columns = [table(model).column(value), table(model).column(unit)] as const;
  return {
    type: 'QuantityFilter',
    description,
    price: 'filterReference',
    hasOnePlan: () => true,
    computed: ({ from, to }) => [from, to].filter(Boolean).length,
    sql(filter, alias) {
      const { from, to, unitId, unit, exists } = filter;
      const amount = { value: ref(alias, columns[0]), unit: ref(alias, columns[1]) };
      return [
        ...presence(amount.value, exists),
        ...((unitId || unit) && !from && !to ? [sql`${boundOf(amount.unit, '0', filter)} is not null`] : []),
        ...(from ? [compare(amount, '>=', from, filter)] : []),
        ...(to ? [compare(amount, '<=', to, filter)] : []),
      ];
    },
  };
}
