import type { ClientBase } from 'pg';
import { listTables } from './backup-inventory.ts';
import { runTool } from './backup-tools.ts';

const newline = 10;
const copyStatement = /^COPY (.+?) (?:\(.*\) )? ?FROM stdin;$/;

/** Counts the rows in the output of pg_restore: one line each between COPY and `\.`. */
class RowCounter {
  readonly rows = new Map<string, number>();
  #table: string | undefined;
  #rest: Buffer = Buffer.alloc(0);

  add(chunk: Buffer): void {
    const data = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let start = 0;
    for (let end = data.indexOf(newline); end !== -1; end = data.indexOf(newline, start)) {
      this.#line(data, start, end);
      start = end + 1;
    }
    this.#rest = data.subarray(start);
  }

  #line(data: Buffer, start: number, end: number): void {
    if (this.#table === undefined) {
      this.#table = copyStatement.exec(data.toString('utf8', start, end))?.[1];
      if (this.#table !== undefined) this.rows.set(this.#table, 0);
    } else if (end - start === 2 && data.toString('latin1', start, end) === '\\.') this.#table = undefined;
    else this.rows.set(this.#table, (this.rows.get(this.#table) ?? 0) + 1);
  }
}

/** The number of rows of each table in a dump; a table without an entry is missing from it. */
export async function rowsInDump(
  dump: string,
  client: ClientBase,
  stop?: AbortSignal,
): Promise<Record<string, number>> {
  const counter = new RowCounter();
  await runTool('pg_restore', ['--data-only', '--file=-', dump], {
    stop,
    read: async (output) => {
      for await (const chunk of output) counter.add(Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk));
    },
  });
  const rows: Record<string, number> = {};
  for (const { name, quoted } of await listTables(client)) {
    const count = counter.rows.get(quoted);
    if (count !== undefined) rows[name] = count;
  }
  return rows;
}
