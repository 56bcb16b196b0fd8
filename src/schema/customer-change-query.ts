import type { ChangeSource, Context } from '../context.ts';
import { type ChangeFilter, fulfils } from '../db/change-filter.ts';
import type { Row } from '../db/table.ts';
import type { Where } from '../db/where.ts';
import { type Work, workOf } from '../db/work.ts';
import { builder } from './builder.ts';
import { boundPageOf } from './connection.ts';
import { CustomerChange, CustomerChangeConnection } from './customer-change.ts';
import { changeCursor, changeList, positionOf } from './customer-change-cursor.ts';
import { CustomerEventAction } from './customer-record.ts';
import { expectId } from './node.ts';
import { maxPageSize } from './page-size.ts';
import { reads } from './reads.ts';
import { requestError } from './request-error.ts';

const CustomerChangeFilter = builder.inputType('CustomerChangeFilter', {
  description:
    'Which changes: those that fulfil every field that is given. It looks at what a change says itself, never at the customer as it is now, so that a change that is read again is let through again.',
  fields: (t) => ({
    actions: t.field({
      type: [CustomerEventAction],
      description: `What was done, one of these: at most ${maxPageSize}.`,
    }),
    fields: t.stringList({
      description: `A change of one of these fields, or of what is below it, by their paths as \`FieldChange.field\` has them (\`contactInfo\` is all of it): at most ${maxPageSize}.`,
    }),
  }),
});

const choice = builder.args((t) => ({
  ids: t.idList({
    description: `Changes of these customers only: at most ${maxPageSize}. One that is merged has its last change then; what it went into is followed by its own id.`,
  }),
  filter: t.field({ type: CustomerChangeFilter, description: 'Which changes; all when absent.' }),
}));

interface Choice {
  readonly ids?: readonly string[] | null | undefined;
  readonly filter?: ChangeFilter | null | undefined;
}

function filterOf({ ids, filter }: Choice): ChangeFilter {
  for (const id of ids ?? []) expectId('ids', id, 'Customer');
  return { ...filter, ids };
}

const whereOf = (filter: ChangeFilter): Where =>
  Object.values(filter).some((each) => each != null) ? { changes: filter } : {};

/** The position after which a subscriber begins: that of the change it names, or the last one, `head`. */
function positionToBegin(after: string | null | undefined, head: string, accountId: string): string {
  if (typeof after !== 'string') return head;
  const position = positionOf(accountId, after);
  if (BigInt(position) <= BigInt(head)) return position;
  throw requestError(
    'CURSOR_INVALID',
    '`after` is of a change that is not there any more, as after a backup was restored; read anew what you keep, and leave it out.',
  );
}

async function openSource(
  after: string | null | undefined,
  filter: ChangeFilter,
  { changes, viewer }: Context,
): Promise<ChangeSource> {
  const head = await changes.head();
  const position = positionToBegin(after, head, viewer.accountId);
  const matches = (change: Row<'CustomerEvent'>) => fulfils(change, filter);
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
        'All changes of the account’s customers, in the order of their commits: one that is there has all before it there too, and none ever comes in between. `customerChanged` goes on from a cursor of this list.',
      args: choice,
      extensions: {
        cost: { work: (args: Choice): Work => workOf(changeList, { where: whereOf(filterOf(args)) }) },
        ...reads(),
      },
      resolve: (_root, args, { loaders, viewer }) =>
        boundPageOf(changeList, args, loaders, { where: whereOf(filterOf(args)) }, viewer.accountId),
    },
    CustomerChangeConnection,
  ),
}));

builder.subscriptionType({
  description: 'What can be followed, over server-sent events. All of it belongs to the viewer’s account.',
  fields: (t) => ({
    customerChanged: t.field({
      type: CustomerChange,
      description:
        'Each change of the account’s customers, once, in the order of `customerChanges`. With `after` first those that came after that change; so who was cut off goes on with the last cursor that it has. Without, from now on.',
      args: {
        ...choice,
        after: t.arg.string({ description: 'The cursor of the last change that is known.' }),
      },
      extensions: reads(),
      subscribe: (_root, { after, ...args }, context) => openSource(after, filterOf(args), context),
      // What is followed is the changes themselves.
      resolve: (change) => change as Row<'CustomerEvent'>,
    }),
  }),
});
