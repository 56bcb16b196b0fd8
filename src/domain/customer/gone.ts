import { type Sql, sql } from '../../db/model/table.ts';
import type { SourceSystem } from '../source-system.ts';
import type { Write, Writer } from '../write/writer.ts';
import { lockCustomers } from './lock.ts';
import { deriveAgain } from './survivorship/derive-again.ts';
import { batchSize } from './survivorship/read-customers.ts';

/** The records of a batch of customers whose source was found to have them, or not to have them any more. */
interface Marking {
  readonly records: Sql;
  readonly goneAt: Sql;
  /** The last customer of the batch before. */
  readonly after: string;
}

export interface Marked {
  /** The last customer; undefined if there is none left. */
  readonly last: string | undefined;
  readonly records: number;
}

/** Sets `gone_at` and derives the customers: values of records that are gone come last. */
async function mark(write: Write, { records, goneAt, after }: Marking): Promise<Marked> {
  const rows =
    await write.run(sql`/* customersOfRecords */ select distinct s.customer_id from customer_sources s
    where s.account_id = ${write.accountId} and s.customer_id > ${after} and ${records}
    order by s.customer_id limit ${batchSize}::integer`);
  const ids = rows.flatMap(([id]) => id ?? []);
  if (ids.length === 0) return { last: undefined, records: 0 };
  await lockCustomers(write, ids);
  const marked =
    await write.run(sql`/* CustomerSource gone */ update customer_sources s set gone_at = ${goneAt}
    where s.account_id = ${write.accountId} and s.customer_id = any(${ids}::text[]) and ${records}
    returning s.source_id`);
  await deriveAgain(write, ids);
  return { last: ids.at(-1), records: marked.length };
}

async function marked(writer: Writer, marking: Marking): Promise<Marked> {
  const request = { name: 'recordsGone', input: {} };
  const { userErrors, last, records = 0 } = await writer.run(request, (write) => mark(write, marking));
  const [error] = userErrors;
  if (error !== undefined) throw new Error(`${error.code} ${error.path.join('.')}: ${error.message}`);
  return { last, records };
}

/**
 * Marks records that no import has passed since then, of the next batch of customers that have others: nothing else is
 * derived from another record instead.
 */
export const markUnseen = (
  writer: Writer,
  { system, passedAt }: { readonly system: SourceSystem; readonly passedAt: string },
  after: string,
): Promise<Marked> =>
  marked(writer, {
    ...{ after, goneAt: sql`now()` },
    records: sql`s.system = ${system}::source_system and s.gone_at is null
      and (s.passed_at is null or s.passed_at < ${passedAt}::timestamptz)
      and exists (select from customer_sources o where o.account_id = s.account_id
        and o.customer_id = s.customer_id and (o.system, o.source_id) <> (s.system, s.source_id))`,
  });

/** The source has these records again, of at most one batch. */
export async function markPresent(
  writer: Writer,
  system: SourceSystem,
  sourceIds: readonly string[],
): Promise<void> {
  await marked(writer, {
    ...{ after: '', goneAt: sql`null` },
    records: sql`s.system = ${system}::source_system and s.source_id = any(${[...sourceIds]}::text[])
      and s.gone_at is not null`,
  });
}
