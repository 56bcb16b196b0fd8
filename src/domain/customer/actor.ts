import { type ActorColumns, type ActorType, actorName, actorTypeOf } from '../../db/read/change-actor.ts';

export interface Actor {
  readonly type: ActorType;
  readonly accountUserId: string | null;
  readonly name: string | null;
}

/** The actor of an event; null if it is unknown. */
export function actorOf(event: ActorColumns): Actor | null {
  const type = actorTypeOf(event);
  if (type === null) return null;
  const { actor } = event;
  if (type === 'ACCOUNT_USER') return { type, accountUserId: actor, name: null };
  return { type, accountUserId: null, name: actorName(actor) };
}
