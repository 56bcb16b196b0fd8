import { type GraphQLObjectType, getNamedType, isObjectType } from 'graphql';
import { canonicalDecimal } from '../../src/domain/decimal.ts';
import { isConnection } from '../selection.ts';

type Tree = Map<string, Tree>;

/** The fields that identify an object, and those that the gateway sets. */
const always = ['__typename', 'id', 'name', 'code', 'status', 'relationshipType'];

function printed(type: GraphQLObjectType, tree: Tree): string {
  const fields = type.getFields();
  const own = always.filter((name) => name === '__typename' || (name in fields && !tree.has(name)));
  const within = [...tree].map(([name, below]) => {
    const named = getNamedType(fields[name]?.type);
    if (!isObjectType(named)) return name;
    return isConnection(named)
      ? `${name} { nodes ${printed(nodeOf(named), below)} }`
      : `${name} ${printed(named, below)}`;
  });
  const sources = 'sources' in fields && !tree.has('sources') ? ['sources { system sourceId }'] : [];
  const owner = 'owner' in fields ? ['owner { type account { id } }'] : [];
  return `{ ${[...own, ...within, ...sources, ...owner].join(' ')} }`;
}

function nodeOf(connection: GraphQLObjectType): GraphQLObjectType {
  const node = getNamedType(connection.getFields().nodes?.type);
  if (!isObjectType(node)) throw new Error(`${connection.name} has no nodes.`);
  return node;
}

/** A selection of these paths, with the fields that identify each object on them. */
export function selectionOf(type: GraphQLObjectType, paths: readonly (readonly string[])[]): string {
  const tree: Tree = new Map();
  for (const path of paths) {
    let at = tree;
    for (const name of path) {
      const next: Tree = at.get(name) ?? new Map();
      at.set(name, next);
      at = next;
    }
  }
  return printed(type, tree);
}

/** The values at a path, of all items of the lists and connections on it. */
export function valuesAt(value: unknown, path: readonly string[]): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((each) => valuesAt(each, path));
  if (value === null || value === undefined) return [];
  if (typeof value === 'object' && 'nodes' in value) return valuesAt(value.nodes, path);
  const [name, ...rest] = path;
  if (name === undefined) return [value];
  return valuesAt(Reflect.get(Object(value), name), rest);
}

const decimal = /^-?\d+(?:\.\d+)?$/;

/** Whether a field has the value of an input: the value, the object with this key, or the parts of an object. */
export function isSame(given: unknown, read: unknown): boolean {
  if (typeof read === 'boolean' && typeof given === 'string') return read;
  if (typeof read === 'object' && read !== null) {
    const object = read as Readonly<Record<string, unknown>>;
    if (typeof given !== 'object' || given === null)
      return [object.id, object.code, object.name].includes(given);
    if ('id' in given) return object.id === given.id;
    if ('sourceId' in given && 'sources' in object)
      return valuesAt(object.sources, ['sourceId']).includes(given.sourceId);
    return '__typename' in object || JSON.stringify(object) === JSON.stringify(given);
  }
  const isDecimal = [given, read].every((each) => typeof each === 'string' && decimal.test(each));
  return isDecimal ? canonicalDecimal(String(given)) === canonicalDecimal(String(read)) : given === read;
}
