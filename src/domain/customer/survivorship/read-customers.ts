import { sql } from '../../../db/model/table.ts';
import { Faults } from '../../write/faults.ts';
import type { Write } from '../../write/writer.ts';
import type { CustomerRow } from '../fields.ts';
import { type Plan, planCustomers } from '../plan.ts';

export const batchSize = 250;

/** The ids of the next derived customers, in order of id, of which at least `least` source records state values. */
export async function nextIds(write: Write, after: string, least = 0): Promise<readonly string[]> {
  const rows = await write.run(sql`/* survivorshipCustomers */ select c.id from customers c
    where c.account_id = ${write.accountId} and c.baseline is not null and c.id > ${after}
      and (select count(*) from customer_sources s where s.account_id = c.account_id and s.customer_id = c.id
        and s.values is not null) >= ${least}::integer
    order by c.id limit ${batchSize}::integer`);
  return rows.flatMap(([id]) => id ?? []);
}

/** Plans that change nothing by themselves. */
export const unchangedPlans = (write: Write, rows: readonly CustomerRow[]): Promise<readonly Plan[]> =>
  planCustomers(
    write,
    rows.map((current) => ({ input: {}, faults: new Faults(), current })),
  );
