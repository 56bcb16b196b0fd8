import { endOf, sortableTime, startOf } from '../../day.ts';
import { compareDecimals } from '../../domain/decimal.ts';
import type { Maybe } from '../../maybe.ts';
import { requestError } from '../relay/request-error.ts';

interface Bounds {
  readonly from?: Maybe<string | number>;
  readonly to?: Maybe<string | number>;
}

type IsAfter = (from: string, to: string) => boolean;

const isLater: IsAfter = (from, to) => sortableTime(startOf(from)) > sortableTime(endOf(to));
const isGreater: IsAfter = (from, to) => compareDecimals(from, to) > 0;

/** The input types of ranges. */
const rules: Readonly<Record<string, readonly [isAfter: IsAfter, problem: string]>> = {
  DateTimeRange: [isLater, 'later'],
  IntRange: [isGreater, 'greater'],
  MetadataFilter: [isGreater, 'greater'],
  MoneyFilter: [isGreater, 'greater'],
  QuantityFilter: [isGreater, 'greater'],
};

/** Throws if the value is a range that nothing can be in. */
export function checkRange(type: string, { from, to }: Bounds, path: string): void {
  const [isAfter, problem] = rules[type] ?? [];
  if (from == null || to == null || !isAfter?.(String(from), String(to))) return;
  throw requestError(
    'BAD_USER_INPUT',
    `\`${path}.from\` (${from}) is ${problem} than \`${path}.to\` (${to}); exchange them.`,
  );
}
