import { currencyCodes } from '../../../currency-codes.ts';
import type { Maybe } from '../../../maybe.ts';
import { type ColumnOf, type ModelName, raw, ref, type Sql, sql, table } from '../../model/table.ts';
import type { Condition } from './condition.ts';

/** Amounts in a unit, which is given by its id or its abbreviation. */
export interface QuantityFilter {
  readonly from?: Maybe<string>;
  readonly to?: Maybe<string>;
  readonly unitId?: Maybe<string>;
  readonly unit?: Maybe<string>;
  readonly exists?: Maybe<boolean>;
}

/** An amount in the base unit is `(amount * factor + shift) / divisor`. */
const units = raw(`(select id, account_id, type, abbreviation, is_base_unit,
    ratio_numerator * offset_denominator as factor, offset_numerator * ratio_denominator as shift,
    ratio_denominator * offset_denominator as divisor, ratio_numerator * ratio_denominator as direction
  from units)`);

/** Exchange rates change, so a currency of the system or of ISO 4217 is compared only with itself. */
const hasFixedRatio = (unit: string): Sql =>
  sql`(${raw(unit)}.type <> 'CURRENCY' or ${raw(unit)}.is_base_unit
    or (${raw(unit)}.account_id is not null and ${raw(unit)}.abbreviation <> all(${currencyCodes}::text[])))`;

const given = ({ unitId, unit }: QuantityFilter): Sql =>
  unitId
    ? sql`${unitId}::text`
    : sql`(select id from units where abbreviation = ${unit} order by account_id nulls last limit 1)`;

/** The units `u` that can be converted to the given one, `g`, and a sign by which to multiply both sides of a comparison. */
const convertible = (filter: QuantityFilter): Sql =>
  sql`${units} g join ${units} u
    on u.type = g.type and (u.id = g.id or (${hasFixedRatio('g')} and ${hasFixedRatio('u')}))
    cross join lateral (select sign(g.direction * g.divisor * u.divisor) as sign) s
    where g.id = ${given(filter)}`;

interface Amount {
  readonly value: Sql;
  readonly unit: Sql;
}

/** Exact, since nothing is divided. PostgreSQL evaluates the subqueries, which have a number for each unit, once. */
function compare({ value, unit }: Amount, operator: '>=' | '<=', bound: string, filter: QuantityFilter): Sql {
  const ofUnit = (number: Sql) =>
    sql`((select jsonb_object_agg(u.id, ${number}) from ${convertible(filter)}) -> ${unit})::numeric`;
  const factor = ofUnit(sql`s.sign * u.factor * g.divisor`);
  const limit = ofUnit(
    sql`s.sign * ((${bound}::numeric * g.factor + g.shift) * u.divisor - u.shift * g.divisor)`,
  );
  return sql`${value} * ${factor} ${raw(operator)} ${limit}`;
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
    computed: ({ from, to }) => [from, to].filter(Boolean).length,
    sql(filter, alias) {
      const { from, to, unitId, unit, exists } = filter;
      const amount = { value: ref(alias, columns[0]), unit: ref(alias, columns[1]) };
      return [
        ...(typeof exists === 'boolean'
          ? [sql`${amount.value} ${raw(exists ? 'is not null' : 'is null')}`]
          : []),
        ...(unitId || unit
          ? [sql`${amount.unit} = any(array(select u.id from ${convertible(filter)}))`]
          : []),
        ...(from ? [compare(amount, '>=', from, filter)] : []),
        ...(to ? [compare(amount, '<=', to, filter)] : []),
      ];
    },
  };
}
