import SchemaBuilder from '@pothos/core';
import RelayPlugin from '@pothos/plugin-relay';
import type { Context } from '../../context.ts';
import { typeOfId } from '../../db/model/id.ts';
import type { CountOfList } from './connection.ts';
import { defaultPageSize, maxPageSize } from './page-size.ts';

export interface SchemaTypes {
  Context: Context;
  DefaultFieldNullability: false;
  DefaultEdgesNullability: { list: false; items: false };
  DefaultNodeNullability: false;
  Connection: CountOfList;
  Scalars: {
    ID: { Input: string; Output: string };
    DateTime: { Input: string; Output: string };
    Decimal: { Input: string; Output: string };
    _Any: { Input: unknown; Output: unknown };
    JSON: { Input: unknown; Output: unknown };
    JSONObject: { Input: Record<string, unknown>; Output: unknown };
  };
}

export type Types = PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>;

export type InputFields = PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>;

export const builder = new SchemaBuilder<SchemaTypes>({
  plugins: [RelayPlugin],
  defaultFieldNullability: false,
  relay: {
    // The id in GraphQL is the id in the database; its prefix identifies the type.
    encodeGlobalID: (_typename, id) => String(id),
    decodeGlobalID: (id) => ({ typename: typeOfId(id) ?? '', id }),
    brandLoadedObjects: false,
    cursorType: 'String',
    edgesFieldOptions: {
      nullable: { list: false, items: false },
      description: 'The items of the page, in order, each with its cursor.',
    },
    nodesOnConnection: { description: 'The items of the page, in order, without cursors.' },
    nodeFieldOptions: { nullable: false, description: 'The item.' },
    cursorFieldOptions: {
      description:
        'The opaque position of the item in the list, for `after` and `before`. Valid only with the same `orderBy` and filter.',
    },
    pageInfoFieldOptions: { description: 'The position of the page in the list.' },
    pageInfoTypeOptions: {
      description: 'The position of a page in its list. Both flags are exact in both paging directions.',
    },
    hasNextPageFieldOptions: { description: 'Whether the list has items after the page.' },
    hasPreviousPageFieldOptions: { description: 'Whether the list has items before the page.' },
    startCursorFieldOptions: {
      description: 'The cursor of the first item of the page; null if the page is empty.',
    },
    endCursorFieldOptions: {
      description: 'The cursor of the last item of the page; null if the page is empty.',
    },
    firstArgOptions: {
      description: `The maximum number of items to return, 0 to ${maxPageSize}, from the start of the list or from the cursor \`after\`. The default is ${defaultPageSize} if neither \`first\` nor \`last\` is given. Cannot be combined with \`last\`.`,
    },
    lastArgOptions: {
      description: `The maximum number of items to return, 0 to ${maxPageSize}, from the end of the list or up to the cursor \`before\`. Cannot be combined with \`first\`.`,
    },
    afterArgOptions: {
      description:
        'Returns the items after this cursor. The cursor must come from the same list with the same order and filter, otherwise the error is `CURSOR_MISMATCH`. It stays valid if its item is deleted.',
    },
    beforeArgOptions: {
      description: 'Returns the items before this cursor. The restrictions of `after` apply.',
    },
    idFieldOptions: {
      description:
        'The id, unique across all types and never reused: the prefix of the type, `_` and a time-ordered part. Other services can store it and refer to the object by it.',
    },
    nodeTypeOptions: {
      description: 'An object that can be fetched by its id, with `node` or `nodes`.',
      resolveType: (row) => typeOfId((row as { readonly id: string }).id),
    },
    nodeQueryOptions: false,
    nodesQueryOptions: false,
  },
});

builder.queryType({ description: 'Queries. All data belongs to the viewer’s account or to the system.' });

builder.mutationType({
  description:
    'Mutations, in the viewer’s account. Each mutation is saved completely or not at all; `userErrors` lists all problems with its input. In bulk upserts, such as `customersUpsert`, this applies to each item.',
});
