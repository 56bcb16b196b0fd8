import { EventEmitter, once } from 'node:events';
import { type Answer, nextWrite, sendInto, type Write } from './writes.ts';

export interface Sent extends Answer {
  readonly write: Write;
}

export interface Stream {
  /** Resolves when this number of writes was acknowledged while others are running. */
  answered(count: number): Promise<void>;
  /** Starts no more writes; resolves to all sent writes when each has its response or failed. */
  end(): Promise<readonly Sent[]>;
}

/** Sends one write after another until it is stopped or a write fails. */
async function writeOn(url: string, first: number, isOver: () => boolean, onAnswer: () => void) {
  const sent: Sent[] = [];
  let last: string | undefined;
  for (let at = first; !isOver(); at += 1) {
    const write = nextWrite(at, last);
    const answer = await sendInto(url, write);
    sent.push({ write, ...answer });
    if (answer.results === undefined) break;
    last = answer.results[0]?.customer?.id;
    onAnswer();
  }
  return sent;
}

/** Runs this number of clients concurrently; each begins with another kind of write. */
export function startStream(url: string, clients: number): Stream {
  const heard = new EventEmitter();
  let answers = 0;
  let isOver = false;
  const onAnswer = () => {
    answers += 1;
    heard.emit('answer');
  };
  const all = Array.from({ length: clients }, (_, at) => writeOn(url, at, () => isOver, onAnswer));
  return {
    async answered(count) {
      while (answers < count) await once(heard, 'answer');
    },
    async end() {
      isOver = true;
      return (await Promise.all(all)).flat();
    },
  };
}
