import { prices } from '../../prices.ts';
import { defaultPageSize, maxPageSize } from '../../schema/relay/page-size.ts';
import type { Args, FieldFacts, Role } from './field-facts.ts';
import type { PlannedField, Selection } from './plan.ts';
import type { ArgumentValues } from './request-plan.ts';

export interface Amounts {
  readonly base: number;
  readonly count: number;
}

export interface FieldPrice {
  readonly role: Role;
  readonly passes: number;
  readonly amounts: Amounts | ((args: Args) => Amounts);
}

/** Whether a field costs something in a response; the rows of a page are counted with their connection. */
export const isPriced = ({ role, amounts }: FieldPrice): boolean =>
  role !== 'row' && (role !== 'leaf' || typeof amounts === 'function' || amounts.base > 0);

const isOfPage = ({ price: { role } }: PlannedField): boolean => role === 'row' || role === 'pageInfo';

export const readsPage = (inner: readonly Selection[]): boolean =>
  inner.some(({ fields }) => fields.some(isOfPage));

function passesIn(inner: readonly Selection[]): number {
  let passes = 0;
  for (const { fields } of inner)
    for (const field of fields) {
      passes += field.price.passes;
      if (field.price.role === 'object' || field.price.role === 'list') passes += passesIn(field.inner);
    }
  return passes;
}

const usualSize = { own: prices.list.units, introspection: prices.introspectionList.units };

function pageSize({ first, last }: Args): number {
  const requested = [first, last].filter((size) => typeof size === 'number');
  // Sizes out of bounds are rejected by the connection later; here they must not make the cost negative.
  return Math.min(maxPageSize, Math.max(0, ...(requested.length > 0 ? requested : [defaultPageSize])));
}

function countOf({ role, price, type }: FieldFacts, args: Args): number {
  if (role === 'connection') return pageSize(args);
  const size = typeof price.size === 'function' ? price.size(args) : price.size;
  if (role !== 'list') return Math.max(1, size ?? price.many?.(args) ?? 1);
  const keys = Object.values(args).find(Array.isArray);
  if (keys !== undefined) return keys.length;
  return size ?? (type.name.startsWith('__') ? usualSize.introspection : usualSize.own);
}

/** Depends on the arguments only, so that it is not refunded for rows that were not found. */
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
    typeof price.size === 'function' ||
    many ||
    work ||
    role === 'connection' ||
    (role === 'list' && facts.takesList);
  if (slot >= 0 && dependsOnArgs) return { role, passes, amounts };
  // Invalid values are reported when the field is executed.
  return { role, passes, amounts: amounts(fixed instanceof Error ? {} : fixed) };
}
