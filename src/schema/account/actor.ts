import type { Context } from '../../context.ts';
import type { Row } from '../../db/model/table.ts';
import { actorOf } from '../../domain/customer/actor.ts';
import { builder } from '../relay/builder.ts';
import { partOf, reads } from '../relay/reads.ts';
import { AccountUser } from './account-user.ts';

type EventRow = Row<'CustomerEvent'>;

const actorColumns = ['action', 'actor', 'actorType'] as const;

export const ActorType = builder.enumType('ActorType', {
  description: 'The kind of an actor.',
  values: {
    ACCOUNT_USER: { description: 'A person: a user of the account.' },
    SERVICE: { description: 'A program that signs in with an API key, or with a token for a service.' },
    SOURCE: { description: 'A source system that the change was imported from.' },
  } as const,
});

async function nameOf(event: EventRow, { loaders }: Context): Promise<string | null> {
  const actor = actorOf(event);
  if (!actor?.accountUserId) return actor?.name ?? null;
  const accountUser = await loaders.row('AccountUser').load(actor.accountUserId);
  if (accountUser === null) return null;
  return (await loaders.row('User').load(accountUser.userId))?.name ?? null;
}

const Actor = builder.objectRef<EventRow>('Actor');

builder.objectType(Actor, {
  extensions: partOf('CustomerEvent'),
  description: 'The author of a change.',
  fields: (t) => ({
    type: t.field({
      type: ActorType,
      description: 'The kind of the actor.',
      extensions: reads(actorColumns),
      resolve: (event) => {
        const actor = actorOf(event);
        if (actor === null) throw new Error('An event without an actor has no Actor.');
        return actor.type;
      },
    }),
    name: t.string({
      nullable: true,
      description:
        'The name of the person, of the service (the name of its API key or the subject of its token), or of the source system; null if unknown.',
      extensions: reads(actorColumns, { AccountUser: ['userId'], User: ['name'] }),
      resolve: (event, _args, context) => nameOf(event, context),
    }),
    accountUser: t.field({
      type: AccountUser,
      nullable: true,
      description: 'The account user; null if `type` is not `ACCOUNT_USER`, or if the user no longer exists.',
      extensions: reads(actorColumns),
      resolve: (event, _args, { loaders }) => {
        const id = actorOf(event)?.accountUserId ?? null;
        return id === null ? null : loaders.row('AccountUser').defer(id);
      },
    }),
  }),
});

export const actor = {
  type: Actor,
  nullable: true as const,
  description: 'The author of the change; null if unknown, as for changes of callers without sign-in.',
  extensions: reads(actorColumns),
  resolve: (event: EventRow) => (actorOf(event) === null ? null : event),
};
