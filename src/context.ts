import type { Logger } from 'pino';
import type { Viewer } from './auth/viewer.ts';
import type { Db } from './db/client.ts';
import { readHead } from './db/feed/read.ts';
import type { Row } from './db/model/table.ts';
import type { Session } from './db/wire/session.ts';
import { type Author, Writer } from './domain/write/writer.ts';
import { createLoaders, type Loaders, type Reads } from './loaders/index.ts';
import type { Observation } from './observe/observation.ts';
import type { Signal } from './signal.ts';

export interface Changes {
  head(): Promise<string>;
  /** Yields the changes after a position, then each new one as it is committed, until the follower stops. */
  follow(after: string): AsyncIterable<Row<'CustomerEvent'>>;
}

export type ChangePlace = Pick<Row<'CustomerEvent'>, 'position' | 'id'>;

/** The source of a subscription: the account's changes after a position that match a filter. */
export interface ChangeSource extends AsyncIterable<Row<'CustomerEvent'>> {
  readonly after: string;
  /** The account's last position when the source was opened. */
  readonly head: string;
  matches(change: Row<'CustomerEvent'>): boolean;
  cursorOf(place: ChangePlace): string;
}

export interface Context {
  readonly viewer: Viewer;
  readonly loaders: Loaders;
  readonly writer: Writer;
  readonly changes: Changes;
  readonly log: Logger;
  /** Waits for a share of the event loop's time; called before work on many objects. */
  readonly turn: () => Promise<void>;
  /** Undefined if the context is not that of a request. */
  readonly observation: Observation | undefined;
}

interface ContextOptions {
  /** Of the request, for its log. */
  readonly requestId?: string;
  readonly signal?: Signal;
  readonly reads?: Reads | undefined;
  /** Does not wait by default. */
  readonly turn?: Context['turn'];
  readonly observation?: Observation | undefined;
}

/**
 * Parts that few requests use are made at their first use. A getter in an object literal would give each context
 * a shape of its own, and slow down all resolvers.
 */
class RequestContext implements Context {
  readonly viewer: Viewer;
  readonly loaders: Loaders;
  readonly turn: Context['turn'];
  readonly observation: Observation | undefined;
  readonly #db: Db;
  readonly #session: Session;
  readonly #log: Logger;
  readonly #requestId: string | undefined;
  readonly #signal: Signal | undefined;
  #writer: Writer | undefined;

  constructor(
    db: Db,
    viewer: Viewer,
    log: Logger,
    { requestId, signal, reads, turn = async () => undefined, observation }: ContextOptions,
  ) {
    const session = db.$session(viewer, signal, observation);
    this.viewer = viewer;
    this.loaders = createLoaders(db, session, reads, observation);
    this.turn = turn;
    this.observation = observation;
    this.#db = db;
    this.#session = session;
    this.#log = log;
    this.#requestId = requestId;
    this.#signal = signal;
  }

  get log(): Logger {
    return this.#log.child({ requestId: this.#requestId });
  }

  get changes(): Changes {
    return createChanges(this.#db, this.#session, this.log, this.#signal);
  }

  get writer(): Writer {
    const { accountId, caller } = this.viewer;
    this.#writer ??= new Writer({
      db: this.#db,
      author: { accountId, caller, ...authorOf(this.viewer) },
      signal: this.#signal,
      observation: this.observation,
      onChange: (session) => this.loaders.forget(session),
    });
    return this.#writer;
  }
}

/** One per request, since a loader's cache must not outlive its viewer. */
export const createContext = (db: Db, viewer: Viewer, log: Logger, options: ContextOptions = {}): Context =>
  new RequestContext(db, viewer, log, options);

function authorOf({ accountUserId, service }: Viewer): Pick<Author, 'actor' | 'actorType'> {
  if (accountUserId !== null) return { actor: accountUserId, actorType: 'ACCOUNT_USER' };
  return service === undefined ? { actor: null, actorType: null } : { actor: service, actorType: 'SERVICE' };
}

function createChanges(
  db: Db,
  session: Session,
  log: Logger,
  signal: Signal = new AbortController().signal,
): Changes {
  const onFailure = (err: unknown) => log.warn({ err }, 'changes cannot be read now');
  return {
    head: () => readHead(session),
    follow: (after) => db.$feed.follow(session.accountId, after, { signal, onFailure }),
  };
}
