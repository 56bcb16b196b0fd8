import {
  type GraphQLSchema,
  Kind,
  lexicographicSortSchema,
  type NameNode,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  printSchema,
  visit,
} from 'graphql';
import { nodeTypes } from '../db/id.ts';
import { keysOf } from './federation-entity.ts';

// @oneOf is built into GraphQL, but Apollo's composer does not know it.
const head = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.0", import: ["@key", "@shareable"])

directive @oneOf on INPUT_OBJECT`;

/** Types without identity, which other services may define too. */
const values = new Set(['Money', 'PageInfo']);

/** Types and fields that every router adds itself. */
const machinery = new Set(['_Any', '_Entity', '_Service', '_entities', '_service']);

function withDirectives(type: ObjectTypeDefinitionNode, text: string): ObjectTypeDefinitionNode {
  const [parsed] = parse(`type T ${text}`).definitions;
  return parsed?.kind === Kind.OBJECT_TYPE_DEFINITION
    ? { ...type, directives: parsed.directives ?? [] }
    : type;
}

/** The federation directives of a type: its keys, or `@shareable`. */
function directivesOf(name: string): string {
  if (values.has(name)) return '@shareable';
  const type = nodeTypes.find((each) => each === name);
  return type === undefined
    ? ''
    : keysOf(type)
        .map((key) => `@key(fields: "${key}")`)
        .join(' ');
}

function printSubgraph(schema: GraphQLSchema): string {
  const unlessMachinery = ({ name }: { readonly name: NameNode }) =>
    machinery.has(name.value) ? null : undefined;
  const document = visit(parse(printSchema(lexicographicSortSchema(schema))), {
    FieldDefinition: unlessMachinery,
    ScalarTypeDefinition: unlessMachinery,
    UnionTypeDefinition: unlessMachinery,
    ObjectTypeDefinition: (type) =>
      machinery.has(type.name.value) ? null : withDirectives(type, directivesOf(type.name.value)),
  });
  return `${head}\n\n${print(document)}\n`;
}

const printed = new WeakMap<GraphQLSchema, string>();

/** The schema as a Federation 2 subgraph, for composers and routers. */
export function subgraphOf(schema: GraphQLSchema): string {
  const known = printed.get(schema) ?? printSubgraph(schema);
  printed.set(schema, known);
  return known;
}
