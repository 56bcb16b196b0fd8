import type { GraphQLResolveInfo } from 'graphql';
import { type ArgumentValues, valuesOf } from './arguments.ts';
import type { Args } from './field-facts.ts';
import type { Amounts } from './field-price.ts';
import { checkLists } from './list-check.ts';
import type { OperationPlan, PlannedField, Variables } from './plan.ts';
import { actualCost, type Price, priceOf } from './price.ts';

/** The minimum cost of a request, whatever it selects. */
const leastCost = 1;

/** Number of selections whose planning costs 1. */
const selectionsPerCost = 100;

/** A plan with the variables of one request: the argument values, and the price, which depends on them. */
export class RequestPlan {
  readonly plan: OperationPlan;
  readonly variables: Variables;
  /** The maximum cost. */
  readonly cost: number;
  /** The part of the cost that is always charged: planning. */
  readonly planning: number;
  readonly #price: Price;
  readonly #values: (Args | Error | undefined)[];
  readonly #amounts = new Map<PlannedField, Amounts>();
  readonly #amountsOf = (field: PlannedField): Amounts => {
    const { amounts } = field.price;
    return typeof amounts === 'function' ? this.#compute(field, amounts) : amounts;
  };

  /** Throws ListTooLong if a list in the arguments is too long. */
  constructor(plan: OperationPlan, variables: Variables) {
    this.plan = plan;
    this.variables = variables;
    this.#values = new Array(plan.slots);
    for (const check of plan.listChecks) {
      if (check instanceof Error) throw check;
      const values = this.#valuesOf(check);
      if (!(values instanceof Error)) checkLists(check.definition.args, values);
    }
    this.#price = priceOf(plan.root, this.#amountsOf);
    this.planning = Math.floor(plan.selections / selectionsPerCost);
    this.cost = Math.max(leastCost, this.#price.cost, plan.introspectionObjects) + this.planning;
  }

  /** Response keys down to the most expensive field. */
  get path(): readonly string[] {
    return this.#price.path;
  }

  /** Returns the values of a field's arguments; throws if they are invalid. */
  args(args: ArgumentValues): Args {
    const values = this.#valuesOf(args);
    if (values instanceof Error) throw values;
    return values;
  }

  /** The last parameter of a resolver. */
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

  #valuesOf({ slot, fixed, definition, node }: ArgumentValues): Args | Error {
    if (slot < 0) return fixed;
    const known = this.#values[slot];
    if (known !== undefined) return known;
    const values = valuesOf(definition, node, this.variables);
    this.#values[slot] = values;
    return values;
  }

  #compute(field: PlannedField, amountsFor: (args: Args) => Amounts): Amounts {
    const known = this.#amounts.get(field);
    if (known !== undefined) return known;
    const values = this.#valuesOf(field.args);
    // Invalid values are reported when the field is executed.
    const amounts = amountsFor(values instanceof Error ? {} : values);
    this.#amounts.set(field, amounts);
    return amounts;
  }

  /** The cost of the data that the operation returned, plus the cost of its planning. */
  actualCost(data: unknown): number {
    const actual = actualCost(this.plan.root, data, this.#amountsOf);
    return Math.min(this.cost, Math.max(leastCost, actual) + this.planning);
  }
}
