import type { Where } from '../../src/db/read/list.ts';
import { statements } from '../../src/db/wire/connection.ts';
import { withSnapshot } from '../../src/db/wire/snapshot.ts';
import { exportCustomers } from '../../src/exporters/export.ts';
import type { Form } from '../../src/exporters/form.ts';

interface Options {
  readonly where?: Where;
  /** Called before each chunk but the first. */
  readonly between?: () => Promise<unknown>;
}

/** The text of an export. */
export function exported(
  url: string,
  accountId: string,
  form: Form,
  { where = {}, between = async () => undefined }: Options = {},
): Promise<string> {
  const { signal } = new AbortController();
  return withSnapshot({ connectionString: url }, accountId, signal, async (session) => {
    let text = '';
    for await (const chunk of exportCustomers(session, form, where)) {
      if (text !== '') await between();
      text += chunk.text;
    }
    return text;
  });
}

/** The documents of an export with one on each line. */
export async function documents(...args: Parameters<typeof exported>) {
  const lines = (await exported(...args)).split('\n').slice(0, -1);
  // biome-ignore lint/suspicious/noExplicitAny: each test knows the shape of its documents
  return lines.map((line) => JSON.parse(line)) as any[];
}

/** The number of statements that are sent meanwhile. */
export async function countStatements(work: () => Promise<unknown>): Promise<number> {
  const seen: unknown[] = [];
  const note = (statement: unknown) => void seen.push(statement);
  statements.subscribe(note);
  await work().finally(() => statements.unsubscribe(note));
  return seen.length;
}
