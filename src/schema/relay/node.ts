import type { Viewer } from '../../auth/viewer.ts';
import type { Context } from '../../context.ts';
import { type NodeType, prefixOf, typeOfId } from '../../db/model/id.ts';
import { allows, scopesExtension, scopesText, typeRule } from '../build/access-rules.ts';
import { builder } from './builder.ts';
import { withArticle } from './node-id.ts';
import { maxPageSize } from './page-size.ts';
import { reads } from './reads.ts';
import { requestError, shorten } from './request-error.ts';

/** Payloads may return the id of such an object, but the caller must not learn whether an id exists. */
export function expectReadable(type: NodeType, { scopes }: Viewer): void {
  const rule = typeRule(type) ?? 'open';
  if (rule === 'open' || allows(rule, scopes)) return;
  const message = `Looking up ${withArticle(type)} requires the scope ${scopesText(rule)}.`;
  throw requestError('FORBIDDEN', message, scopesExtension(rule));
}

type LoadOne = (id: string, context: Context) => unknown;

const loaders = new Map<NodeType, LoadOne>();

function loaderOf(type: NodeType): LoadOne {
  const known = loaders.get(type);
  if (known !== undefined) return known;
  const { pothosOptions } = builder.configStore.getTypeConfig(type, 'Object');
  const { loadOne } = pothosOptions as { readonly loadOne?: LoadOne };
  if (loadOne === undefined) throw new Error(`${type} is not a node type.`);
  loaders.set(type, loadOne);
  return loadOne;
}

export function findNode(type: NodeType, id: string, context: Context): unknown {
  expectReadable(type, context.viewer);
  return loaderOf(type)(id, context);
}

function load(argument: string, id: string, context: Context): unknown {
  const type = typeOfId(id);
  if (type !== undefined) return findNode(type, id, context);
  throw requestError(
    'ID_INVALID',
    `\`${argument}\` is "${shorten(id)}", which is not an id. Ids come from queries; the id of a customer begins with "${prefixOf('Customer')}".`,
  );
}

/** Like `load`, but returns errors as values, so that the other ids are still resolved. */
function loadOrError(id: string, context: Context): unknown {
  try {
    return load('ids', id, context);
  } catch (error) {
    return error;
  }
}

const Node = builder.nodeInterfaceRef();

/** A quantity is stored in columns of the row that it belongs to. */
export const quantityColumns = {
  Customer: ['creditLimitValue', 'creditLimitUnitId'],
  ShippingTerm: ['flatRateValue', 'flatRateUnitId', 'minimumOrderValueValue', 'minimumOrderValueUnitId'],
} as const;

builder.queryFields((t) => ({
  node: t.field({
    type: Node,
    nullable: true,
    description: 'Returns any object by its id; null if it does not exist or belongs to another account.',
    args: { id: t.arg.id({ required: true, description: 'The id of the object.' }) },
    extensions: reads([], quantityColumns),
    resolve: (_root, { id }, context) => load('id', id, context) as Promise<object | null>,
  }),
  nodes: t.field({
    type: [Node],
    nullable: { list: false, items: true },
    description: `Returns objects of any types by their ids, in the order of \`ids\`, with null for each id that does not exist or belongs to another account. At most ${maxPageSize}.`,
    args: { ids: t.arg.idList({ required: true, description: `The objects’ ids: at most ${maxPageSize}.` }) },
    extensions: reads([], quantityColumns),
    resolve: (_root, { ids }, context) =>
      ids.map((id) => loadOrError(id, context)) as Promise<object | null>[],
  }),
}));
