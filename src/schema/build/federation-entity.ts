import type { Context } from '../../context.ts';
import { type NodeType, nodeTypes } from '../../db/model/id.ts';
import type { ColumnOf, ModelName } from '../../db/model/table.ts';
import { isObject } from '../../is-object.ts';
import { expectReadable, findNode } from '../relay/node.ts';
import { expectId, withArticle } from '../relay/node-id.ts';
import { requestError, shorten } from '../relay/request-error.ts';

/** Keys of a row besides its id, for other services: columns that are unique within an account. */
const otherKeys = { Customer: ['number', 'shortId'] } as const satisfies {
  readonly [M in NodeType & ModelName]?: readonly ColumnOf<M>[];
};

type Keyed = keyof typeof otherKeys;
type OtherKey = (typeof otherKeys)[Keyed][number];

const isKeyed = (type: NodeType): type is Keyed => type in otherKeys;

/** The keys of a type, in order of precedence. */
export const entityKeys = (type: NodeType): readonly ('id' | OtherKey)[] =>
  isKeyed(type) ? ['id', ...otherKeys[type]] : ['id'];

type Representation = Readonly<Record<string, unknown>>;

const invalidRepresentation = (message: string) => requestError('BAD_USER_INPUT', message);

function typeIn({ __typename: name }: Representation, place: string): NodeType {
  const type = nodeTypes.find((each) => each === name);
  if (type !== undefined) return type;
  const said =
    typeof name === 'string' ? `is "${shorten(name)}", which is not an entity type` : 'is not a string';
  throw invalidRepresentation(
    `\`${place}.__typename\` ${said}; it must be the name of a type with an id, such as "Customer".`,
  );
}

function find(representation: unknown, place: string, context: Context): unknown {
  if (!isObject(representation))
    throw invalidRepresentation(
      `\`${place}\` is not an object; it must look like {"__typename": "Customer", "id": "cus_…"}.`,
    );
  const type = typeIn(representation, place);
  expectReadable(type, context.viewer);
  for (const key of entityKeys(type)) {
    const value = representation[key];
    if (value === undefined || value === null) continue;
    if (typeof value !== 'string')
      throw invalidRepresentation(`\`${place}.${key}\` is not a string; send it in quotes.`);
    if (key === 'id') return findNode(type, expectId(`${place}.id`, value, type), context);
    // Only keyed types have keys besides the id.
    return context.loaders.row(type as Keyed, key).defer(value);
  }
  throw invalidRepresentation(
    `\`${place}\` has no key; the keys of ${withArticle(type)} are ${entityKeys(type)
      .map((key) => `\`${key}\``)
      .join(', ')}.`,
  );
}

/** Returns errors as values, so that the other objects are still returned. */
export function findEntity(representation: unknown, at: number, context: Context): unknown {
  try {
    return find(representation, `representations[${at}]`, context);
  } catch (error) {
    return error;
  }
}
