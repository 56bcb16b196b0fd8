import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  OperationTypeNode,
  parse,
  print,
} from 'graphql';
import { argumentsOf, type Chain } from './argument-values.ts';

export type OutputField = GraphQLField<unknown, unknown>;

export interface FieldStep {
  readonly owner: GraphQLObjectType;
  readonly field: OutputField;
}

export type FieldPath = readonly [FieldStep, ...FieldStep[]];

const isAskable = ({ args, deprecationReason }: OutputField): boolean =>
  deprecationReason == null && !args.some(isRequiredArgument);

function leafFieldsOf(type: GraphQLNamedType): readonly OutputField[] {
  if (!isCompositeType(type) || isUnionType(type)) return [];
  return Object.values(type.getFields()).filter(
    (field) => isLeafType(getNamedType(field.type)) && isAskable(field),
  );
}

/** Fields that distinguish an object from others of its type. */
const identifyingFields = ['id', 'name', 'code', 'message', 'path', 'value', 'displayValue', 'count'];

const byName = (fields: readonly OutputField[]): readonly string[] => {
  const names = fields.map(({ name }) => name);
  return [
    ...identifyingFields.filter((name) => names.includes(name)),
    ...names.filter((name) => !identifyingFields.includes(name)),
  ];
};

/** A short selection of a secondary object; empty if it has no such fields. */
function shortSelection(type: GraphQLNamedType, depth: number): string {
  const leaves = byName(leafFieldsOf(type));
  const known = leaves.filter((name) => identifyingFields.includes(name));
  const chosen = known.length > 0 ? known : leaves.slice(0, 3);
  const inner = leaves.length < 2 && depth > 0 ? objectsOf(type, depth - 1) : [];
  return [...chosen, ...inner].join(' ');
}

function objectsOf(type: GraphQLNamedType, depth: number): readonly string[] {
  if (!isObjectType(type)) return [];
  return Object.values(type.getFields())
    .filter((field) => !isLeafType(getNamedType(field.type)) && isAskable(field))
    .map((field) => ({ field, inner: shortSelection(getNamedType(field.type), depth) }))
    .filter(({ inner }) => inner !== '')
    .map(({ field, inner }) => `${field.name}${exampleArguments(field)} { ${inner} }`);
}

const exampleArguments = ({ args }: OutputField): string => argumentsOf({ root: '', owner: '', args });

/** All leaf fields of a type; for a type with few of them, also its related objects. */
function fullSelection(type: GraphQLNamedType): string {
  const leaves = byName(leafFieldsOf(type));
  const parts = [...leaves, ...(leaves.length < 2 ? objectsOf(type, 1) : [])];
  return [...(isObjectType(type) ? [] : ['__typename']), ...parts].join(' ');
}

/** The selection that shows an argument's effect: the rows of a list, or the name of an object. */
function effectSelection(type: GraphQLNamedType): string {
  const { nodes, totalCount } = isObjectType(type) ? type.getFields() : {};
  const rows = nodes ? shortSelection(getNamedType(nodes.type), 1) : '';
  if (rows !== '') return `${totalCount ? 'totalCount ' : ''}nodes { ${rows} }`;
  return type.name.endsWith('Payload') ? fullSelection(type) : shortSelection(type, 0);
}

export interface ExampleOptions {
  readonly name: string;
  readonly chain?: Chain;
  readonly leaf?: string;
}

function shownOf(end: GraphQLNamedType, { chain, leaf }: ExampleOptions): string {
  if (isLeafType(end)) return '';
  if (leaf === undefined) return (chain ? effectSelection(end) : fullSelection(end)) || '__typename';
  const beside = byName(leafFieldsOf(end)).filter((name) => name !== leaf && ['id', 'name'].includes(name));
  return [...beside, leaf].join(' ');
}

/** The operation that selects a path, with all leaf fields at its end or the field or argument to show. */
export function operationOf(path: FieldPath, shown: ExampleOptions): string {
  const [{ owner, field }] = path;
  const end = getNamedType((path[path.length - 1] ?? path[0]).field.type);
  const selection = path.reduceRight(
    (inner, step, at) => {
      const args = argumentsOf({
        root: field.name,
        owner: `${step.owner.name}.${step.field.name}`,
        args: step.field.args,
        ...(at === 0 && shown.chain && { chain: shown.chain }),
      });
      return `${step.field.name}${args}${inner === '' ? '' : ` { ${inner} }`}`;
    },
    shownOf(end, shown),
  );
  return print(parse(`${operationKind(owner)} ${shown.name} { ${selection} }`));
}

const operationKind = ({ name }: GraphQLObjectType): string =>
  Object.values(OperationTypeNode).find((kind) => kind === name.toLowerCase()) ?? 'query';

export const rootsOf = (schema: GraphQLSchema): readonly GraphQLObjectType[] =>
  [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter(
    (type) => type != null,
  );
