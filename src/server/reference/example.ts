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

type Field = GraphQLField<unknown, unknown>;

/** A field on the way from a root to what an example shows. */
export interface Step {
  readonly owner: GraphQLObjectType;
  readonly field: Field;
}

export type Path = readonly [Step, ...Step[]];

const isAskable = ({ args, deprecationReason }: Field): boolean =>
  deprecationReason == null && !args.some(isRequiredArgument);

function leavesOf(type: GraphQLNamedType): readonly Field[] {
  if (!isCompositeType(type) || isUnionType(type)) return [];
  return Object.values(type.getFields()).filter(
    (field) => isLeafType(getNamedType(field.type)) && isAskable(field),
  );
}

/** What tells an object from others of its kind. */
const telling = ['id', 'name', 'code', 'message', 'path', 'value', 'displayValue', 'count'];

const byName = (fields: readonly Field[]): readonly string[] => {
  const names = fields.map(({ name }) => name);
  return [
    ...telling.filter((name) => names.includes(name)),
    ...names.filter((name) => !telling.includes(name)),
  ];
};

/** An object that is not what the example is about, in a few words; empty where there are none. */
function briefly(type: GraphQLNamedType, depth: number): string {
  const leaves = byName(leavesOf(type));
  const known = leaves.filter((name) => telling.includes(name));
  const chosen = known.length > 0 ? known : leaves.slice(0, 3);
  const inner = leaves.length < 2 && depth > 0 ? objectsOf(type, depth - 1) : [];
  return [...chosen, ...inner].join(' ');
}

/** What an object leads to, each in a few words. */
function objectsOf(type: GraphQLNamedType, depth: number): readonly string[] {
  if (!isObjectType(type)) return [];
  return Object.values(type.getFields())
    .filter((field) => !isLeafType(getNamedType(field.type)) && isAskable(field))
    .map((field) => ({ field, inner: briefly(getNamedType(field.type), depth) }))
    .filter(({ inner }) => inner !== '')
    .map(({ field, inner }) => `${field.name}${pageOf(field)} { ${inner} }`);
}

const pageOf = ({ args }: Field): string => argumentsOf({ root: '', owner: '', args });

/** All that an object says of itself; of one that says little, also what it leads to. */
function wholly(type: GraphQLNamedType): string {
  const leaves = byName(leavesOf(type));
  const parts = [...leaves, ...(leaves.length < 2 ? objectsOf(type, 1) : [])];
  return [...(isObjectType(type) ? [] : ['__typename']), ...parts].join(' ');
}

/** What comes of an argument: of a list its rows, of an object its name. */
function outcome(type: GraphQLNamedType): string {
  const { nodes, totalCount } = isObjectType(type) ? type.getFields() : {};
  const rows = nodes ? briefly(getNamedType(nodes.type), 1) : '';
  if (rows !== '') return `${totalCount ? 'totalCount ' : ''}nodes { ${rows} }`;
  return type.name.endsWith('Payload') ? wholly(type) : briefly(type, 0);
}

export interface Shown {
  /** The operation's name. */
  readonly name: string;
  /** The argument that it is about. */
  readonly chain?: Chain;
  /** The field that it is about. */
  readonly leaf?: string;
}

function shownOf(end: GraphQLNamedType, { chain, leaf }: Shown): string {
  if (isLeafType(end)) return '';
  if (leaf === undefined) return (chain ? outcome(end) : wholly(end)) || '__typename';
  const beside = byName(leavesOf(end)).filter((name) => name !== leaf && ['id', 'name'].includes(name));
  return [...beside, leaf].join(' ');
}

/** The operation that goes down a path, and shows all of what is at its end, or what it is about. */
export function operationOf(path: Path, shown: Shown): string {
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

/** The root types, in the order in which examples begin with them. */
export const rootsOf = (schema: GraphQLSchema): readonly GraphQLObjectType[] =>
  [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter(
    (type) => type != null,
  );
