import type { GraphQLError } from 'graphql';
import type { ChangePlace } from '../../context.ts';
import {
  type Chunk,
  type EventSink,
  endBytes,
  keepAliveChunk,
  type OpenSink,
  type SinkListener,
} from './live-event.ts';

export interface ReceiverOptions {
  readonly caller: string;
  readonly requestId: string;
  /** Called with the number of events that are written. */
  readonly onEvents: (events: number) => void;
  readonly onStart: (receiver: Receiver) => void;
  readonly onEnd: (why: GraphQLError | undefined) => void;
  /** The JSON of the event that reports why the stream ends. */
  readonly presentEnd: (why: GraphQLError) => string;
}

export interface Attachment {
  /** Since when a ready event has not been sent to the receiver; undefined if it is up to date. */
  pendingSince(receiver: Receiver): number | undefined;
  drained(): void;
  leave(receiver: Receiver): void;
}

/** One subscriber: its stream, and its position in the events. */
export class Receiver implements SinkListener {
  readonly #options: ReceiverOptions;
  readonly openedAt = performance.now();
  /** Number of its next event in the log, and how many events from there on are paid. */
  next = 0;
  granted = 0;
  /** All changes up to this position have been sent. */
  position = 0;
  /** The change after which the client can resume. */
  place: ChangePlace;
  attachment: Attachment | undefined;
  #sink: EventSink | undefined;
  #isBlocked = false;
  #isOver = false;
  #why: GraphQLError | undefined;
  #isClosed = false;

  constructor(place: ChangePlace, options: ReceiverOptions) {
    this.place = place;
    this.#options = options;
  }

  get caller(): string {
    return this.#options.caller;
  }

  get requestId(): string {
    return this.#options.requestId;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  get isBlocked(): boolean {
    return this.#isBlocked;
  }

  attach(open: OpenSink): void {
    this.#sink = open(this);
    this.write(keepAliveChunk);
    if (this.#isOver) this.#writeEnd();
    else this.#options.onStart(this);
  }

  write(chunk: Chunk): void {
    if (this.#sink?.write(chunk) === false) this.#isBlocked = true;
  }

  writeEvents(chunk: Chunk, events: number): void {
    this.write(chunk);
    this.#options.onEvents(events);
  }

  keepAlive(): void {
    if (!this.#isBlocked) this.write(keepAliveChunk);
  }

  end(why?: GraphQLError): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#why = why;
    this.attachment?.leave(this);
    this.attachment = undefined;
    this.#options.onEnd(why);
    if (this.#sink !== undefined) this.#writeEnd();
  }

  #writeEnd(): void {
    if (!this.#isClosed) this.#sink?.end(endBytes(this.#why && this.#options.presentEnd(this.#why)));
  }

  drained(): void {
    if (!this.#isBlocked) return;
    this.#isBlocked = false;
    this.attachment?.drained();
  }

  closed(): void {
    this.#isClosed = true;
    this.end();
  }
}
