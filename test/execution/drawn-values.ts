import fc, { type GeneratorValue } from 'fast-check';
import {
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { typeOfId } from '../../src/db/model/id.ts';

/** The values of arguments, valid and invalid. */
export interface Pools {
  readonly ids: readonly string[];
  readonly customers: readonly string[];
  readonly units: readonly string[];
  readonly texts: readonly string[];
  readonly cursors: readonly string[];
}

/** A value as a literal of a document, and as the value of a variable. */
export interface Drawn {
  readonly text: string;
  readonly value: unknown;
}

interface Variable {
  readonly declaration: string;
  readonly name: string;
  /** The value in each of the requests; undefined if absent. */
  readonly given: readonly unknown[];
}

/** The place of a value: the argument or field, the depth in input objects, and whether it is required. */
interface Where {
  readonly name: string;
  readonly depth: number;
  readonly mayVary: boolean;
  readonly isRequired?: boolean;
}

/** The number of requests for an operation, each with its own variables. */
export const requests = 3;

const cursorNames = new Set(['after', 'before']);
const sizeNames = new Set(['first', 'last']);
const leaf = (value: unknown): Drawn => ({ text: JSON.stringify(value), value });

/** Draws values of their types, and the variables that hold some of them. */
export class ValueDrawer {
  readonly variables: Variable[] = [];
  /** Whether half of the values can be invalid. */
  isDaring = false;
  readonly #flags: string[] = [];
  readonly #draw: GeneratorValue;
  readonly #pools: Pools;

  constructor(draw: GeneratorValue, pools: Pools) {
    this.#draw = draw;
    this.#pools = pools;
  }

  one<T>(from: readonly T[]): T {
    const at = this.#draw(fc.nat, from.length - 1);
    return from[at] as T;
  }

  chance = (percent: number): boolean => this.#draw(fc.nat, 99) < percent;

  argument(type: GraphQLInputType, name: string): Drawn {
    return this.#value(type, { name, depth: 0, mayVary: true });
  }

  /** The condition of `@skip` or `@include`. */
  condition(): string {
    if (this.chance(30)) return String(this.chance(50));
    if (this.#flags.length > 3 || (this.#flags.length > 0 && this.chance(60))) return this.one(this.#flags);
    const flag = this.#declare('Boolean!', ' = true', () => this.one([true, false, undefined]));
    this.#flags.push(flag);
    return flag;
  }

  #declare(type: string, fallback: string, give: () => unknown): string {
    const name = `v${this.variables.length}`;
    const given = Array.from({ length: requests }, give);
    this.variables.push({ name, given, declaration: `$${name}: ${type}${fallback}` });
    return `$${name}`;
  }

  #variable(type: GraphQLInputType, where: Where): Drawn {
    const there = getNullableType(type);
    const draw = () => this.#value(there, { ...where, mayVary: false, isRequired: true });
    if (where.isRequired || (isNonNullType(type) && this.chance(50)))
      return { text: this.#declare(`${there}!`, '', () => draw().value), value: undefined };
    const hasDefault = isNonNullType(type) || this.chance(40);
    const give = () => this.one([draw().value, draw().value, undefined, null]);
    const fallback = hasDefault ? ` = ${draw().text}` : '';
    return { text: this.#declare(String(there), fallback, give), value: undefined };
  }

  #value(type: GraphQLInputType, where: Where): Drawn {
    if (where.mayVary && this.chance(18)) return this.#variable(type, where);
    if (isNonNullType(type)) return this.#value(type.ofType, { ...where, isRequired: true });
    if (!where.isRequired && this.chance(3)) return leaf(null);
    if (isListType(type)) return this.#list(type.ofType, { ...where, isRequired: false });
    if (isEnumType(type)) {
      const { name } = this.one(type.getValues());
      return { text: name, value: name };
    }
    return isInputObjectType(type) ? this.#object(type, where) : this.#scalar(getNamedType(type).name, where);
  }

  #list(type: GraphQLInputType, where: Where): Drawn {
    const length = this.#draw(fc.nat, where.name === 'ids' ? 6 : 3);
    const items = Array.from({ length }, () => this.#value(type, where));
    // One item is coerced to a list of it.
    const [only, second] = items;
    if (only && !second && only.text !== 'null' && !only.text.startsWith('$') && this.chance(25)) return only;
    return { text: `[${items.map(({ text }) => text).join(', ')}]`, value: items.map(({ value }) => value) };
  }

  #object(type: GraphQLInputType, where: Where): Drawn {
    if (!isInputObjectType(type)) return leaf(null);
    const fields = Object.values(type.getFields());
    const chosen = type.isOneOf
      ? [this.one(fields)]
      : fields.filter((field) => isNonNullType(field.type) || (where.depth < 2 && this.chance(12)));
    const drawn = chosen.map(({ name, type: inner }) => {
      const within = { name, depth: where.depth + 1, mayVary: where.mayVary, isRequired: type.isOneOf };
      return [name, this.#value(inner, within)] as const;
    });
    return {
      text: `{ ${drawn.map(([name, { text }]) => `${name}: ${text}`).join(', ')} }`,
      value: Object.fromEntries(drawn.map(([name, { value }]) => [name, value])),
    };
  }

  #scalar(type: string, { name, depth }: Where): Drawn {
    const { ids, customers, units, texts, cursors } = this.#pools;
    if (cursorNames.has(name)) return leaf(this.one(cursors));
    if (type === '_Any') return this.#representation();
    if (type === 'Int') return leaf(this.#number(name));
    if (type === 'Boolean') return leaf(this.chance(50));
    if (type === 'DateTime') return leaf(`20${10 + this.#draw(fc.nat, 20)}-05-01T00:00:00Z`);
    if (type === 'Decimal') return leaf(String(this.#draw(fc.nat, 2_000)));
    if (type !== 'ID') return leaf(this.one(texts));
    if (name === 'to' && this.chance(90)) return leaf(this.one(units));
    return leaf(this.one(name === 'id' && depth > 0 && this.chance(85) ? customers : ids));
  }

  /** An entity representation, with one of its keys or without any. */
  #representation(): Drawn {
    const { ids, texts } = this.#pools;
    const id = this.one(ids);
    const type = this.chance(70) ? typeOfId(id) : this.one(['Customer', 'Customer', 'PageInfo', 7]);
    const key = type === 'Customer' && this.chance(50) ? this.one(['number', 'shortId', 'name']) : 'id';
    const value = { __typename: type ?? null, [key]: key === 'id' ? id : this.one([...texts, 7]) };
    const parts = Object.entries(value).map(([name, part]) => `${name}: ${JSON.stringify(part)}`);
    return { text: `{ ${parts.join(', ')} }`, value };
  }

  #number(name: string): number {
    if (sizeNames.has(name) && this.chance(this.isDaring ? 8 : 1)) return this.one([-1, 251]);
    return this.#draw(fc.nat, 4);
  }
}
