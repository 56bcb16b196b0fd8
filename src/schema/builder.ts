import SchemaBuilder from '@pothos/core';
import RelayPlugin from '@pothos/plugin-relay';
import type { Context } from '../context.ts';
import { typeOfId } from '../db/id.ts';
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
    JSONObject: { Input: Record<string, unknown>; Output: unknown };
  };
}

export const builder = new SchemaBuilder<SchemaTypes>({
  plugins: [RelayPlugin],
  defaultFieldNullability: false,
  relay: {
    // The id in GraphQL is the id in the database; its prefix names the type.
    encodeGlobalID: (_typename, id) => String(id),
    decodeGlobalID: (id) => ({ typename: typeOfId(id) ?? '', id }),
    brandLoadedObjects: false,
    cursorType: 'String',
    edgesFieldOptions: {
      nullable: { list: false, items: false },
      description: 'The page, in order, each row with its cursor.',
    },
    nodesOnConnection: { description: 'The page, in order, without cursors.' },
    nodeFieldOptions: { nullable: false, description: 'The row itself.' },
    cursorFieldOptions: {
      description:
        'Opaque; marks this row’s place in the order and filter that the list was asked with. For `after` and `before`.',
    },
    pageInfoFieldOptions: { description: 'Where the page lies in the list.' },
    pageInfoTypeOptions: {
      description: 'Where a page lies in its list. Both flags are true to the data, whichever way one pages.',
    },
    hasNextPageFieldOptions: { description: 'Whether rows follow the page.' },
    hasPreviousPageFieldOptions: { description: 'Whether rows precede the page.' },
    startCursorFieldOptions: {
      description: 'The cursor of the page’s first row; null when the page is empty.',
    },
    endCursorFieldOptions: { description: 'The cursor of the page’s last row; null when the page is empty.' },
    firstArgOptions: {
      description: `How many rows from the start, or after \`after\`: 0 to ${maxPageSize}; ${defaultPageSize} when neither \`first\` nor \`last\` is given. Not with \`last\`.`,
    },
    lastArgOptions: {
      description: `How many rows from the end, or before \`before\`: 0 to ${maxPageSize}. Not with \`first\`.`,
    },
    afterArgOptions: {
      description:
        'Only rows after this cursor. It must come from the same list with the same order and filter (`CURSOR_MISMATCH`); its row may be gone.',
    },
    beforeArgOptions: { description: 'Only rows before this cursor. The rules of `after` hold.' },
    idFieldOptions: {
      description:
        'Unique over all types and never reused; the type’s prefix, `_`, and a time-ordered part. The same string that other services store.',
    },
    nodeTypeOptions: {
      description: 'An object that can be fetched again by its id, with `node` or `nodes`.',
      resolveType: (row) => typeOfId((row as { readonly id: string }).id),
    },
    nodeQueryOptions: false,
    nodesQueryOptions: false,
  },
});

builder.queryType({ description: 'Everything that can be read. All of it belongs to the viewer’s account.' });

builder.mutationType({
  description:
    'Everything that can be changed, in the viewer’s account. Each is done as a whole or not at all; `userErrors` says all that was wrong with its input.',
});
