import { prices } from '../../prices.ts';
import { type Amounts, readsPage } from './field-price.ts';
import type { PlannedField, Selection } from './plan.ts';

interface CostStep {
  readonly key: string;
  readonly cost: number;
  readonly next: CostStep | null;
}

/** The cost of one object with its selection; for a connection, the cost per row of the page is separate. */
export interface Bill {
  readonly own: number;
  readonly perRow: number;
  readonly mostExpensive: CostStep | null;
  readonly mostExpensiveInRow: CostStep | null;
}

export type AmountsOf = (field: PlannedField) => Amounts;

/** Products of nested pages can exceed the safe integers; the capped value is still above every limit. */
const bounded = (cost: number): number => Math.min(cost, Number.MAX_SAFE_INTEGER);

const higher = (a: CostStep | null, b: CostStep | null): CostStep | null =>
  (b?.cost ?? 0) > (a?.cost ?? 0) ? b : a;

const times = (step: CostStep | null, count: number): CostStep | null =>
  step && { ...step, cost: bounded(step.cost * count) };

const emptyBill: Bill = { own: 0, perRow: 0, mostExpensive: null, mostExpensiveInRow: null };

function costOf({ price, inner }: PlannedField, { base, count }: Amounts, bill: Bill): number {
  switch (price.role) {
    case 'leaf':
    case 'pageInfo':
      return base;
    case 'rowOfEdge':
      return base + bill.own;
    case 'connection':
      return (
        base +
        prices.connection.units +
        bill.own +
        count * (readsPage(inner) ? Math.max(prices.row.units, bill.perRow) : 0)
      );
    default:
      return base + count * (prices.object.units + bill.own);
  }
}

function add(total: Bill, field: PlannedField, step: CostStep): Bill {
  const { own, perRow, mostExpensive, mostExpensiveInRow } = total;
  if (field.price.role === 'row')
    return {
      own,
      perRow: bounded(perRow + step.cost),
      mostExpensive,
      mostExpensiveInRow: higher(mostExpensiveInRow, step),
    };
  return {
    own: bounded(own + step.cost),
    perRow,
    mostExpensive: higher(mostExpensive, step),
    mostExpensiveInRow,
  };
}

/** Adds up all types of an interface or a union: a list can have objects of all of them. */
function addUp(
  total: Bill,
  fields: readonly PlannedField[],
  amountsOf: AmountsOf,
  billOf: (selection: Selection) => Bill,
): Bill {
  let sum = total;
  for (const field of fields) {
    const amounts = amountsOf(field);
    if (field.price.role === 'leaf' && amounts.base === 0) continue;
    const [first, ...others] = field.inner;
    let bill = first === undefined ? emptyBill : billOf(first);
    for (const each of others) bill = merge(bill, billOf(each));
    const next = higher(bill.mostExpensive, times(bill.mostExpensiveInRow, amounts.count));
    sum = add(sum, field, { key: field.key, cost: bounded(costOf(field, amounts, bill)), next });
  }
  return sum;
}

const merge = (a: Bill, b: Bill): Bill => ({
  own: bounded(a.own + b.own),
  perRow: bounded(a.perRow + b.perRow),
  mostExpensive: higher(a.mostExpensive, b.mostExpensive),
  mostExpensiveInRow: higher(a.mostExpensiveInRow, b.mostExpensiveInRow),
});

export function fixedBillOf(fields: readonly PlannedField[]): Bill | undefined {
  for (const { price, inner } of fields) {
    if (typeof price.amounts === 'function') return undefined;
    for (const { bill } of inner) if (bill === undefined) return undefined;
  }
  return addUp(
    emptyBill,
    fields,
    ({ price }) => price.amounts as Amounts,
    ({ bill }) => bill as Bill,
  );
}

/** The response keys down to the most expensive field. */
export function mostExpensivePath({ mostExpensive }: Bill): readonly string[] {
  const keys: string[] = [];
  for (let step = mostExpensive; step !== null; step = step.next) keys.push(step.key);
  return keys;
}

function computed(
  root: Selection,
  amountsOf: AmountsOf,
  fixedBill: (selection: Selection) => Bill | undefined,
) {
  const bills = new Map<Selection, Bill>();
  function billOf(selection: Selection): Bill {
    const known = fixedBill(selection) ?? bills.get(selection);
    if (known !== undefined) return known;
    const bill = addUp(emptyBill, selection.fields, amountsOf, billOf);
    bills.set(selection, bill);
    return bill;
  }
  return billOf(root);
}

/** The maximum price of an operation, before its execution; only selections that depend on variables are visited. */
export const billOf = (root: Selection, amountsOf: AmountsOf): Bill =>
  root.bill ?? computed(root, amountsOf, ({ bill }) => bill);

/** The price with other amounts than those of the plan; all selections are visited. */
export const billWith = (root: Selection, amountsOf: AmountsOf): Bill =>
  computed(root, amountsOf, () => undefined);

type Answered = Readonly<Record<string, unknown>>;

const isAnswered = (value: unknown): value is Answered =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function costOfSelection({ priced }: Selection, object: Answered, amountsOf: AmountsOf): number {
  let total = 0;
  for (const field of priced) total += costOfValue(field, object[field.key], amountsOf);
  return total;
}

function costOfValue(field: PlannedField, value: unknown, amountsOf: AmountsOf): number {
  if (value === undefined) return 0;
  const { role } = field.price;
  let total = amountsOf(field).base;
  if (role === 'leaf' || role === 'pageInfo') return total;
  if (isAnswered(value)) total += costOfObject(field, value, amountsOf);
  else if (Array.isArray(value))
    for (const each of value) if (isAnswered(each)) total += costOfObject(field, each, amountsOf);
  return total;
}

function costOfObject(field: PlannedField, object: Answered, amountsOf: AmountsOf): number {
  const { role } = field.price;
  let total = role === 'rowOfEdge' ? 0 : prices.object.units;
  if (role === 'connection') total += costOfPage(field, object, amountsOf);
  for (const selection of field.inner)
    if (selection.priced.length > 0) total += costOfSelection(selection, object, amountsOf);
  return total;
}

/** The cost of a page's rows: of the returned rows, or of all requested rows if the response shows none. */
function costOfPage(field: PlannedField, connection: Answered, amountsOf: AmountsOf): number {
  let rows: number | undefined;
  for (const { fields } of field.inner)
    for (const each of fields)
      if (each.price.role === 'row') rows = (rows ?? 0) + costOfValue(each, connection[each.key], amountsOf);
  return rows ?? (readsPage(field.inner) ? amountsOf(field).count : 0);
}

export const actualCost = (root: Selection, data: unknown, amountsOf: AmountsOf): number =>
  isAnswered(data) ? costOfSelection(root, data, amountsOf) : 0;
