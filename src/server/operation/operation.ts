import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { ListTooLong } from '../../execution/plan/list-check.ts';
import type { OperationPlan, OperationSource, Variables } from '../../execution/plan/plan.ts';
import { planOperation } from '../../execution/plan/planner.ts';
import { RequestPlan } from '../../execution/plan/request-plan.ts';
import { SelectionCount } from '../../execution/plan/selection-count.ts';
import type { OperationIdentity } from '../../observe/observer.ts';
import { limitExceeded } from '../rejection.ts';
import { bytes } from './bytes.ts';
import { noNul } from './nul.ts';
import { placed, placedVariables } from './placed.ts';
import { type Coerced, type CoercionOptions, VariableReader } from './variables.ts';

/** Objects and lists in the variables of a request: each is checked against all fields of its type. */
const maxObjects = 10_000;

/** Number of list items that take as long to check as one object. */
const itemsPerObject = 2;

/** Number of objects and lists from which variables are checked in a turn. */
export const manyObjects = 500;

export interface VariablesSize {
  /** Number of objects and lists; list items count as a fraction. */
  readonly objects: number;
  readonly error: GraphQLError | undefined;
  /** The path of the first string with a NUL character, which no request can contain. */
  readonly nul?: string | undefined;
}

/** Visits variables without allocating per value, since they can have a megabyte. */
class Walk {
  objects = 0;

  /** The path of the first string with a NUL character, which database text cannot contain. */
  visit(value: unknown): string | undefined {
    if (typeof value === 'string') return value.includes('\0') ? '' : undefined;
    if (typeof value !== 'object' || value === null) return undefined;
    this.objects += 1;
    return Array.isArray(value) ? this.#visitList(value) : this.#visitObject(value);
  }

  #visitList(values: readonly unknown[]): string | undefined {
    this.objects += values.length / itemsPerObject;
    for (let at = 0; at < values.length && this.objects <= maxObjects; at += 1) {
      const nul = this.visit(values[at]);
      if (nul !== undefined) return `.${at}${nul}`;
    }
    return undefined;
  }

  #visitObject(value: object): string | undefined {
    for (const key in value) {
      if (this.objects > maxObjects) return undefined;
      if (key.includes('\0')) return '';
      const nul = this.visit((value as Readonly<Record<string, unknown>>)[key]);
      if (nul !== undefined) return `.${key}${nul}`;
    }
    return undefined;
  }
}

/** Measures variables before they are coerced, and finds strings that no request can contain. */
export function measureVariables(variables: object): VariablesSize {
  const walk = new Walk();
  const nul = walk.visit(variables);
  const { objects } = walk;
  if (objects > maxObjects)
    return {
      objects,
      error: limitExceeded(
        `The variables contain more than ${maxObjects} objects and lists (every ${itemsPerObject} items of a list count as one); send less data at a time.`,
      ),
    };
  return { objects, error: undefined, nul: nul?.slice(1) };
}

/** Variables of `@skip` and `@include`. */
export function conditionsOf(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive({ arguments: given = [] }) {
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

/** In characters: names are in metrics, logs and traces. */
const longestName = 100;

/** Maximum number of cached plans of an operation, which differ in what `@skip` and `@include` exclude. */
const maxPlans = 16;

export interface OperationOptions {
  /** The hash of the document. */
  readonly hash: () => string;
  readonly maxSelections: number;
  readonly onResize: () => void;
}

const unbounded: OperationOptions = {
  hash: () => '',
  maxSelections: Number.POSITIVE_INFINITY,
  onResize: () => undefined,
};

/** An operation of a cached document, with its plans: one for each combination of excluded selections. */
export class Operation implements OperationSource, OperationIdentity {
  readonly name: string | undefined;
  readonly type: OperationIdentity['type'];
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly #options: OperationOptions;
  readonly #plans = new Map<string, OperationPlan>();
  readonly #conditions: readonly string[];
  readonly #variables: VariableReader | undefined;
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
    this.name = operation.name?.value.slice(0, longestName);
    this.type = operation.operation;
    this.#options = options;
    const { variableDefinitions = [] } = operation;
    if (variableDefinitions.length > 0) this.#variables = new VariableReader(schema, variableDefinitions);
    const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
    for (const each of document.definitions)
      if (each.kind === Kind.FRAGMENT_DEFINITION) fragments[each.name.value] = each;
    this.fragments = fragments;
    this.#conditions = operation.variableDefinitions?.length ? conditionsOf(document) : [];
  }

  get hash(): string {
    return this.#options.hash();
  }

  get bytes(): number {
    let total = bytes.operation;
    for (const [key, plan] of this.#plans) total += key.length * 2 + plan.bytes;
    return total;
  }

  /** The number of selections of its largest plan up to now. */
  get selections(): number {
    return this.#selections;
  }

  variables(given: Variables, options: CoercionOptions): Coerced {
    const read = this.#variables?.read(given, options) ?? { coerced: {} };
    if (read.errors === undefined) return read;
    const { schema, document } = this;
    return { errors: placedVariables(schema, document, read.errors, !options.hideSuggestions) };
  }

  /** The error of a variable that contains a NUL character. */
  nulIn(path: string): GraphQLError {
    const [name] = path.split('.', 1);
    const { schema, document } = this;
    const node = this.operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
    return placed(schema, document, noNul(`\`$${path}\``, node), {
      code: 'BAD_USER_INPUT',
      showsSchema: true,
    });
  }

  /** The cached plan for the variables, with their values; undefined if it must be planned. */
  cached(variables: Variables): RequestPlan | undefined {
    const plan = this.#plans.get(this.#keyOf(variables));
    return plan && requestPlan(plan, variables);
  }

  /** Plans and prices the operation. Throws if the operation or one of its list arguments is over the limit. */
  prepare(variables: Variables, maxSelections = this.#options.maxSelections): RequestPlan {
    return requestPlan(this.plan(variables, maxSelections), variables);
  }

  plan(variables: Variables, maxSelections = this.#options.maxSelections): OperationPlan {
    const key = this.#keyOf(variables);
    const known = this.#plans.get(key);
    if (known !== undefined) return known;
    const plan = planOperation(this, variables, new SelectionCount(maxSelections));
    this.#selections = Math.max(this.#selections, plan.selections);
    if (this.#plans.size >= maxPlans)
      for (const oldest of [...this.#plans.keys()].slice(0, 1)) this.#plans.delete(oldest);
    this.#plans.set(key, plan);
    this.#options.onResize();
    return plan;
  }

  #keyOf(variables: Variables): string {
    let key = '';
    for (const name of this.#conditions) key += variables[name] === true ? '1' : '0';
    return key;
  }
}

function requestPlan(plan: OperationPlan, variables: Variables): RequestPlan {
  try {
    return new RequestPlan(plan, variables);
  } catch (error) {
    throw error instanceof ListTooLong ? limitExceeded(error.message) : error;
  }
}
