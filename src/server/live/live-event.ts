import type { ChangePlace } from '../../context.ts';

/** One event, computed and serialised once for all its receivers. */
export interface LiveEvent {
  readonly place: ChangePlace;
  readonly position: number;
  readonly bytes: Buffer;
  /** Whether the change could not be answered: receivers end after this event, and resume before it. */
  readonly isLast: boolean;
  /** Start of its computation, by `performance.now()`. */
  readonly startedAt: number;
  readonly readyAt: number;
}

export const eventBytes = (json: string): Buffer => Buffer.from(`event: next\ndata: ${json}\n\n`);

const completion = 'event: complete\ndata:\n\n';

/** The last bytes of a stream: an event with the reason, if any, and the completion. */
export const endBytes = (json: string | undefined): Buffer =>
  Buffer.from(json === undefined ? completion : `event: next\ndata: ${json}\n\n${completion}`);

const lineEnd = '\r\n';

/** Bytes that are written to many streams, also framed as one chunk of an HTTP/1.1 chunked body. */
export class Chunk {
  /** The bytes with the chunk's length before and a line end after them. */
  readonly framed: Buffer;
  readonly bytes: Buffer;

  constructor(parts: readonly Buffer[]) {
    let length = 0;
    for (const part of parts) length += part.length;
    const head = `${length.toString(16)}${lineEnd}`;
    this.framed = Buffer.allocUnsafe(head.length + length + lineEnd.length);
    let at = this.framed.write(head, 'latin1');
    for (const part of parts) at += part.copy(this.framed, at);
    this.framed.write(lineEnd, at, 'latin1');
    this.bytes = this.framed.subarray(head.length, head.length + length);
  }
}

/** A comment: the first bytes of a stream; also keeps idle connections open. */
export const keepAliveChunk = new Chunk([Buffer.from(':\n\n')]);

export interface SinkListener {
  /** Called when the sink accepts more. */
  drained(): void;
  closed(): void;
}

export interface EventSink {
  /** Returns whether the sink accepts more now; if not, it calls `drained` when it does. */
  write(chunk: Chunk): boolean;
  end(bytes: Buffer): void;
}

export type OpenSink = (listener: SinkListener) => EventSink;
