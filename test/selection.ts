import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { schema } from '../src/schema/index.ts';

/** The object types of rows and values: all except root types, connections, edges and PageInfo. */
export const objectTypes: readonly GraphQLObjectType[] = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLObjectType =>
    isObjectType(type) &&
    !/^__|^Query$|^Mutation$|^Subscription$|(Connection|Edge)$|^PageInfo$/.test(type.name),
);

export const fieldsOf = (type: GraphQLObjectType): readonly GraphQLField<unknown, unknown>[] =>
  Object.values(type.getFields());

/** The object type of a field, which for a list is its connection. */
export function leadsTo(field: GraphQLField<unknown, unknown>): GraphQLObjectType | undefined {
  const type = getNamedType(field.type);
  return isObjectType(type) ? type : undefined;
}

export function typeNamed(name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`The schema has no object type ${name}.`);
  return type;
}

export const queryType: GraphQLObjectType = typeNamed('Query');

export function fieldNamed(type: string, name: string): GraphQLField<unknown, unknown> {
  const field = typeNamed(type).getFields()[name];
  if (field === undefined) throw new Error(`The schema has no ${type}.${name}.`);
  return field;
}

export const isConnection = (type: GraphQLObjectType | undefined): boolean =>
  type?.name.endsWith('Connection') ?? false;

function selected(field: GraphQLField<unknown, unknown>, depth: number, first: number): string {
  if (field.args.some(isRequiredArgument)) return '';
  const type = leadsTo(field);
  if (type === undefined) return field.name;
  if (type.name.endsWith('Edge')) return `${field.name} { cursor }`;
  // A connection and its rows count as one level of depth.
  const within = everythingOf(
    type,
    isConnection(type) || type.name === 'PageInfo' ? depth : depth - 1,
    first,
  );
  const page = isConnection(type) ? `(first: ${first})` : '';
  return within === '' ? '' : `${field.name}${page} ${within}`;
}

/** A selection of all fields that need no argument, `depth` objects deep, with `first` rows of each list. */
export function everythingOf(type: GraphQLObjectType, depth: number, first: number): string {
  if (depth < 1) return '';
  const fields = fieldsOf(type).map((field) => selected(field, depth, first));
  return `{ __typename ${fields.filter((field) => field !== '').join(' ')} }`;
}

/** Every object in a response that has a `__typename`, at any depth. */
export function objectsIn(value: unknown): readonly { readonly __typename: string; readonly id?: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const within = Object.values(value).flatMap(objectsIn);
  // An object with a `__typename` was selected with it, and with an `id` if its type has one.
  return '__typename' in value ? [value as { readonly __typename: string }, ...within] : within;
}

/** The ids in a response, by type. */
export function idsIn(answer: unknown): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { __typename, id } of objectsIn(answer)) {
    if (id !== undefined) found.set(__typename, (found.get(__typename) ?? new Set()).add(id));
  }
  return found;
}
