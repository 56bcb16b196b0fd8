import { EventEmitter, once } from 'node:events';
import { type Answer, nextWrite, sendInto, type Write } from './writes.ts';

export interface Sent extends Answer {
  readonly write: Write;
}

export interface Stream {
  /** Resolves when so many writes have been answered, while others are under way. */
  answered(count: number): Promise<void>;
  /** Begins no other write; all that were sent, when each has its answer or will have none. */
  end(): Promise<readonly Sent[]>;
}

/** Writes one thing after the other, until it is told to stop or is not answered. */
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

/** So many clients at once, each beginning with another kind of write. */
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
