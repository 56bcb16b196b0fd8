import { type FieldNode, type GraphQLResolveInfo, getArgumentValues } from 'graphql';
import type { Scope } from '../../auth/viewer.ts';
import { allows } from '../../schema/build/access-rules.ts';
import { argumentReader, countValues, hasVariable, type Read } from './argument-reader.ts';
import type { PathStep, Requirement } from './columns.ts';
import type { Args, FieldDefinition, FieldFacts } from './field-facts.ts';
import type { Amounts } from './field-price.ts';
import { inputRules } from './input-access.ts';
import { checkLists, type ListCheck, listCheckOf } from './list-check.ts';
import type { OperationPlan, PlannedField, Variables } from './plan.ts';
import { actualCost, type Bill, billOf, billWith, mostExpensivePath } from './price.ts';

export interface ArgumentValues {
  readonly definition: FieldDefinition;
  readonly node: FieldNode;
  /** The index of the values among those of a request; -1 if they do not depend on variables. */
  readonly slot: number;
  readonly fixed: Args | Error;
  /** Reads the values if they depend on variables. */
  readonly read: Read<Args>;
}

const none: Args = {};

function valuesOf(definition: FieldDefinition, node: FieldNode, variables: Variables = {}): Args | Error {
  try {
    return getArgumentValues(definition, node, variables);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** The arguments of an operation's fields; the same node and definition have the same values. */
export class OperationArguments {
  readonly listChecks: ListCheck[] = [];
  slots = 0;
  /** The number of values in arguments that depend on variables. */
  values = 0;
  readonly #known = new Map<FieldDefinition, Map<FieldNode, ArgumentValues>>();

  of({ takesList }: FieldFacts, definition: FieldDefinition, node: FieldNode): ArgumentValues {
    const ofNodes = this.#known.get(definition) ?? new Map<FieldNode, ArgumentValues>();
    this.#known.set(definition, ofNodes);
    const known = ofNodes.get(node);
    if (known !== undefined) return known;
    const args = this.#make(definition, node);
    ofNodes.set(node, args);
    if (takesList) this.listChecks.push(...listCheckOf(args));
    return args;
  }

  #make(definition: FieldDefinition, node: FieldNode): ArgumentValues {
    const fixed = { definition, node, slot: -1, fixed: none, read: () => undefined };
    if (definition.args.length === 0) return fixed;
    const given = node.arguments ?? [];
    if (!given.some(({ value }) => hasVariable(value)))
      return { ...fixed, fixed: valuesOf(definition, node) };
    for (const { value } of given) this.values += countValues(value);
    this.slots += 1;
    return { ...fixed, slot: this.slots - 1, read: argumentReader(definition, node) };
  }
}

/** The minimum cost of a request, whatever it selects. */
const leastCost = 1;

const selectionsPerCost = 100;

export class RequestPlan {
  readonly plan: OperationPlan;
  readonly variables: Variables;
  readonly planning: number;
  #cost: number;
  #extra = 0;
  readonly #bill: Bill;
  readonly #values: (Args | Error | undefined)[];
  #amounts: Map<PlannedField, Amounts> | undefined;
  readonly #amountsOf = (field: PlannedField): Amounts => {
    const { amounts } = field.price;
    return typeof amounts === 'function' ? this.#compute(field, amounts) : amounts;
  };

  constructor(plan: OperationPlan, variables: Variables) {
    this.plan = plan;
    this.variables = variables;
    this.#values = new Array(plan.slots);
    for (const check of plan.listChecks) {
      if (check instanceof Error) throw check;
      const values = this.#valuesOf(check);
      if (!(values instanceof Error)) checkLists(check.definition.args, values);
    }
    this.#bill = billOf(plan.root, this.#amountsOf);
    this.planning = Math.floor(plan.selections / selectionsPerCost);
    this.#cost = this.#costOf(this.#bill);
  }

  get cost(): number {
    return this.#cost;
  }

  #costOf({ own }: Bill): number {
    return Math.max(leastCost, own, this.plan.introspectionObjects) + this.planning;
  }

  /** Adds a cost that is not of the operation; it is not refunded. */
  addCost(units: number): void {
    this.#extra += units;
    this.#cost += units;
  }

  /** The cost of the operation with other amounts for some fields. */
  costWith(changed: (field: PlannedField) => Amounts | undefined): number {
    return this.#costOf(billWith(this.plan.root, (field) => changed(field) ?? this.#amountsOf(field)));
  }

  get path(): readonly string[] {
    return mostExpensivePath(this.#bill);
  }

  /** The fields, and the input fields with a value, that require other scopes. */
  missing(scopes: readonly Scope[]): readonly Requirement[] {
    const { requirements } = this.plan;
    const fields = requirements.missing(scopes);
    if (requirements.inputs.length === 0) return fields;
    return [
      ...fields,
      ...requirements.inputs.flatMap(({ args, path }) => this.#missingIn(args, path, scopes)),
    ];
  }

  #missingIn(args: ArgumentValues, path: PathStep, scopes: readonly Scope[]): readonly Requirement[] {
    const values = this.#valuesOf(args);
    // Invalid values are reported when the field is executed.
    if (values instanceof Error) return [];
    return [...inputRules(args.definition.args, values)].flatMap(([field, rule]) =>
      rule === 'open' || allows(rule, scopes) ? [] : [{ field, scopes: rule, path }],
    );
  }

  args(args: ArgumentValues): Args {
    const values = this.#valuesOf(args);
    if (values instanceof Error) throw values;
    return values;
  }

  infoOf({ definition, nodes, parent, key }: PlannedField): GraphQLResolveInfo {
    const { schema, operation, fragments } = this.plan;
    return {
      fieldName: definition.name,
      fieldNodes: nodes,
      returnType: definition.type,
      parentType: parent,
      // All objects are resolved together, so only the last segment of the path is known.
      path: { prev: undefined, key, typename: parent.name },
      schema,
      fragments,
      rootValue: undefined,
      operation,
      variableValues: this.variables as Record<string, unknown>,
    };
  }

  #valuesOf({ slot, fixed, read, definition, node }: ArgumentValues): Args | Error {
    if (slot < 0) return fixed;
    const known = this.#values[slot];
    if (known !== undefined) return known;
    // Invalid values are read again by graphql-js, which describes the error.
    const values = read(this.variables) ?? valuesOf(definition, node, this.variables);
    this.#values[slot] = values;
    return values;
  }

  #compute(field: PlannedField, amountsFor: (args: Args) => Amounts): Amounts {
    this.#amounts ??= new Map();
    const known = this.#amounts.get(field);
    if (known !== undefined) return known;
    const values = this.#valuesOf(field.args);
    // Invalid values are reported when the field is executed.
    const amounts = amountsFor(values instanceof Error ? {} : values);
    this.#amounts.set(field, amounts);
    return amounts;
  }

  actualCost(data: unknown): number {
    const actual = actualCost(this.plan.root, data, this.#amountsOf);
    return Math.min(this.cost, Math.max(leastCost, actual) + this.planning + this.#extra);
  }
}
