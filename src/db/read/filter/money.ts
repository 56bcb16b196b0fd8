import type { Maybe } from '../../../maybe.ts';
import { type ColumnOf, type ModelName, ref, type Sql, sql, table } from '../../model/table.ts';
import type { Condition } from './condition.ts';
import { presence } from './presence.ts';

/** Amounts in one currency; other currencies do not match. */
export interface MoneyFilter {
  readonly from?: Maybe<string>;
  readonly to?: Maybe<string>;
  readonly currencyCode?: Maybe<string>;
  readonly exists?: Maybe<boolean>;
}

/** A condition on a sum of money, whose amount and currency are in two columns. */
export function money<M extends ModelName>(
  model: M,
  [amount, currency]: readonly [amount: ColumnOf<M>, currency: ColumnOf<M>],
  description: string,
): Condition<MoneyFilter> {
  const columns = [table(model).column(amount), table(model).column(currency)] as const;
  return {
    type: 'MoneyFilter',
    description,
    sql({ from, to, currencyCode, exists }, alias): readonly Sql[] {
      const [value, code] = [ref(alias, columns[0]), ref(alias, columns[1])];
      return [
        ...presence(value, exists),
        ...(currencyCode ? [sql`${code} = upper(${currencyCode}::text)`] : []),
        ...(from ? [sql`${value} >= ${from}::numeric`] : []),
        ...(to ? [sql`${value} <= ${to}::numeric`] : []),
      ];
    },
  };
}
