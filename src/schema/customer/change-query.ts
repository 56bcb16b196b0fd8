import type { ChangeSource, Context } from '../../context.ts';
import type { Row } from '../../db/model/table.ts';
import { type ChangeFilter, matchesChange } from '../../db/read/change-filter.ts';
import { type Work, workOf } from '../../db/read/work.ts';
import { builder } from '../relay/builder.ts';
import { boundPageOf } from '../relay/connection.ts';
import { expectId } from '../relay/node-id.ts';
import { maxPageSize } from '../relay/page-size.ts';
import { reads } from '../relay/reads.ts';
import { requestError } from '../relay/request-error.ts';
import { CustomerChange, CustomerChangeConnection } from './change.ts';
import { changeCursor, changeList, positionOf } from './change-cursor.ts';
import { CustomerChangeFilter, changeFilterOf, type GivenFilter, whereOf } from './change-filter.ts';

const choice = builder.args((t) => ({
  ids: t.idList({
    description: `Returns only changes of these customers: at most ${maxPageSize}. A merge is the last change of a merged customer; use the id of the merge target to follow the target.`,
  }),
  filter: t.field({
    type: CustomerChangeFilter,
    description: 'Returns only changes that match this filter; all changes if absent.',
  }),
}));

interface ChangeChoice {
  readonly ids?: readonly string[] | null | undefined;
  readonly filter?: GivenFilter | null | undefined;
}

function filterOf({ ids, filter }: ChangeChoice): ChangeFilter {
  for (const id of ids ?? []) expectId('ids', id, 'Customer');
  return { ids, ...changeFilterOf(filter) };
}

/** The position of the cursor `after`, or else the last one (`head`). */
function positionToBegin(after: string | null | undefined, head: string, accountId: string): string {
  if (typeof after !== 'string') return head;
  const position = positionOf(accountId, after);
  if (BigInt(position) <= BigInt(head)) return position;
  throw requestError(
    'CURSOR_INVALID',
    'The change of `after` no longer exists, for example after a backup was restored; read everything again and omit `after`.',
  );
}

async function openSource(
  after: string | null | undefined,
  filter: ChangeFilter,
  { changes, viewer }: Context,
): Promise<ChangeSource> {
  const head = await changes.head();
  const position = positionToBegin(after, head, viewer.accountId);
  const matches = (change: Row<'CustomerEvent'>) => matchesChange(change, filter);
  return {
    after: position,
    head,
    matches,
    cursorOf: (place) => changeCursor(viewer.accountId, place),
    async *[Symbol.asyncIterator]() {
      for await (const change of changes.follow(position)) if (matches(change)) yield change;
    },
  };
}

builder.queryFields((t) => ({
  customerChanges: t.connection(
    {
      type: CustomerChange,
      description:
        'Returns all changes of the account’s customers in commit order. The list only grows at its end: no change is ever inserted before one that was returned. `customerChanged` can resume after a cursor of this list.',
      args: choice,
      extensions: {
        cost: { work: (args: ChangeChoice): Work => workOf(changeList, { where: whereOf(filterOf(args)) }) },
        ...reads(),
      },
      resolve: (_root, args, { loaders, viewer }) =>
        boundPageOf(changeList, args, loaders, { where: whereOf(filterOf(args)) }, viewer.accountId),
    },
    CustomerChangeConnection,
  ),
}));

builder.subscriptionType({
  description: 'Subscriptions, over server-sent events. All data belongs to the viewer’s account.',
  fields: (t) => ({
    customerChanged: t.field({
      type: CustomerChange,
      description:
        'Publishes each change of the account’s customers once, in the order of `customerChanges`. With `after`, it starts with the changes after that cursor; without it, with new changes. To resume after a disconnect, pass the last `cursor` you received as `after`.',
      args: {
        ...choice,
        after: t.arg.string({ description: 'Starts after the change with this cursor.' }),
      },
      extensions: reads(),
      subscribe: (_root, { after, ...args }, context) => openSource(after, filterOf(args), context),
      // The source's events are the changes themselves.
      resolve: (change) => change as Row<'CustomerEvent'>,
    }),
  }),
});
