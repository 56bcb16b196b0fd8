import { type DocumentNode, type GraphQLError, Kind, type TypeNode, visit } from 'graphql';
import { maxQueryLength, searchShape } from '../../db/search-words.ts';
import { tooMuch } from '../limits/refused.ts';
import { noNul } from './nul.ts';

/** Objects and lists in the variables of a request: each is checked against all fields of its type. */
const maxObjects = 10_000;

/** Checking so many items of a list takes as long as checking an object. */
const itemsPerObject = 2;

/** The variables of a request are checked in a turn from this many objects and lists on. */
export const manyObjects = 500;

export interface VariablesSize {
  /** Objects and lists, with items of lists at their part. */
  readonly objects: number;
  readonly error: GraphQLError | undefined;
}

/** Visits variables without anything made for each value: there can be a megabyte of them. */
class Walk {
  objects = 0;

  /** The path of the first string with a NUL character, which no database text can hold, below the value. */
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

/** Measures variables before they are coerced, and finds what no request can contain. */
export function measureVariables(variables: object): VariablesSize {
  const walk = new Walk();
  const nul = walk.visit(variables);
  const { objects } = walk;
  if (objects > maxObjects)
    return {
      objects,
      error: tooMuch(
        `The variables contain more than ${maxObjects} objects and lists (every ${itemsPerObject} items of a list count as one); send less at a time.`,
      ),
    };
  return { objects, error: nul === undefined ? undefined : noNul(`\`$${nul.slice(1)}\``) };
}

/** Types of which a cost depends only on whether there is a value. */
const costless = new Set(['ID', 'DateTime', 'Decimal', 'JSONObject']);

const isGiven = (value: unknown) => value !== null && value !== undefined;

/** The part of a variable's value that a cost depends on. */
export function costPartOf(type: TypeNode): (value: unknown) => unknown {
  if (type.kind === Kind.NON_NULL_TYPE) return costPartOf(type.type);
  const name = type.kind === Kind.NAMED_TYPE ? type.name.value : '';
  if (name === 'String') return (value) => (typeof value === 'string' ? queryShape(value) : null);
  return costless.has(name) ? isGiven : (value) => value ?? null;
}

/** The price of a query depends on the number of its words; one that is too long is rejected. */
function queryShape(text: string): string {
  if (text.length > maxQueryLength) return 'long';
  const { long, short } = searchShape(text);
  return `${long} ${short}`;
}

/** The variables of `@skip` and `@include`. */
export function conditionsOf(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive({ arguments: given = [] }) {
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}
