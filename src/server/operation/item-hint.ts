import {
  type ASTNode,
  type FieldNode,
  type GraphQLError,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isObjectType,
  isRequiredArgument,
  Kind,
} from 'graphql';
import { fieldOf, type Place } from './place.ts';

interface Items {
  readonly type: GraphQLObjectType;
  /** The field of the page or the edge that has them. */
  readonly field: 'nodes' | 'node';
}

/** The items of a page, or the item of an edge; undefined for other types. */
function itemsOf(type: GraphQLNamedType | undefined): Items | undefined {
  if (!isObjectType(type)) return undefined;
  const { nodes, edges, node, cursor } = type.getFields();
  const listed = nodes && edges ? getNamedType(nodes.type) : undefined;
  if (isObjectType(listed)) return { type: listed, field: 'nodes' };
  const item = node && cursor ? getNamedType(node.type) : undefined;
  return isObjectType(item) ? { type: item, field: 'node' } : undefined;
}

const inItems = ({ type, field }: Items, selection: string): string =>
  ` The fields of ${type.name} are in \`${field}\`: select \`${field} { ${selection} }\`.`;

const selectionOf = ({ name, selectionSet }: FieldNode): string =>
  `${name.value}${selectionSet ? ' { … }' : ''}`;

/** A hint names at most this number of fields that have the selected one. */
const maxOwners = 3;

/** Fields of the type whose objects have the selected field: `customer { name }` for `name` of a payload. */
function inObjects(node: FieldNode, parent: GraphQLNamedType | undefined): string {
  const found = isObjectType(parent)
    ? Object.values(parent.getFields()).filter(({ type, args }) => {
        const object = getNullableType(type);
        return isObjectType(object) && fieldOf(object, node) && !args.some(isRequiredArgument);
      })
    : [];
  const selections = found.map(({ name }) => `\`${name} { ${selectionOf(node)} }\``);
  return found.length === 0 || found.length > maxOwners ? '' : ` Select ${selections.join(' or ')}.`;
}

function fieldHint(node: FieldNode, { message }: GraphQLError, parent: GraphQLNamedType | undefined): string {
  const own = fieldOf(parent, node);
  const items = itemsOf(own ? getNamedType(own.type) : parent);
  if (own)
    return items && !node.selectionSet ? ` Select \`${node.name.value} { ${items.field} { … } }\`.` : '';
  if (items === undefined) return inObjects(node, parent);
  if (fieldOf(items.type, node)) return inItems(items, selectionOf(node));
  return message.includes('Did you mean') ? '' : inItems(items, '…');
}

/** How to select a field in the object or the items that have it; empty for other errors. */
export function itemHint(error: GraphQLError, node: ASTNode, { parent }: Place): string {
  if (node.kind === Kind.FIELD) return fieldHint(node, error, parent);
  const items = error.message.includes('can never be of type') ? itemsOf(parent) : undefined;
  if (items === undefined) return '';
  return inItems(items, node.kind === Kind.FRAGMENT_SPREAD ? `...${node.name.value}` : '…');
}
