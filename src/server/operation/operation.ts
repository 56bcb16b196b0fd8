import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { countPaths } from '../../execution/paths.ts';
import { NotPlanned, type OperationPlan, planOperation } from '../../execution/plan.ts';
import { SelectionCount } from '../../execution/selection-count.ts';
import { type OperationSelection, planOf } from '../cost/plan.ts';
import { type Price, priceOf } from '../cost/price.ts';
import { bytesOf } from '../cost/selection-bytes.ts';
import { bytes } from './bytes.ts';
import { conditionsOf, costPartOf } from './variables.ts';
import { Variants } from './variants.ts';

export type Variables = Readonly<Record<string, unknown>>;

export interface Priced extends Price {
  readonly selection: OperationSelection;
  /** The part of the cost that is always charged: planning. */
  readonly planning: number;
}

interface Planned {
  /** Undefined if graphql-js executes the operation. */
  readonly plan: OperationPlan | undefined;
  readonly selections: number;
  /** The estimated number of introspection objects in the response. */
  readonly introspection: number;
}

/** An operation that can be executed with its variables. */
export interface Prepared {
  readonly plan: OperationPlan | undefined;
  readonly priced: Priced;
}

type Coerced =
  | { readonly errors: readonly GraphQLError[]; readonly coerced?: undefined }
  | { readonly coerced: Variables; readonly errors?: undefined };

/** The minimum cost of a request, whatever it selects. */
export const leastCost = 1;

/** Number of selections whose planning costs 1. */
const selectionsPerCost = 100;

/** A longer key would take more time than it saves. */
const maxKeyLength = 2_000;

export interface OperationOptions {
  readonly maxSelections: number;
  /** Called when the operation's memory changes. */
  readonly onResize: () => void;
}

const unbounded: OperationOptions = { maxSelections: Number.POSITIVE_INFINITY, onResize: () => undefined };

/**
 * An operation of a cached document, with its plans and prices. Both depend on some of the variables; those
 * of the most recent values are kept.
 */
export class Operation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly #options: OperationOptions;
  readonly #plans = new Variants<Planned>(16);
  readonly #prices = new Variants<Priced>(16);
  readonly #conditions: readonly string[];
  readonly #costParts: readonly ((variables: Variables) => unknown)[];
  #selections = 0;

  constructor(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    options: OperationOptions = unbounded,
  ) {
    this.schema = schema;
    this.document = document;
    this.operation = operation;
    this.#options = options;
    this.fragments = Object.fromEntries(
      document.definitions.flatMap((each) =>
        each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [],
      ),
    );
    this.#conditions = conditionsOf(document);
    this.#costParts = (operation.variableDefinitions ?? []).map(({ variable, type }) => {
      const name = variable.name.value;
      const partOf = costPartOf(type);
      return (variables) => partOf(variables[name]);
    });
  }

  get bytes(): number {
    return bytes.operation + this.#plans.bytes + this.#prices.bytes;
  }

  /** The number of selections of its largest plan up to now. */
  get selections(): number {
    return this.#selections;
  }

  variables(given: Variables, options: { maxErrors: number; hideSuggestions: boolean }): Coerced {
    return getVariableValues(this.schema, this.operation.variableDefinitions ?? [], given, options);
  }

  /** The cached plan and price for the variables; undefined if one of them is missing. */
  cached(variables: Variables): Prepared | undefined {
    const planned = this.#plans.get(this.#planKey(variables));
    const priced = planned && this.#prices.get(this.#priceKey(variables));
    return priced && { plan: planned?.plan, priced };
  }

  /** Plans and prices the operation. Throws if the operation or one of its list arguments is over the limit. */
  prepare(variables: Variables, maxSelections = this.#options.maxSelections): Prepared {
    const { plan } = this.#planned(variables, maxSelections);
    return { plan, priced: this.price(variables, maxSelections) };
  }

  /** The plan of the operation; undefined if graphql-js executes it. */
  plan(variables: Variables): OperationPlan | undefined {
    return this.#planned(variables, this.#options.maxSelections).plan;
  }

  #planKey(variables: Variables): string {
    let key = '';
    for (const name of this.#conditions) key += variables[name] === true ? '1' : '0';
    return key;
  }

  #priceKey(variables: Variables): string {
    return JSON.stringify(this.#costParts.map((read) => read(variables)));
  }

  #planned(variables: Variables, maxSelections: number): Planned {
    const key = this.#planKey(variables);
    const known = this.#plans.get(key);
    if (known !== undefined) return known;
    const planned = this.#makePlan(variables, maxSelections);
    this.#selections = Math.max(this.#selections, planned.selections);
    this.#plans.set(key, planned, key.length * 2 + (planned.plan?.bytes ?? 0));
    this.#options.onResize();
    return planned;
  }

  #makePlan(variables: Variables, maxSelections: number): Planned {
    const count = new SelectionCount(maxSelections);
    try {
      const plan = planOperation(this, variables, count);
      return { plan, selections: count.count, introspection: 0 };
    } catch (error) {
      if (!(error instanceof NotPlanned)) throw error;
    }
    const paths = new SelectionCount(maxSelections);
    const introspection = Math.ceil(countPaths(this, variables, paths));
    return { plan: undefined, selections: paths.count, introspection };
  }

  /** The maximum cost of the operation; throws if one of its list arguments is over the limit. */
  price(variables: Variables, maxSelections = this.#options.maxSelections): Priced {
    const key = this.#priceKey(variables);
    const known = this.#prices.get(key);
    if (known !== undefined) return known;
    const { selections, introspection } = this.#planned(variables, maxSelections);
    const count = new SelectionCount(maxSelections);
    const { schema, operation } = this;
    const fragments = new Map(Object.entries(this.fragments));
    const selection = planOf({ schema, operation, fragments, variables, count });
    const { cost, path } = priceOf(selection);
    const planning = Math.floor(Math.max(selections, count.count) / selectionsPerCost);
    const priced = {
      selection,
      path,
      planning,
      cost: Math.max(leastCost, cost, introspection) + planning,
    };
    if (key.length <= maxKeyLength) {
      this.#prices.set(key, priced, key.length * 2 + bytesOf(selection));
      this.#options.onResize();
    }
    return priced;
  }
}
