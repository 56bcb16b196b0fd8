import { type GraphQLInputObjectType, getNamedType, isEnumType, isInputObjectType } from 'graphql';

/** One value of an enum or a boolean at a place of an input. */
export interface Variant {
  readonly path: readonly string[];
  readonly value: string | boolean;
  /** The input field with its type, and the value: `CarrierCreateInput.code: CarrierCode.UPS`. */
  readonly name: string;
}

type Input = Readonly<Record<string, unknown>>;

const isInput = (value: unknown): value is Input => typeof value === 'object' && value !== null;

/** All values of the enums and booleans that an input has. */
export function variantsOf(
  type: GraphQLInputObjectType,
  input: object,
  path: readonly string[] = [],
): readonly Variant[] {
  return Object.entries(input).flatMap(([name, given]) => {
    const field = type.getFields()[name];
    const named = getNamedType(field?.type);
    const [value, place] = Array.isArray(given) ? [given[0], [...path, name, '0']] : [given, [...path, name]];
    if (isInputObjectType(named) && isInput(value)) return variantsOf(named, value, place);
    const values = isEnumType(named) ? named.getValues().map((each) => each.name) : [true, false];
    if (isEnumType(named) || typeof value === 'boolean')
      return values.map((each) => ({
        path: place,
        value: each,
        name: `${type.name}.${name}: ${named}.${each}`,
      }));
    return [];
  });
}

/** The input with another value at the place of the variant. */
export function withVariant(input: object, { path, value }: Variant): object {
  const copy = structuredClone(input);
  const last = path.at(-1) ?? '';
  const holder = path.slice(0, -1).reduce<object>((at, name) => Reflect.get(at, name), copy);
  Reflect.set(holder, last, value);
  return copy;
}
