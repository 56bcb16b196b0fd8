import type { Report } from '../importers/run/report.ts';

interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const pauseMs = { terminal: 200, file: 10_000 } as const;

/** Writes the number of records and their rate: one line of a terminal, or a line per 10 s. */
export class ImportProgress {
  readonly #stream: Terminal;
  readonly #start = performance.now();
  #last = this.#start;

  constructor(stream: Terminal) {
    this.#stream = stream;
  }

  show = (report: Report): void => {
    const now = performance.now();
    const isTerminal = this.#stream.isTTY === true;
    if (now - this.#last < (isTerminal ? pauseMs.terminal : pauseMs.file)) return;
    this.#last = now;
    const line = this.#line(report, (now - this.#start) / 1_000);
    this.#stream.write(isTerminal ? `\r${line}\x1b[K` : `${line}\n`);
  };

  #line(report: Report, seconds: number): string {
    const rejected = report.total('rejected');
    const done = report.total('created') + report.total('updated') + report.total('unchanged') + rejected;
    const rate = Math.round(done / seconds);
    return [`${done} records`, `${rate} per second`, ...(rejected > 0 ? [`${rejected} rejected`] : [])].join(
      ', ',
    );
  }

  end(): void {
    if (this.#stream.isTTY === true) this.#stream.write('\r\x1b[K');
  }
}
