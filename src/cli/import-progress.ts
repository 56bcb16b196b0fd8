import type { Report } from '../importers/run/report.ts';

interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** The processed part of the input after a number of records, from 0 to 1; undefined if it is not known. */
export type PartOf = (done: number) => number | undefined;

const pauseMs = { terminal: 200, file: 10_000 } as const;

/** The rate and the remaining time follow from the last part of the run, since unchanged records take less time. */
const recentMs = 30_000;

interface Sample {
  readonly at: number;
  readonly done: number;
  readonly part: number | undefined;
}

/** `0:07`, `12:30`, `1:02:03`. */
function clock(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

function remainingText(first: Sample, { at, part }: Sample): readonly string[] {
  if (part === undefined || first.part === undefined) return [];
  const percent = `${Math.floor(part * 100)} %`;
  const gained = part - first.part;
  if (gained <= 0) return [percent];
  return [percent, `${clock(Math.ceil(((1 - part) / gained) * ((at - first.at) / 1_000)))} remaining`];
}

/** Writes the number of records, their rate and the remaining time: one line of a terminal, or a line per 10 s. */
export class ImportProgress {
  readonly #stream: Terminal;
  readonly #partOf: PartOf;
  readonly #now: () => number;
  #samples: readonly Sample[];
  #last: number;

  constructor(stream: Terminal, partOf: PartOf = () => undefined, now = () => performance.now()) {
    this.#stream = stream;
    this.#partOf = partOf;
    this.#now = now;
    this.#last = now();
    this.#samples = [{ at: this.#last, done: 0, part: 0 }];
  }

  show = (report: Report): void => {
    const now = this.#now();
    const isTerminal = this.#stream.isTTY === true;
    if (now - this.#last < (isTerminal ? pauseMs.terminal : pauseMs.file)) return;
    this.#last = now;
    const line = this.#line(report, now);
    this.#stream.write(isTerminal ? `\r${line}\x1b[K` : `${line}\n`);
  };

  #line(report: Report, now: number): string {
    const rejected = report.total('rejected');
    const done = report.total('created') + report.total('updated') + report.total('unchanged') + rejected;
    const sample = { at: now, done, part: this.#partOf(done) };
    const first = this.#firstBefore(sample);
    const rate = Math.round((done - first.done) / ((now - first.at) / 1_000));
    return [
      `${done} records`,
      `${rate} per second`,
      ...(rejected > 0 ? [`${rejected} rejected`] : []),
      ...remainingText(first, sample),
    ].join(', ');
  }

  /** The oldest of the recent samples, to which the given one is added. */
  #firstBefore(sample: Sample): Sample {
    const recent = this.#samples.filter(({ at }) => sample.at - at <= recentMs);
    const [first = sample] = recent.length > 0 ? recent : this.#samples.slice(-1);
    this.#samples = [...(recent.length > 0 ? recent : [first]), sample];
    return first;
  }

  end(): void {
    if (this.#stream.isTTY === true) this.#stream.write('\r\x1b[K');
  }
}
