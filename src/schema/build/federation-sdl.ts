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
import { nodeTypes } from '../../db/model/id.ts';
import { entityKeys } from './federation-entity.ts';

// @oneOf is built into GraphQL, but Apollo's composer does not know it.
const head = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.0", import: ["@key", "@shareable"])

directive @oneOf on INPUT_OBJECT`;

/** Types without identity, which other services may define too. */
const shareableTypes = new Set(['Money', 'PageInfo']);

/** Types and fields that every router adds itself. */
const routerNames = new Set(['_Any', '_Entity', '_Service', '_entities', '_service']);

function withDirectives(type: ObjectTypeDefinitionNode, text: string): ObjectTypeDefinitionNode {
  const [parsed] = parse(`type T ${text}`).definitions;
  return parsed?.kind === Kind.OBJECT_TYPE_DEFINITION
    ? { ...type, directives: parsed.directives ?? [] }
    : type;
}

function directivesOf(name: string): string {
  if (shareableTypes.has(name)) return '@shareable';
  const type = nodeTypes.find((each) => each === name);
  return type === undefined
    ? ''
    : entityKeys(type)
        .map((key) => `@key(fields: "${key}")`)
        .join(' ');
}

function printSubgraph(schema: GraphQLSchema): string {
  const unlessMachinery = ({ name }: { readonly name: NameNode }) =>
    routerNames.has(name.value) ? null : undefined;
  const document = visit(parse(printSchema(lexicographicSortSchema(schema))), {
    FieldDefinition: unlessMachinery,
    ScalarTypeDefinition: unlessMachinery,
    UnionTypeDefinition: unlessMachinery,
    ObjectTypeDefinition: (type) =>
      routerNames.has(type.name.value) ? null : withDirectives(type, directivesOf(type.name.value)),
  });
  return `${head}\n\n${print(document)}\n`;
}

const printed = new WeakMap<GraphQLSchema, string>();

export function subgraphOf(schema: GraphQLSchema): string {
  const known = printed.get(schema) ?? printSubgraph(schema);
  printed.set(schema, known);
  return known;
}
