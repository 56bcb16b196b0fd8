import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { boundedCache } from '../../bounded-cache.ts';
import { NotPlanned, type OperationPlan, planOperation } from '../../execution/plan.ts';
import { type OperationSelection, planOf } from '../cost/plan.ts';
import { type Price, priceOf } from '../cost/price.ts';

export type Variables = Readonly<Record<string, unknown>>;

export interface Priced extends Price {
  readonly selection: OperationSelection;
}

type Coerced =
  | { readonly errors: readonly GraphQLError[]; readonly coerced?: undefined }
  | { readonly coerced: Variables; readonly errors?: undefined };

/** Every request costs something, whatever it asks for. */
export const leastCost = 1;

/** Types whose values no cost depends on. */
const costless = new Set(['String', 'ID', 'DateTime', 'Decimal', 'JSONObject']);

/**
 * An operation of a document that is kept, and what was worked out about it: how it is answered, and what it costs. Both
 * depend on some of its variables, and are kept for the values of late.
 */
export class Operation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly #plans = boundedCache<OperationPlan | 'none'>({ entries: 16, keyLength: 100 });
  readonly #prices = boundedCache<Priced>({ entries: 16, keyLength: 2_000 });
  readonly #conditions: readonly string[];
  readonly #costly: readonly string[];

  constructor(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode) {
    this.schema = schema;
    this.document = document;
    this.operation = operation;
    this.fragments = Object.fromEntries(
      document.definitions.flatMap((each) =>
        each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [],
      ),
    );
    this.#conditions = conditionsOf(document);
    this.#costly = (operation.variableDefinitions ?? [])
      .filter(({ type }) => !isCostless(type))
      .map(({ variable }) => variable.name.value);
  }

  variables(given: Variables, options: { maxErrors: number; hideSuggestions: boolean }): Coerced {
    return getVariableValues(this.schema, this.operation.variableDefinitions ?? [], given, options);
  }

  /** How the operation is answered; undefined where graphql-js answers it. */
  plan(variables: Variables): OperationPlan | undefined {
    const key = this.#conditions.map((name) => (variables[name] === true ? '1' : '0')).join('');
    const known = this.#plans.get(key);
    if (known !== undefined) return known === 'none' ? undefined : known;
    const plan = this.#planned(variables);
    this.#plans.set(key, plan ?? 'none');
    return plan;
  }

  #planned(variables: Variables): OperationPlan | undefined {
    try {
      return planOperation(this, variables);
    } catch (error) {
      if (error instanceof NotPlanned) return undefined;
      throw error;
    }
  }

  /** What it costs at most; throws when one of its lists of arguments is over the limit. */
  price(variables: Variables): Priced {
    const key = JSON.stringify(this.#costly.map((name) => variables[name] ?? null));
    const known = this.#prices.get(key);
    if (known !== undefined) return known;
    const fragments = new Map(Object.entries(this.fragments));
    const { schema, operation } = this;
    const selection = planOf({ schema, operation, fragments, variables });
    const { cost, path } = priceOf(selection);
    const priced = { selection, path, cost: Math.max(leastCost, cost) };
    this.#prices.set(key, priced);
    return priced;
  }
}

type TypeNode = NonNullable<OperationDefinitionNode['variableDefinitions']>[number]['type'];

function isCostless(type: TypeNode): boolean {
  if (type.kind === Kind.NON_NULL_TYPE) return isCostless(type.type);
  return type.kind === Kind.NAMED_TYPE && costless.has(type.name.value);
}

/** The variables of `@skip` and `@include`. */
function conditionsOf(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive({ arguments: given = [] }) {
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

const operations = new WeakMap<DocumentNode, Map<string, Operation | null>>();

/** The document's operation of that name, or its only one; null where that is not one. */
export function operationOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  name: string | null | undefined,
): Operation | null {
  const known = operations.get(document) ?? new Map<string, Operation | null>();
  operations.set(document, known);
  const found = getOperationAST(document, name);
  if (!found) return null;
  const key = found.name?.value ?? '';
  const operation = known.get(key) ?? new Operation(schema, document, found);
  known.set(key, operation);
  return operation;
}
