import type { Where } from '../db/read/list.ts';
import { countScanned, scanCustomers } from '../db/read/scan.ts';
import type { Session } from '../db/wire/session.ts';
import type { Form } from './form.ts';
import type { CustomerRow } from './page.ts';
import { readPage } from './read-page.ts';
import { asStated } from './stated.ts';

export interface Chunk {
  readonly text: string;
  readonly customers: number;
}

/** Of customers with their shop records, fewer are in memory at a time. */
const shopPageSize = 25;

function* slices(rows: readonly CustomerRow[], size: number): Iterable<readonly CustomerRow[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}

/** The text of an export in chunks, ordered by the ids of the customers. The session must be a snapshot. */
export async function* exportCustomers(session: Session, form: Form, where: Where): AsyncGenerator<Chunk> {
  const { needs, system, only, head, isCounted = false } = form;
  const filter = only === undefined ? where.filter : { and: [...(where.filter ? [where.filter] : []), only] };
  const scope = { where: { ...where, ...(filter && { filter }) }, system };
  const total = isCounted ? await countScanned(session, scope) : 0;
  if (head !== undefined) yield { text: head, customers: 0 };
  let first = 0;
  for await (const rows of scanCustomers(session, scope))
    for (const customers of slices(rows, needs.shopRecords ? shopPageSize : rows.length)) {
      const shown = system === undefined ? customers : await asStated(session, customers, system);
      const page = await readPage(session, shown, needs);
      yield { text: form.text(page, { first, total }), customers: customers.length };
      first += customers.length;
    }
  if (isCounted && total === 0)
    yield { text: form.text(await readPage(session, [], needs), { first, total }), customers: 0 };
}
