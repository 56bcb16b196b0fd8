import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { Selection } from './plan.ts';

type Sizes = Readonly<Record<string, number>>;

const sizesBySchema = new WeakMap<GraphQLSchema, { readonly ofAll: Sizes; readonly ofFields: Sizes }>();

function measure(schema: GraphQLSchema) {
  const types = Object.values(schema.getTypeMap());
  const fieldsOf = (type: unknown) =>
    isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
  const fields = types.flatMap(fieldsOf);
  const args = fields.reduce((sum, { args: each }) => sum + each.length, 0) / Math.max(1, fields.length);
  const average = (size: (type: (typeof types)[number]) => number, over = types) =>
    over.reduce((sum, type) => sum + size(type), 0) / Math.max(1, over.length);
  const sizes = (over: typeof types): Sizes => ({
    '__Schema.types': types.length,
    '__Schema.directives': schema.getDirectives().length,
    '__Directive.args': 1,
    '__Field.args': args,
    '__Type.fields': average((type) => fieldsOf(type).length, over),
    '__Type.inputFields': average(
      (type) => (isInputObjectType(type) ? Object.keys(type.getFields()).length : 0),
      over,
    ),
    '__Type.enumValues': average((type) => (isEnumType(type) ? type.getValues().length : 0), over),
    '__Type.possibleTypes': average(
      (type) => (isInterfaceType(type) || isUnionType(type) ? schema.getPossibleTypes(type).length : 0),
      over,
    ),
    '__Type.interfaces': average((type) => (isObjectType(type) ? type.getInterfaces().length : 0), over),
    // Half of the types of fields and arguments wrap another type.
    '__Type.ofType': 0.5,
  });
  return { ofAll: sizes(types), ofFields: sizes(fields.map(({ type }) => getNamedType(type))) };
}

const isIntrospection = (type: GraphQLNamedType): boolean => type.name.startsWith('__');

/** A type is either listed in `__schema.types` or is the type of another field. */
function sizeOf(schema: GraphQLSchema, coordinate: string, isListed: boolean): number {
  const sizes = sizesBySchema.get(schema) ?? measure(schema);
  sizesBySchema.set(schema, sizes);
  return (isListed ? sizes.ofAll : sizes.ofFields)[coordinate] ?? 1;
}

export function introspectionObjects(schema: GraphQLSchema, root: Selection): number {
  const counted = new Map<Selection, Map<boolean, number>>();
  function below(selection: Selection, isListed: boolean): number {
    const counts = counted.get(selection) ?? new Map<boolean, number>();
    counted.set(selection, counts);
    const found = counts.get(isListed);
    if (found !== undefined) return found;
    let total = 0;
    for (const { definition, inner } of selection.fields)
      for (const each of inner) {
        if (!isIntrospection(each.type)) continue;
        const { type } = selection;
        const size = isIntrospection(type) ? sizeOf(schema, `${type.name}.${definition.name}`, isListed) : 1;
        total += size * (1 + below(each, definition.name === 'types'));
      }
    counts.set(isListed, total);
    return total;
  }
  return below(root, false);
}
