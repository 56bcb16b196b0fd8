import { typeOfId } from '../../db/model/id.ts';
import type { Row } from '../../db/model/table.ts';

type ActorColumns = Pick<Row<'CustomerEvent'>, 'action' | 'actor' | 'actorType'>;

export interface Actor {
  readonly type: NonNullable<ActorColumns['actorType']>;
  readonly accountUserId: string | null;
  readonly name: string | null;
}

const formerSources: ReadonlyMap<string, string> = new Map([['import:warehouse', 'InventoryPro']]);

/** Derives the type in events without one, which earlier versions wrote. */
function typeOf({ action, actor, actorType }: ActorColumns): Actor['type'] | null {
  if (actorType !== null || actor === null) return actorType;
  if (typeOfId(actor) === 'AccountUser') return 'ACCOUNT_USER';
  return action === 'IMPORT' ? 'SOURCE' : 'SERVICE';
}

/** The actor of an event; null if it is unknown. */
export function actorOf(event: ActorColumns): Actor | null {
  const type = typeOf(event);
  if (type === null) return null;
  const { actor } = event;
  if (type === 'ACCOUNT_USER') return { type, accountUserId: actor, name: null };
  return { type, accountUserId: null, name: formerSources.get(actor ?? '') ?? actor };
}
