import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

/** Uses of a type: the coordinates of fields that return it, and of fields and arguments that accept it. */
export interface Uses {
  readonly returnedBy: readonly string[];
  readonly acceptedBy: readonly string[];
}

type Lists = Map<string, { returnedBy: string[]; acceptedBy: string[] }>;

function note(lists: Lists, type: GraphQLNamedType, how: keyof Uses, coordinate: string): void {
  const uses = lists.get(type.name) ?? { returnedBy: [], acceptedBy: [] };
  uses[how].push(coordinate);
  lists.set(type.name, uses);
}

function noteFields(lists: Lists, type: GraphQLNamedType): void {
  if (isInputObjectType(type))
    for (const field of Object.values(type.getFields()))
      note(lists, getNamedType(field.type), 'acceptedBy', `${type.name}.${field.name}`);
  if (!isObjectType(type) && !isInterfaceType(type)) return;
  for (const field of Object.values(type.getFields())) {
    const coordinate = `${type.name}.${field.name}`;
    note(lists, getNamedType(field.type), 'returnedBy', coordinate);
    for (const arg of field.args)
      note(lists, getNamedType(arg.type), 'acceptedBy', `${coordinate}.${arg.name}`);
  }
}

export function usesOf(schema: GraphQLSchema): ReadonlyMap<string, Uses> {
  const lists: Lists = new Map();
  for (const type of Object.values(schema.getTypeMap()))
    if (!type.name.startsWith('__')) noteFields(lists, type);
  return lists;
}
