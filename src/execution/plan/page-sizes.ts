import type { FieldNode } from 'graphql';
import { defaultPageSize, maxPageSize } from '../../schema/relay/page-size.ts';
import { type Args, factsOf } from './field-facts.ts';
import { type Amounts, fieldPriceOf } from './field-price.ts';
import type { PlannedField, Selection } from './plan.ts';
import type { RequestPlan } from './request-plan.ts';

export interface PageSizes {
  /** The response keys down to the field; the first path of a field in a fragment that is spread repeatedly. */
  readonly path: string;
  readonly size: number;
  /** The cost of the operation with another page size here, ascending by size; includes the requested size. */
  readonly costs: readonly { readonly size: number; readonly cost: number }[];
}

interface PagedField {
  readonly path: string;
  /** The same field of the document in the selections of different types. */
  readonly fields: PlannedField[];
}

const sizes = [10, 25, 50, 100, maxPageSize];

const maxFields = 50;

/** Selections visited to compute all costs, so that explaining a large operation takes little time. */
const maxVisits = 100_000;

const sizeArgument = ({ definition }: PlannedField) => definition.args.find(({ name }) => name === 'first');

function pagedFields(root: Selection): readonly PagedField[] {
  const found = new Map<FieldNode | undefined, PagedField>();
  const visited = new Set<Selection>();
  function visit(selection: Selection, above: string): void {
    if (visited.has(selection)) return;
    visited.add(selection);
    for (const field of selection.fields) {
      const path = above === '' ? field.key : `${above}.${field.key}`;
      const [node] = field.nodes;
      const known = found.get(node);
      if (known !== undefined) known.fields.push(field);
      else if (sizeArgument(field)) found.set(node, { path, fields: [field] });
      for (const inner of field.inner) visit(inner, path);
    }
  }
  visit(root, '');
  return [...found.values()];
}

function amountsWith(field: PlannedField, args: Args, isMutation: boolean): Amounts {
  const { amounts } = fieldPriceOf(
    factsOf(field.parent, field.definition),
    { ...field.args, slot: -1, fixed: args },
    field.inner,
    isMutation,
  );
  return typeof amounts === 'function' ? amounts(args) : amounts;
}

function pageSizesOf(request: RequestPlan, { path, fields }: PagedField): readonly PageSizes[] {
  const [field] = fields;
  if (field === undefined) return [];
  let args: Args;
  try {
    args = request.args(field.args);
  } catch {
    // The field reports its invalid arguments.
    return [];
  }
  const isMutation = field.parent === request.plan.schema.getMutationType();
  const name = args.first == null && args.last != null ? 'last' : 'first';
  const size = Number(args[name] ?? sizeArgument(field)?.defaultValue ?? defaultPageSize);
  const others = sizes.filter((each) => each !== size);
  const costs = [...others, size]
    .sort((a, b) => a - b)
    .map((each) => {
      const amounts = new Map(
        fields.map((one) => [one, amountsWith(one, { ...args, [name]: each }, isMutation)]),
      );
      return { size: each, cost: request.costWith((one) => amounts.get(one)) };
    });
  return [{ path, size, costs }];
}

/** The cost of an operation with other page sizes, for each field with the argument `first`, in document order. */
export function pageSizes(request: RequestPlan): {
  readonly fields: readonly PageSizes[];
  readonly omitted: number;
} {
  const all = pagedFields(request.plan.root);
  const affordable = Math.floor(maxVisits / ((sizes.length + 1) * Math.max(1, request.plan.selections)));
  const shown = all.slice(0, Math.min(maxFields, affordable));
  return {
    fields: shown.flatMap((each) => pageSizesOf(request, each)),
    omitted: all.length - shown.length,
  };
}
