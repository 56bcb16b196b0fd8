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
  readonly givenBy: readonly string[];
  readonly takenBy: readonly string[];
}

type Lists = Map<string, { givenBy: string[]; takenBy: string[] }>;

function note(lists: Lists, type: GraphQLNamedType, how: keyof Uses, coordinate: string): void {
  const uses = lists.get(type.name) ?? { givenBy: [], takenBy: [] };
  uses[how].push(coordinate);
  lists.set(type.name, uses);
}

function noteFields(lists: Lists, type: GraphQLNamedType): void {
  if (isInputObjectType(type))
    for (const field of Object.values(type.getFields()))
      note(lists, getNamedType(field.type), 'takenBy', `${type.name}.${field.name}`);
  if (!isObjectType(type) && !isInterfaceType(type)) return;
  for (const field of Object.values(type.getFields())) {
    const coordinate = `${type.name}.${field.name}`;
    note(lists, getNamedType(field.type), 'givenBy', coordinate);
    for (const arg of field.args) note(lists, getNamedType(arg.type), 'takenBy', `${coordinate}.${arg.name}`);
  }
}

/** Uses of each type, by its name. */
export function usesOf(schema: GraphQLSchema): ReadonlyMap<string, Uses> {
  const lists: Lists = new Map();
  for (const type of Object.values(schema.getTypeMap()))
    if (!type.name.startsWith('__')) noteFields(lists, type);
  return lists;
}
