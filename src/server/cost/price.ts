import { prices } from '../../prices.ts';
import type { PlannedField, Selection } from './plan.ts';

/** The way down to what costs most, and how much that is. */
interface Step {
  readonly key: string;
  readonly cost: number;
  readonly next: Step | null;
}

/** What one object costs with what is selected of it; of a connection, each row of the page apart. */
interface Bill {
  readonly own: number;
  readonly perRow: number;
  readonly readsPage: boolean;
  readonly dearest: Step | null;
  readonly dearestInRow: Step | null;
}

export interface Price {
  readonly cost: number;
  /** The names in the answer, down to what costs most. */
  readonly path: readonly string[];
}

/** Products of nested pages leave the exact integers behind; there they say "too much" all the same. */
const bounded = (cost: number): number => Math.min(cost, Number.MAX_SAFE_INTEGER);

const dearer = (a: Step | null, b: Step | null): Step | null => ((b?.cost ?? 0) > (a?.cost ?? 0) ? b : a);

const times = (step: Step | null, count: number): Step | null =>
  step && { ...step, cost: bounded(step.cost * count) };

const nothing: Bill = { own: 0, perRow: 0, readsPage: false, dearest: null, dearestInRow: null };

/** What a field costs, given the bill of what is selected in it. */
function costOf({ role, base, count }: PlannedField, bill: Bill): number {
  switch (role) {
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
        count * (bill.readsPage ? Math.max(prices.row.units, bill.perRow) : 0)
      );
    default:
      return base + count * (prices.object.units + bill.own);
  }
}

function stepTo(field: PlannedField, bill: Bill): Step {
  const next = dearer(bill.dearest, times(bill.dearestInRow, field.count));
  return { key: field.key, cost: bounded(costOf(field, bill)), next };
}

const isOfPage = ({ role }: PlannedField): boolean => role === 'row' || role === 'pageInfo';

function add(total: Bill, field: PlannedField, step: Step): Bill {
  const readsPage = total.readsPage || isOfPage(field);
  if (field.role === 'row')
    return {
      ...total,
      readsPage,
      perRow: bounded(total.perRow + step.cost),
      dearestInRow: dearer(total.dearestInRow, step),
    };
  return { ...total, readsPage, own: bounded(total.own + step.cost), dearest: dearer(total.dearest, step) };
}

function pathOf(step: Step | null): readonly string[] {
  return step === null ? [] : [step.key, ...pathOf(step.next)];
}

/** What an operation costs at most, before any of it is executed; each selection is added up once. */
export function priceOf(operation: Selection): Price {
  const bills = new Map<Selection, Bill>();
  function billOf(selection: Selection): Bill {
    const known = bills.get(selection);
    if (known !== undefined) return known;
    const bill = selection.fields.reduce((total, field) => {
      const inner = field.selection === null ? nothing : billOf(field.selection);
      return add(total, field, stepTo(field, inner));
    }, nothing);
    bills.set(selection, bill);
    return bill;
  }
  const { own, dearest } = billOf(operation);
  return { cost: own, path: pathOf(dearest) };
}
