import { prices } from '../../prices.ts';
import type { PlannedField, Selection } from './plan.ts';

/** A step of the path to the most expensive field, with its cost. */
interface Step {
  readonly key: string;
  readonly cost: number;
  readonly next: Step | null;
}

/** The cost of one object with its selection; for a connection, the cost per row of the page is separate. */
interface Bill {
  readonly own: number;
  readonly perRow: number;
  readonly readsPage: boolean;
  readonly dearest: Step | null;
  readonly dearestInRow: Step | null;
}

export interface Price {
  readonly cost: number;
  /** Response keys down to the most expensive field. */
  readonly path: readonly string[];
}

/** Products of nested pages can exceed the safe integers; the capped value is still above every limit. */
const bounded = (cost: number): number => Math.min(cost, Number.MAX_SAFE_INTEGER);

const dearer = (a: Step | null, b: Step | null): Step | null => ((b?.cost ?? 0) > (a?.cost ?? 0) ? b : a);

const times = (step: Step | null, count: number): Step | null =>
  step && { ...step, cost: bounded(step.cost * count) };

const nothing: Bill = { own: 0, perRow: 0, readsPage: false, dearest: null, dearestInRow: null };

/** The cost of a field, given the bill of its selection. */
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

/** The maximum cost of an operation, before its execution; each selection is added up once. */
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
