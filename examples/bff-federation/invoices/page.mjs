import { createGraphQLError } from 'graphql-yoga';

const most = 100;
const fault = (code, message) => createGraphQLError(message, { extensions: { code } });

/** A page of a list. A cursor is the id of the row that the page starts after. */
export function pageOf(rows, { first, after }) {
  if (first < 0 || first > most) throw fault('PAGE_SIZE_INVALID', `\`first\` can be 0 to ${most}.`);
  const before = after == null ? -1 : rows.findIndex(({ id }) => id === after);
  if (after != null && before < 0) throw fault('CURSOR_INVALID', '`after` is none of this list’s cursors.');
  const nodes = rows.slice(before + 1, before + 1 + first);
  return {
    nodes,
    totalCount: rows.length,
    pageInfo: {
      hasNextPage: before + 1 + first < rows.length,
      hasPreviousPage: before >= 0,
      startCursor: nodes[0]?.id ?? null,
      endCursor: nodes.at(-1)?.id ?? null,
    },
  };
}
