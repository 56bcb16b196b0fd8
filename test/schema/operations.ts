import fc, { type GeneratorValue } from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { schema } from '../../src/schema/index.ts';

/** The values of arguments, by the name of their type or their own name. */
export interface Values {
  readonly ids: readonly string[];
  readonly texts: readonly string[];
  /** Ids of source records that exist; half of those drawn. */
  readonly sourceIds: readonly string[];
  readonly cursors: readonly string[];
}

const deepest = 5;
const widest = 4;

/** Draws valid operations from the schema: any fields, with any arguments that are valid by the schema. */
class Writer {
  readonly #draw: GeneratorValue;
  readonly #values: Values;
  #fields = 0;

  constructor(draw: GeneratorValue, values: Values) {
    this.#draw = draw;
    this.#values = values;
  }

  #one<T>(from: readonly T[]): T {
    const at = this.#draw(fc.nat, from.length - 1);
    return from[at] as T;
  }

  #chance = (percent: number): boolean => this.#draw(fc.nat, 99) < percent;

  #scalar(name: string, argument: string): string {
    if (argument === 'after' || argument === 'before') return JSON.stringify(this.#one(this.#values.cursors));
    // A facet returns the state in the filter, which can be any text.
    if (argument === 'state') return JSON.stringify(this.#one(['IL', 'OH', 'BY']));
    if (argument === 'sourceId' && this.#chance(50)) return JSON.stringify(this.#one(this.#values.sourceIds));
    if (name === 'Int') return String(this.#draw(fc.nat, 4));
    if (name === 'Decimal') return JSON.stringify(String(this.#draw(fc.nat, 1_000)));
    if (name === 'Boolean') return String(this.#draw(fc.boolean));
    if (name === '_Any')
      return `{ __typename: "Customer", id: ${JSON.stringify(this.#one(this.#values.ids))} }`;
    if (name === 'ID') return JSON.stringify(this.#one(this.#values.ids));
    if (name === 'DateTime') return JSON.stringify(`20${10 + this.#draw(fc.nat, 20)}-05-01T00:00:00Z`);
    return JSON.stringify(this.#one(this.#values.texts));
  }

  #input(type: GraphQLInputType, argument: string, depth: number): string {
    if (isNonNullType(type)) return this.#input(type.ofType, argument, depth);
    if (isListType(type)) {
      const items = Array.from({ length: this.#draw(fc.nat, 3) }, () =>
        this.#input(type.ofType, argument, depth),
      );
      return `[${items.join(', ')}]`;
    }
    if (isEnumType(type)) return this.#one(type.getValues()).name;
    if (!isInputObjectType(type)) return this.#scalar(getNamedType(type).name, argument);
    const fields = Object.values(type.getFields());
    const chosen = type.isOneOf
      ? [this.#one(fields)]
      : fields.filter((field) => isNonNullType(field.type) || (depth < 2 && this.#chance(12)));
    return `{ ${chosen.map((field) => `${field.name}: ${this.#input(field.type, field.name, depth + 1)}`).join(', ')} }`;
  }

  #arguments(args: readonly GraphQLArgument[]): string {
    const hasCursor = this.#chance(15);
    // Both at once is an error, which the tests of page sizes cover.
    const size = this.#one(['first', 'last']);
    const given = args.filter(({ name, type }) => {
      if (name === 'first' || name === 'last') return name === size;
      if (name === 'after' || name === 'before') return hasCursor;
      // Most filters match nothing.
      return isNonNullType(type) || this.#chance(name === 'filter' ? 20 : 50);
    });
    if (given.length === 0) return '';
    return `(${given.map(({ name, type }) => `${name}: ${this.#input(type, name, 0)}`).join(', ')})`;
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number): string | undefined {
    const type = getNamedType(field.type);
    const isComposite = isObjectType(type) || isAbstractType(type);
    if (isComposite && depth >= deepest) return undefined;
    const inner = isComposite ? ` ${this.selection(type as GraphQLObjectType, depth + 1)}` : '';
    this.#fields += 1;
    // A unique alias, so that fields cannot conflict.
    return `f${this.#fields}: ${field.name}${this.#arguments(field.args)}${inner}`;
  }

  selection(type: GraphQLObjectType, depth: number): string {
    if (isAbstractType(type)) {
      const parts = Array.from({ length: 3 }, () => this.#one(schema.getPossibleTypes(type)));
      return `{ __typename ${parts.map((each) => `... on ${each.name} ${this.selection(each, depth)}`).join(' ')} }`;
    }
    // The filter of a group returns that of the arguments, which can have any text.
    const fields = Object.values(type.getFields()).filter(({ name }) => name !== 'filter');
    const chosen = Array.from({ length: widest }, () => this.#one(fields));
    const lines = chosen.map((field) => this.#field(field, depth));
    return `{ __typename ${lines.filter((line) => line !== undefined).join(' ')} }`;
  }
}

/** A valid query of the schema. */
export function drawOperation(draw: GeneratorValue, values: Values): string {
  const query = schema.getQueryType();
  if (!query) throw new Error('The schema has no queries.');
  return `query ${new Writer(draw, values).selection(query, 0)}`;
}
