import type { GeneratorValue } from 'fast-check';
import {
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLUnionType,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  isUnionType,
} from 'graphql';
import { schema } from '../../src/schema/index.ts';
import { type Pools, requests, ValueDrawer } from './drawn-values.ts';

type Composite = GraphQLObjectType | GraphQLInterfaceType | GraphQLUnionType;
type Field = GraphQLField<unknown, unknown>;

interface Fragment {
  readonly name: string;
  readonly on: string;
  readonly depth: number;
  readonly text: string;
}

/** A document, and the variables of several requests for it. */
export interface DrawnOperation {
  readonly query: string;
  readonly variables: readonly Readonly<Record<string, unknown>>[];
}

const deepest = 8;
const widest = 4;
const longest = 80;
/** Fields that lead to most of the graph are drawn more often. */
const roots = [
  ...['customers', 'customers', 'nodes', 'nodes', 'customer', 'customer', 'shippingTerms', '_entities'],
];
const frequent = ['Customer', 'Customer', 'Quantity', 'ShippingTerm', 'AccountGroup', 'Carrier'];
const fieldsOf = (type: Composite): readonly Field[] =>
  isUnionType(type) ? [] : Object.values(type.getFields());

/**
 * Draws valid operations of the schema, with all features that plans treat specially. The response key of a field
 * follows from its name, type and arguments, so that fields with the same key can always be merged.
 */
class Writer {
  readonly #values: ValueDrawer;
  readonly #keys = new Map<string, number>();
  readonly #arguments = new Map<string, string[]>();
  readonly #fragments: Fragment[] = [];
  #written = 0;

  constructor(values: ValueDrawer) {
    this.#values = values;
  }

  operation(query: GraphQLObjectType): DrawnOperation {
    const body = this.#selection(query, 0);
    const { variables } = this.#values;
    const declared = variables.map(({ declaration }) => declaration).join(', ');
    const fragments = this.#fragments.map(({ name, on, text }) => `fragment ${name} on ${on} ${text}`);
    return {
      query: [`query Drawn${declared && `(${declared})`} ${body}`, ...fragments].join('\n'),
      variables: Array.from({ length: requests }, (_, at) =>
        Object.fromEntries(
          variables.flatMap(({ name, given }) => (given[at] === undefined ? [] : [[name, given[at]]])),
        ),
      ),
    };
  }

  #directives(): string {
    const { chance, condition } = { chance: this.#values.chance, condition: () => this.#values.condition() };
    const include = chance(8) ? ` @include(if: ${condition()})` : '';
    return chance(6) ? `${include} @skip(if: ${condition()})` : include;
  }

  #drawArguments(field: Field): string {
    const { chance, one } = {
      chance: this.#values.chance,
      one: <T>(from: readonly T[]) => this.#values.one(from),
    };
    const hasCursor = chance(this.#values.isDaring ? 20 : 5);
    const [size, hasBoth] = [one(['first', 'last']), this.#values.isDaring && chance(4)];
    const given = field.args.filter(({ name, type }) => {
      if (name === 'first' || name === 'last') return name === size || hasBoth;
      if (name === 'after' || name === 'before') return hasCursor;
      // Most filters match nothing.
      return isNonNullType(type) || chance(name === 'filter' || name === 'query' ? 8 : 35);
    });
    const texts = given.map(({ name, type }) => `${name}: ${this.#values.argument(type, name).text}`);
    return texts.length === 0 ? '' : `(${texts.join(', ')})`;
  }

  /** New arguments, or those of an earlier field, so that both can be merged. */
  #argumentsOf(parent: Composite, field: Field): string {
    if (field.args.length === 0) return '';
    const name = `${parent.name}.${field.name}`;
    const known = this.#arguments.get(name) ?? [];
    if (known.length > 0 && this.#values.chance(50)) return this.#values.one(known);
    const drawn = this.#drawArguments(field);
    this.#arguments.set(name, [...known, drawn]);
    return drawn;
  }

  #head(parent: Composite, field: Field): string {
    const args = this.#argumentsOf(parent, field);
    const twin = this.#values.chance(5) ? 'b' : '';
    const called = `${field.name} ${field.type} ${args} ${twin}`;
    const number = this.#keys.get(called) ?? this.#keys.size;
    this.#keys.set(called, number);
    // The first field of a name needs no alias.
    const isFirst = [...this.#keys.keys()].find((each) => each.startsWith(`${field.name} `)) === called;
    return `${isFirst ? '' : `${field.name}_${number}: `}${field.name}${args}${this.#directives()}`;
  }

  #field(parent: Composite, field: Field, depth: number): string {
    const type = getNamedType(field.type);
    const isComposite = isCompositeType(type);
    if (isComposite && (depth >= deepest || this.#written > longest)) return '__typename';
    this.#written += 1;
    const head = this.#head(parent, field);
    const wasDaring = this.#values.isDaring;
    // If no ancestor is nullable, one error leaves nothing to compare.
    this.#values.isDaring ||= isComposite && !isNonNullType(nullableItem(field.type));
    const inner = isComposite ? ` ${this.#selection(type, depth + 1)}` : '';
    this.#values.isDaring = wasDaring;
    return `${head}${inner}`;
  }

  /** A type for a fragment among a type's fields. */
  #conditionFor(type: Composite): Composite {
    if (isAbstractType(type)) {
      const possible = schema.getPossibleTypes(type);
      const often = possible.filter(({ name }) => frequent.includes(name));
      return this.#values.chance(90) ? this.#values.one(this.#values.chance(50) ? often : possible) : type;
    }
    const [node] = type.getInterfaces();
    return node && this.#values.chance(30) ? node : type;
  }

  #spread(type: Composite, depth: number): string {
    const on = this.#conditionFor(type);
    const fitting = this.#fragments.filter((each) => each.on === on.name && each.depth >= depth);
    const [first] = fitting;
    if (first !== undefined && this.#values.chance(60)) return `...${this.#values.one(fitting).name}`;
    const text = this.#selection(on, depth + 1);
    const name = `F${this.#fragments.length}`;
    this.#fragments.push({ name, on: on.name, depth, text });
    return `...${name}`;
  }

  #inline(type: Composite, depth: number): string {
    const on = this.#conditionFor(type);
    const condition = on === type && this.#values.chance(30) ? '' : ` on ${on.name}`;
    return `...${condition}${this.#directives()} ${this.#selection(on, depth + 1)}`;
  }

  #part(type: Composite, depth: number): string {
    // Fragments on types with two fields are not worth drawing.
    const isOpen =
      depth < deepest && this.#written <= longest && (isAbstractType(type) || fieldsOf(type).length > 2);
    if (isOpen && this.#values.chance(isAbstractType(type) ? 60 : 10)) return this.#inline(type, depth);
    if (isOpen && this.#values.chance(isAbstractType(type) ? 60 : 12))
      return `${this.#spread(type, depth)}${this.#directives()}`;
    if (isUnionType(type)) return '__typename';
    const fields = fieldsOf(type);
    if (depth === 0 && this.#values.chance(60))
      return this.#field(type, rootNamed(this.#values.one(roots)), 0);
    const leading = fields.filter((field) => !isLeafType(getNamedType(field.type)));
    const isLeading = leading.length > 0 && this.#values.chance(depth === 0 ? 95 : 35);
    return this.#field(type, this.#values.one(isLeading ? leading : fields), depth);
  }

  #selection(type: Composite, depth: number): string {
    const width = this.#values.one([1, 2, 3, widest]);
    const parts = Array.from({ length: width }, () => this.#part(type, depth));
    return `{ ${this.#values.chance(50) ? '__typename ' : ''}${parts.join(' ')} }`;
  }
}

/** The type of the items if the field is a list that is never null. */
function nullableItem(type: GraphQLOutputType): GraphQLOutputType {
  const list = isNonNullType(type) ? type.ofType : type;
  return isNonNullType(type) && isListType(list) ? list.ofType : type;
}

function rootNamed(name: string): Field {
  const field = schema.getQueryType()?.getFields()[name];
  if (!field) throw new Error(`The schema has no ${name}.`);
  return field;
}

export function drawOperation(draw: GeneratorValue, pools: Pools): DrawnOperation {
  const query = schema.getQueryType();
  if (!query) throw new Error('The schema has no queries.');
  return new Writer(new ValueDrawer(draw, pools)).operation(query);
}
