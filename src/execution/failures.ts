import { type ExecutionResult, type GraphQLError, locatedError } from 'graphql';
import type { PlannedField, Selection, Shape } from './plan/plan.ts';

type Container = Record<string | number, unknown>;
type ResponsePath = readonly (string | number)[];

export interface Failures {
  /** Errors by the container and the key that they left null. */
  readonly at: Map<object, Map<string | number, Error>>;
  readonly selections: Map<object, Selection>;
}

class Settlement {
  readonly errors: GraphQLError[] = [];
  readonly #failures: Failures;

  constructor(failures: Failures) {
    this.#failures = failures;
  }

  /** Whether the object is valid: false if a non-null field has no value. */
  object(selection: Selection, object: Container, path: ResponsePath): boolean {
    for (const field of selection.fields) {
      if (field.constant !== undefined) continue;
      const isThere = this.#value(field, field.shape, object, field.key, [...path, field.key]);
      if (!isThere && field.shape.nonNull) return false;
    }
    return true;
  }

  #report(error: Error, { nodes }: PlannedField, path: ResponsePath): void {
    this.errors.push(locatedError(error, nodes, path));
  }

  #value(
    field: PlannedField,
    shape: Shape,
    container: Container,
    key: string | number,
    path: ResponsePath,
  ): boolean {
    const failure = this.#failures.at.get(container)?.get(key);
    const value = container[key];
    if (failure !== undefined) this.#report(failure, field, path);
    else if (value === null && shape.nonNull) this.#report(missing(field), field, path);
    if (value === null) return false;
    const isThere = this.#inner(field, shape, value, path);
    if (!isThere) container[key] = null;
    return isThere;
  }

  #inner(field: PlannedField, shape: Shape, value: unknown, path: ResponsePath): boolean {
    switch (shape.kind) {
      case 'leaf':
        return true;
      case 'list':
        return this.#list(field, shape.of, value as unknown[], path);
      case 'object':
        return this.object(shape.selection, value as Container, path);
      default:
        return this.#ofAbstract(value as Container, path);
    }
  }

  #ofAbstract(object: Container, path: ResponsePath): boolean {
    const selection = this.#failures.selections.get(object);
    return selection !== undefined && this.object(selection, object, path);
  }

  #list(field: PlannedField, of: Shape, list: unknown[], path: ResponsePath): boolean {
    // An array is a container whose keys are its indices.
    const container = list as unknown as Container;
    for (let index = 0; index < list.length; index++)
      if (!this.#value(field, of, container, index, [...path, index]) && of.nonNull) return false;
    return true;
  }
}

const missing = ({ parent, definition }: PlannedField): Error =>
  new Error(`Cannot return null for non-nullable field ${parent.name}.${definition.name}.`);

/** Reports each error at its path, and propagates nulls to the nearest nullable field. */
export function settle(root: Selection, data: Container, failures: Failures): ExecutionResult {
  const settlement = new Settlement(failures);
  const isThere = settlement.object(root, data, []);
  return { errors: settlement.errors, data: isThere ? data : null };
}
