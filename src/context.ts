import type { Logger } from 'pino';
import type { Db } from './db/client.ts';
import { readHead } from './db/feed/read.ts';
import type { Session } from './db/session.ts';
import type { Row } from './db/table.ts';
import { type Author, Writer } from './domain/write/writer.ts';
import { createLoaders, type Loaders, type Reads } from './loaders/index.ts';

export const scopes = ['customers:read', 'customers:write', 'settings:write'] as const;
export type Scope = (typeof scopes)[number];

/** The caller: its account, its identity and its scopes. */
export interface Viewer {
  readonly accountId: string;
  /** Null for a service, and without sign-in. */
  readonly accountUserId: string | null;
  /** The name of the service, as given with its credentials. */
  readonly service?: string;
  readonly scopes: readonly Scope[];
  /** A short name for the holder of the credentials. Limits are counted by it, and it may be logged. */
  readonly caller: string;
  /** The expiry time of the credentials, in milliseconds; absent if they do not expire. */
  readonly expiresAt?: number;
}

/** The known scopes among these names, in the order above; unknown names are ignored. */
export function knownScopes(names: readonly string[]): readonly Scope[] {
  return scopes.filter((scope) => names.includes(scope));
}

/** The changes of the account's customers. */
export interface Changes {
  /** Returns the position of the last change. */
  head(): Promise<string>;
  /**
   * Yields the changes after a position, then each new change as it is committed, until the follower stops.
   */
  follow(after: string): AsyncIterable<Row<'CustomerEvent'>>;
}

/** The position of a change among those of its account, and its id. */
export type ChangePlace = Pick<Row<'CustomerEvent'>, 'position' | 'id'>;

/** The source of a subscription: the account's changes after a position that match a filter. */
export interface ChangeSource extends AsyncIterable<Row<'CustomerEvent'>> {
  readonly after: string;
  /** The account's last position when the source was opened. */
  readonly head: string;
  matches(change: Row<'CustomerEvent'>): boolean;
  cursorOf(place: ChangePlace): string;
}

/** The context passed to every resolver. */
export interface Context {
  readonly viewer: Viewer;
  readonly loaders: Loaders;
  readonly writer: Writer;
  readonly changes: Changes;
  readonly log: Logger;
  /** Waits for a share of the event loop's time; called before work on many objects. */
  readonly turn: () => Promise<void>;
}

interface ContextOptions {
  readonly signal?: AbortSignal;
  readonly reads?: Reads;
  /** Does not wait by default. */
  readonly turn?: Context['turn'];
}

/** Creates the context of a request. One per request, since a loader's cache must not outlive its viewer. */
export function createContext(
  db: Db,
  viewer: Viewer,
  log: Logger,
  { signal, reads, turn = async () => undefined }: ContextOptions = {},
): Context {
  const { accountId, caller } = viewer;
  const session = db.$session({ accountId, caller }, signal);
  const loaders = createLoaders(db, session, reads);
  const writer = new Writer({
    db,
    author: { accountId, caller, ...actorOf(viewer) },
    signal,
    onChange: (session) => loaders.forget(session),
  });
  return { viewer, loaders, writer, log, changes: changesOf(db, session, log, signal), turn };
}

/** The actor of the events of a viewer's mutations; null without sign-in. */
function actorOf({ accountUserId, service }: Viewer): Pick<Author, 'actor' | 'actorType'> {
  if (accountUserId !== null) return { actor: accountUserId, actorType: 'ACCOUNT_USER' };
  return service === undefined ? { actor: null, actorType: null } : { actor: service, actorType: 'SERVICE' };
}

function changesOf(db: Db, session: Session, log: Logger, signal = new AbortController().signal): Changes {
  const onFailure = (err: unknown) => log.warn({ err }, 'changes cannot be read now');
  return {
    head: () => readHead(session),
    follow: (after) => db.$feed.follow(session.accountId, after, { signal, onFailure }),
  };
}
