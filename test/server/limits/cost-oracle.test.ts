import fc from 'fast-check';
import { type DocumentNode, type FieldNode, Kind, parse, type SelectionSetNode } from 'graphql';
import { expect, test } from 'vitest';
import { planOperation } from '../../../src/execution/plan/planner.ts';
import { RequestPlan } from '../../../src/execution/plan/request-plan.ts';
import { schema } from '../../../src/schema/index.ts';
import { runs } from '../../runs.ts';

/** Few fields of each kind, and the fields below them. */
const graph: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Customer: {
    name: '',
    parentAccount: 'Customer',
    childAccounts: 'CustomerConnection',
    defaults: 'Defaults',
  },
  Defaults: { paymentTerm: 'Term' },
  Term: { name: '' },
  CustomerConnection: { totalCount: '', nodes: 'Customer', edges: 'Edge', pageInfo: 'PageInfo' },
  Edge: { cursor: '', node: 'Customer' },
  PageInfo: { hasNextPage: '' },
};
const sized: Readonly<Record<string, string>> = { childAccounts: 'first', customers: 'last' };

const size = fc.constantFrom('', '0', '1', '3', '$n', '$d');

function field(name: string, type: string, depth: number): fc.Arbitrary<string> {
  if (type === '') return fc.constant(name);
  const args = sized[name];
  const head = args ? size.map((count) => `${name}${count && `(${args}: ${count})`}`) : fc.constant(name);
  const skip = fc.constantFrom('', '', ' @skip(if: $yes)', ' @include(if: $yes)');
  return fc.tuple(head, skip, selection(type, depth - 1)).map((parts) => parts.join(''));
}

/** Distinct fields, inside and outside fragments, so that none is selected twice. */
function selection(type: string, depth: number): fc.Arbitrary<string> {
  const entries = Object.entries(graph[type] ?? {}).filter(
    ([, to]) => depth > 0 || to === '' || to === 'PageInfo',
  );
  if (entries.length === 0) return fc.constant(' { __typename }');
  return fc
    .subarray(entries, { minLength: 1 })
    .chain((chosen) => fc.tuple(...chosen.map(([name, to]) => field(name, to, depth))))
    .chain((fields) =>
      fc
        .boolean()
        .map((wrapped) => (wrapped ? ` { ... { ${fields.join(' ')} } }` : ` { ${fields.join(' ')} }`)),
    );
}

const variables = { n: 2, d: 4, yes: true };

/** Counts the rows and objects of a response of full pages. */
function count(set: SelectionSetNode, rows: number): number {
  return set.selections.reduce((total, each) => {
    if (each.kind === Kind.INLINE_FRAGMENT) return total + count(each.selectionSet, rows);
    return each.kind === Kind.FIELD && !isSkipped(each) ? total + countField(each, rows) : total;
  }, 0);
}

const isSkipped = ({ directives }: FieldNode): boolean => directives?.[0]?.name.value === 'skip';

function rowsOf({ arguments: args }: FieldNode): number {
  const value = args?.[0]?.value;
  if (value?.kind === Kind.INT) return Number(value.value);
  return value?.kind === Kind.VARIABLE
    ? ((variables as Record<string, unknown>)[value.name.value] as number)
    : 25;
}

function selects(set: SelectionSetNode, names: readonly string[]): boolean {
  return set.selections.some((each) =>
    each.kind === Kind.FIELD
      ? !isSkipped(each) && names.includes(each.name.value)
      : each.kind === Kind.INLINE_FRAGMENT && selects(each.selectionSet, names),
  );
}

function countField(node: FieldNode, rows: number): number {
  const { name, selectionSet } = node;
  if (name.value === 'totalCount') return 40;
  if (selectionSet === undefined || name.value === 'pageInfo') return 0;
  if (name.value === 'node') return count(selectionSet, 0);
  const isPage = name.value in sized;
  const mine = isPage ? rowsOf(node) : 0;
  const times = ['nodes', 'edges'].includes(name.value) ? rows : 1;
  let total = 0;
  for (let at = 0; at < times; at += 1) total += 1 + count(selectionSet, mine);
  const onlyPageInfo = selects(selectionSet, ['pageInfo']) && !selects(selectionSet, ['nodes', 'edges']);
  return isPage && onlyPageInfo ? total + mine : total;
}

function planned(document: DocumentNode) {
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('operation not found');
  const plan = planOperation({ schema, operation, fragments: {} }, variables);
  return { operation, request: new RequestPlan(plan, variables) };
}

test('the cost equals the count of objects in a response of full pages', () => {
  fc.assert(
    fc.property(field('customers', 'CustomerConnection', 6), (query) => {
      const { operation, request } = planned(parse(`query($n: Int, $d: Int, $yes: Boolean!) { ${query} }`));

      expect(request.cost - request.planning).toBe(Math.max(1, count(operation.selectionSet, 0)));
    }),
    runs(300),
  );
});
