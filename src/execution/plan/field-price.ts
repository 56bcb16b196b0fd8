import { prices } from '../../prices.ts';
import { defaultPageSize, maxPageSize } from '../../schema/page-size.ts';
import type { ArgumentValues } from './arguments.ts';
import type { Args, FieldFacts, Role } from './field-facts.ts';
import type { PlannedField, Selection } from './plan.ts';

/** The amounts that a field's price is computed from. */
export interface Amounts {
  readonly base: number;
  /** Maximum number of values. */
  readonly count: number;
}

/** The price of a planned field, apart from its selection. */
export interface FieldPrice {
  readonly role: Role;
  /** How many times the field scans the matches of its connection. */
  readonly passes: number;
  /** The amounts if they are the same for every request; else a function of the arguments. */
  readonly amounts: Amounts | ((args: Args) => Amounts);
}

/** Whether a field costs something in a response; the rows of a page are counted with their connection. */
export const isPriced = ({ role, amounts }: FieldPrice): boolean =>
  role !== 'row' && (role !== 'leaf' || typeof amounts === 'function' || amounts.base > 0);

const isOfPage = ({ price: { role } }: PlannedField): boolean => role === 'row' || role === 'pageInfo';

/** Whether a connection's selection needs its page. */
export const readsPage = (inner: readonly Selection[]): boolean =>
  inner.some(({ fields }) => fields.some(isOfPage));

/** How many times the selection of a connection scans its matches, apart from its page. */
function passesIn(inner: readonly Selection[]): number {
  let passes = 0;
  for (const { fields } of inner)
    for (const field of fields) {
      passes += field.price.passes;
      if (field.price.role === 'object') passes += passesIn(field.inner);
    }
  return passes;
}

/** Assumed lengths of lists without pages. */
const usualSize = { own: prices.list.units, introspection: prices.introspectionList.units };

function pageSize({ first, last }: Args): number {
  const requested = [first, last].filter((size) => typeof size === 'number');
  // Sizes out of bounds are rejected by the connection later; here they must not make the cost negative.
  return Math.min(maxPageSize, Math.max(0, ...(requested.length > 0 ? requested : [defaultPageSize])));
}

/** Maximum number of values of a field: its page, the number of keys that it is given, or its declared size. */
function countOf({ role, price, type }: FieldFacts, args: Args): number {
  if (role === 'connection') return pageSize(args);
  if (role !== 'list') return Math.max(1, price.many?.(args) ?? 1);
  const keys = Object.values(args).find(Array.isArray);
  if (keys !== undefined) return keys.length;
  return price.size ?? (type.name.startsWith('__') ? usualSize.introspection : usualSize.own);
}

/**
 * The work of a connection. It depends on the arguments only,
 * so that it is not refunded for rows that were not found.
 */
function workFor(
  { price: { work } }: FieldFacts,
  inner: readonly Selection[],
): ((args: Args) => number) | undefined {
  if (work === undefined || inner.length === 0) return undefined;
  const passes = passesIn(inner);
  const page = readsPage(inner) ? 1 : 0;
  if (passes + page === 0) return undefined;
  return (args) => {
    try {
      const { matching, sorting } = work(args);
      return (passes + page) * matching + page * sorting;
    } catch {
      // The field reports invalid arguments when it is executed, and reads nothing.
      return 0;
    }
  };
}

/** Computes the price rule of a field with its selection; the amounts, too, unless they depend on variables. */
export function fieldPriceOf(
  facts: FieldFacts,
  { fixed, slot }: ArgumentValues,
  inner: readonly Selection[],
  isMutation: boolean,
): FieldPrice {
  const { role, price } = facts;
  const { base = 0, many, passes = 0 } = price;
  const work = workFor(facts, inner);
  const amounts = (args: Args): Amounts => ({
    base:
      (typeof base === 'number' ? base : base(args)) +
      (isMutation ? prices.mutation.units : 0) +
      prices.bulkItem.units * (many?.(args) ?? 0) +
      (work?.(args) ?? 0),
    count: countOf(facts, args),
  });
  const dependsOnArgs =
    typeof base === 'function' ||
    many ||
    work ||
    role === 'connection' ||
    (role === 'list' && facts.takesList);
  if (slot >= 0 && dependsOnArgs) return { role, passes, amounts };
  // Invalid values are reported when the field is executed.
  return { role, passes, amounts: amounts(fixed instanceof Error ? {} : fixed) };
}
