import type { Logger } from 'pino';
import type { Db } from './db/client.ts';
import { readHead } from './db/feed/read.ts';
import type { Session } from './db/session.ts';
import type { Row } from './db/table.ts';
import { Writer } from './domain/write/writer.ts';
import { createLoaders, type Loaders, type Reads } from './loaders/index.ts';

export const scopes = ['customers:read', 'customers:write', 'settings:write'] as const;
export type Scope = (typeof scopes)[number];

/** The caller: whose data it sees, who it is, and what it may do. */
export interface Viewer {
  readonly accountId: string;
  /** Null for a service, and where nobody signed in. */
  readonly accountUserId: string | null;
  /** What a service is called, by whoever gave it its credentials. */
  readonly service?: string;
  readonly scopes: readonly Scope[];
  /** Which credential's holder this is, in few words: what limits are counted by, and fit to be logged. */
  readonly caller: string;
  /** When the credentials end, in milliseconds; absent where they do not. */
  readonly expiresAt?: number;
}

/** The scopes that are named, in the order above; a name that is none of ours grants nothing. */
export function knownScopes(names: readonly string[]): readonly Scope[] {
  return scopes.filter((scope) => names.includes(scope));
}

/** The changes of the account's customers. */
export interface Changes {
  /** The position of the last one. */
  head(): Promise<string>;
  /** Those after a position, and then each as it is committed, until nobody waits any more. */
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

/** What every resolver is handed. */
export interface Context {
  readonly viewer: Viewer;
  readonly loaders: Loaders;
  readonly writer: Writer;
  readonly changes: Changes;
  readonly log: Logger;
  /** Waits for a share of the event loop's time, before work on many objects. */
  readonly turn: () => Promise<void>;
}

interface ContextOptions {
  readonly signal?: AbortSignal;
  readonly reads?: Reads;
  /** By default nothing waits. */
  readonly turn?: Context['turn'];
}

/** Made once a request: a loader's cache must not outlive the viewer it was filled for. */
export function createContext(
  db: Db,
  viewer: Viewer,
  log: Logger,
  { signal, reads, turn = async () => undefined }: ContextOptions = {},
): Context {
  const { accountId, caller } = viewer;
  const session = db.$session({ accountId, caller }, signal);
  const loaders = createLoaders(db, session, reads);
  const actor = viewer.accountUserId ?? viewer.service ?? null;
  const writer = new Writer({
    db,
    author: { accountId, caller, actor },
    signal,
    onChange: (session) => loaders.forget(session),
  });
  return { viewer, loaders, writer, log, changes: changesOf(db, session, log, signal), turn };
}

function changesOf(db: Db, session: Session, log: Logger, signal = new AbortController().signal): Changes {
  const onFailure = (err: unknown) => log.warn({ err }, 'changes cannot be read now');
  return {
    head: () => readHead(session),
    follow: (after) => db.$feed.follow(session.accountId, after, { signal, onFailure }),
  };
}
