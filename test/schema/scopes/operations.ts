import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import { type NodeType, nodeTypes, prefixOf } from '../../../src/db/model/id.ts';
import { schema } from '../../../src/schema/index.ts';

/** A field on the path to another, as it is selected. */
export interface Step {
  readonly type: string;
  readonly field: string;
  readonly isList: boolean;
  readonly text: string;
}

/** An operation of one field, and the fields that lead to it. */
export interface Operation {
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly text: string;
  readonly steps: readonly Step[];
  /** The objects that `node`, `nodes` or `_entities` look up, and the path of the error if the caller cannot. */
  readonly lookUp?: { readonly type: NodeType; readonly path: readonly (string | number)[] };
}

const scalars: Readonly<Record<string, string>> = {
  ID: '"x"',
  Int: '1',
  Float: '1',
  Boolean: 'true',
  Decimal: '"1"',
  JSONObject: '{}',
};

/** A literal that is valid by the schema and invalid by the domain's rules, so that nothing is written; a dry run if possible. */
function literal(type: GraphQLInputType): string {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return `[${literal(nullable.ofType)}]`;
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name ?? '';
  if (!isInputObjectType(nullable)) return scalars[String(nullable)] ?? '""';
  const fields = Object.values(nullable.getFields());
  const given = nullable.isOneOf
    ? fields.slice(0, 1)
    : fields.filter((field) => isRequiredInputField(field) || field.name === 'dryRun');
  return `{ ${given.map((field) => `${field.name}: ${literal(field.type)}`).join(', ')} }`;
}

type Field = GraphQLField<unknown, unknown>;

/** An invalid cursor ends a subscription before it waits for events. */
function stepOf(type: GraphQLObjectType, field: Field): Step {
  const args = field.args
    .filter((arg) => isRequiredArgument(arg) || (type.name === 'Subscription' && arg.name === 'after'))
    .map((arg) => `${arg.name}: ${literal(arg.type)}`);
  return {
    type: type.name,
    field: field.name,
    isList: isListType(getNullableType(field.type)),
    text: `${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}`,
  };
}

export const fieldsOf = (type: GraphQLObjectType): readonly Field[] => Object.values(type.getFields());

/** The shortest path from a root type to each object type, through objects only. */
function routesFrom(root: GraphQLObjectType): ReadonlyMap<GraphQLObjectType, readonly Step[]> {
  const routes = new Map<GraphQLObjectType, readonly Step[]>([[root, []]]);
  for (const [type, steps] of routes)
    for (const field of fieldsOf(type)) {
      const next = getNamedType(field.type);
      if (isObjectType(next) && !routes.has(next)) routes.set(next, [...steps, stepOf(type, field)]);
    }
  return routes;
}

const nested = (texts: readonly string[]): string =>
  texts.reduceRight((inner, text) => (inner === '' ? text : `${text} { ${inner} }`), '');

const below = (field: Field): readonly string[] =>
  isCompositeType(getNamedType(field.type)) ? ['__typename'] : [];

function operation(kind: Operation['kind'], steps: readonly Step[], last: Field): Operation {
  const text = `${kind} { ${nested([...steps.map((each) => each.text), ...below(last)])} }`;
  return { kind, text, steps };
}

const routes = (['query', 'mutation', 'subscription'] as const).flatMap((kind) => {
  const root = schema.getRootType(kind as never);
  return root ? [{ kind, to: routesFrom(root) }] : [];
});

const idOf = (type: NodeType): string => (type === 'Quantity' ? 'qty_flat_rate_stm_x' : `${prefixOf(type)}x`);

/** Ways to look up an object of a node type by its external keys: the usual ones, or all. */
function lookUps(
  type: NodeType,
  isWhole: boolean,
): readonly (Step & { readonly path: readonly (string | number)[] })[] {
  const root = (field: string, args: string, ...at: number[]) => ({
    type: 'Query',
    field,
    isList: at.length > 0,
    text: `${field}(${args})`,
    path: [field, ...at],
  });
  const entity = (key: string, value: string) =>
    root('_entities', `representations: [{ __typename: "${type}", ${key}: "${value}" }]`, 0);
  const each = [root('node', `id: "${idOf(type)}"`), entity('id', idOf(type))];
  if (!isWhole) return each;
  return [
    ...each,
    root('nodes', `ids: ["${idOf(type)}"]`, 0),
    ...(type === 'Customer' ? [entity('number', 'x'), entity('shortId', 'x')] : []),
  ];
}

function lookingUp(type: GraphQLObjectType, field: Field): readonly Operation[] {
  const node = nodeTypes.find((each) => each === type.name);
  if (node === undefined) return [];
  const last = stepOf(type, field);
  return lookUps(node, ['id', 'name'].includes(field.name)).map(({ path, ...step }) => ({
    kind: 'query',
    text: `{ ${nested([step.text, `... on ${node}`, last.text, ...below(field)])} }`,
    steps: [step, last],
    lookUp: { type: node, path },
  }));
}

/** An operation for each way in which a field can be reached: from each root type, and by id or key. */
export function operationsFor(type: GraphQLObjectType, field: Field): readonly Operation[] {
  const fromRoots = routes.flatMap(({ kind, to }) => {
    const steps = to.get(type);
    return steps === undefined ? [] : [operation(kind, [...steps, stepOf(type, field)], field)];
  });
  return [...fromRoots, ...lookingUp(type, field)];
}

export const objectTypes: readonly GraphQLObjectType[] = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter(({ name }) => !name.startsWith('__'));
