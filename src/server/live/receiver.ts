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
  /** Called when the stream can be written. */
  readonly onStart: (receiver: Receiver) => void;
  readonly onEnd: (why: GraphQLError | undefined) => void;
  /** The JSON of the event that says why the stream ends. */
  readonly presentEnd: (why: GraphQLError) => string;
}

/** The part of a subscription from which a receiver gets its events. */
export interface Attachment {
  /** Since when the receiver has not been sent an event that is ready; undefined where it is up to date. */
  pendingSince(receiver: Receiver): number | undefined;
  drained(): void;
  leave(receiver: Receiver): void;
}

/** One subscriber: its stream, and how far it has been sent the events. */
export class Receiver implements SinkListener {
  readonly #options: ReceiverOptions;
  readonly openedAt = performance.now();
  /** The number of its next event in the log, and how many from there on are paid. */
  next = 0;
  granted = 0;
  /** It has been sent all changes up to this position. */
  position = 0;
  /** The change it resumes after. */
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

  /** Whether the client does not read what it was sent. */
  get isBlocked(): boolean {
    return this.#isBlocked;
  }

  /** Begins to write to a stream. */
  attach(open: OpenSink): void {
    this.#sink = open(this);
    this.write(keepAliveChunk);
    if (this.#isOver) this.#writeEnd();
    else this.#options.onStart(this);
  }

  write(chunk: Chunk): void {
    if (this.#sink?.write(chunk) === false) this.#isBlocked = true;
  }

  keepAlive(): void {
    if (!this.#isBlocked) this.write(keepAliveChunk);
  }

  /** Ends the stream; the reason is its last event, where there is one. */
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
