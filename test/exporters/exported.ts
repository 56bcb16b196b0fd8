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

/** Values that the gateway gives to its own objects, and those that docs/import.md lists as not carried. */
const own = new Set(['id', 'version', 'updatedAt', 'seenAt', 'hasPassword', 'discontinuedAt']);

function carriedPart(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((each) => JSON.stringify(carriedPart(each, name))).sort();
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(
    ([key]) => !own.has(key) && !(key === 'createdAt' && name === 'addresses'),
  );
  return Object.fromEntries(fields.map(([key, each]) => [key, carriedPart(each, key)]));
}

/** What an import of an export of the gateway takes over: the customers by number, without the order of their lists. */
export const carried = (found: readonly { readonly number: string }[]): readonly unknown[] =>
  [...found].sort((a, b) => (a.number < b.number ? -1 : 1)).map((each) => carriedPart(each, ''));
