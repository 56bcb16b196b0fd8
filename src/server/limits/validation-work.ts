import {
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
  visit,
} from 'graphql';
import type { SelectionCount } from '../../execution/plan/selection-count.ts';
import { MergeWork } from './merge-work.ts';

/** Cost of validating an input object, whose type can have dozens of fields: time, in visited selections. */
const inputObject = 50;

/** Cost, per operation, of each fragment, spread and variable that it reaches. */
const reached = 2;

interface Uses {
  readonly spreads: string[];
  variables: number;
}

interface Text {
  readonly sets: SelectionSetNode[];
  readonly uses: ReadonlyMap<DefinitionNode, Uses>;
}

function readDefinitions(document: DocumentNode, count: SelectionCount): Text {
  const sets: SelectionSetNode[] = [];
  const uses = new Map<DefinitionNode, Uses>();
  for (const definition of document.definitions) {
    const used: Uses = { spreads: [], variables: 0 };
    uses.set(definition, used);
    visit(definition, {
      FragmentSpread: ({ name }) => void used.spreads.push(name.value),
      Variable: () => {
        used.variables += 1;
      },
      ObjectValue: () => count.add(inputObject),
      SelectionSet: (set) => {
        count.add(set.selections.length);
        sets.push(set);
      },
    });
  }
  return { sets, uses };
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** Several validation rules visit everything that an operation reaches, again for each operation. */
function countReached(
  operation: DefinitionNode,
  { uses }: Text,
  fragments: Fragments,
  count: SelectionCount,
) {
  const seen = new Set(uses.get(operation)?.spreads);
  // The loop also visits names that it adds.
  for (const name of seen) {
    const fragment = fragments.get(name);
    const { spreads, variables } = (fragment && uses.get(fragment)) ?? { spreads: [], variables: 0 };
    count.add(reached * (1 + spreads.length + variables));
    for (const spread of spreads) seen.add(spread);
  }
}

/** Most of the work is not linear in the length. Throws TooManySelections above the limit. */
export function countValidation(document: DocumentNode, count: SelectionCount): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  const text = readDefinitions(document, count);
  for (const each of document.definitions)
    if (each.kind === Kind.OPERATION_DEFINITION) countReached(each, text, fragments, count);
  const merges = new MergeWork(fragments, count);
  for (const set of text.sets) merges.within(set);
}
