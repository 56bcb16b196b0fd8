import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { schema } from '../src/schema/index.ts';

/** The object types that rows and values have: neither roots nor what pages are made of. */
export const objectTypes: readonly GraphQLObjectType[] = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLObjectType =>
    isObjectType(type) &&
    !/^__|^Query$|^Mutation$|^Subscription$|(Connection|Edge)$|^PageInfo$/.test(type.name),
);

export const fieldsOf = (type: GraphQLObjectType): readonly GraphQLField<unknown, unknown>[] =>
  Object.values(type.getFields());

/** The object type that a field leads to, the connection of a list. */
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
  // A connection and what is listed in it are one step.
  const within = everythingOf(
    type,
    isConnection(type) || type.name === 'PageInfo' ? depth : depth - 1,
    first,
  );
  const page = isConnection(type) ? `(first: ${first})` : '';
  return within === '' ? '' : `${field.name}${page} ${within}`;
}

/** Every field of a type that needs no argument, `depth` objects deep, with the first few rows of every list. */
export function everythingOf(type: GraphQLObjectType, depth: number, first: number): string {
  if (depth < 1) return '';
  const fields = fieldsOf(type).map((field) => selected(field, depth, first));
  return `{ __typename ${fields.filter((field) => field !== '').join(' ')} }`;
}

/** Every object in an answer that says its type, wherever it is. */
export function objectsIn(value: unknown): readonly { readonly __typename: string; readonly id?: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const within = Object.values(value).flatMap(objectsIn);
  // What has a __typename was selected with it, and an id where its type has one.
  return '__typename' in value ? [value as { readonly __typename: string }, ...within] : within;
}

/** The ids in an answer, by type. */
export function idsIn(answer: unknown): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { __typename, id } of objectsIn(answer)) {
    if (id !== undefined) found.set(__typename, (found.get(__typename) ?? new Set()).add(id));
  }
  return found;
}
