import { type DocumentNode, type GraphQLError, Kind, visit } from 'graphql';
import { limitExceeded } from '../rejection.ts';
import { noNul } from './nul.ts';

/**
 * Maximum number of objects and lists in the variables of a
 * request: each is checked against all fields of its type.
 */
const maxObjects = 10_000;

/** Number of list items that take as long to check as one object. */
const itemsPerObject = 2;

/** Number of objects and lists from which variables are checked in a turn. */
export const manyObjects = 500;

export interface VariablesSize {
  /** Number of objects and lists; list items count as a fraction. */
  readonly objects: number;
  readonly error: GraphQLError | undefined;
}

/** Visits variables without allocating per value, since they can have a megabyte. */
class Walk {
  objects = 0;

  /**
   * Returns the path, below the value, of the first string with
   * a NUL character, which database text cannot contain.
   */
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

/** Measures variables before they are coerced, and finds values that no request can contain. */
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
  return { objects, error: nul === undefined ? undefined : noNul(`\`$${nul.slice(1)}\``) };
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
