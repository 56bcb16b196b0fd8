import { derivedColumns, isDerivedColumn } from '../../src/db/model/field-group.ts';
import { metadataValues } from '../../src/domain/customer/derive/values.ts';
import { addAccount, addCustomer, word } from '../builders.ts';
import { openGateway } from '../gateway.ts';
import { addWholeCustomer } from '../whole-customer.ts';
import { placeOf, type Reach } from './statement-table.ts';

/** The number of families, and the numbers of parents that the tests request. */
export const families = 50;
export const sizes = [1, 5, families] as const;

/** An account of parents with one child each; every child has all fields set, and its own settings. */
export async function openWholeFamilies() {
  const { db, as } = await openGateway();
  const account = await addAccount(db);
  const { unit } = await addFamily();
  for (let left = families - 1; left > 0; left -= 10)
    await Promise.all(Array.from({ length: Math.min(left, 10) }, addFamily));

  async function addFamily() {
    const parent = await addCustomer(db, account.id);
    const whole = await addWholeCustomer(db, account.id, { parentId: parent.id });
    await addDisagreement(whole);
    return whole;
  }

  /** A record that gives all values of the customer, and one with another note. */
  async function addDisagreement({ customer, ...has }: Awaited<ReturnType<typeof addWholeCustomer>>) {
    const row = await db.customer.findUniqueOrThrow({
      where: { accountId_id: { accountId: account.id, id: customer.id } },
    });
    const columns = Object.fromEntries(
      derivedColumns.filter(isDerivedColumn).map((column) => [column, row[column]]),
    );
    const lists = { priceGroups: [has.priceGroup.id], tags: [has.tag.name] };
    const values = JSON.parse(
      JSON.stringify({ ...columns, ...lists, ...metadataValues(Object(row.metadata)) }),
    );
    const record = { accountId: account.id, customerId: customer.id, seenAt: new Date() };
    await db.customerSource.createMany({
      data: [
        { ...record, system: 'AUGNO', sourceId: word(), values },
        { ...record, system: 'COMMERCE_LAYER', sourceId: word(), values: { note: word() } },
      ],
    });
  }

  /** The table's query of `n` parents, with a selection of each. */
  function queryOf(reach: Reach, n: number, selection: string): string {
    return `{ ${placeOf(reach).query} }`
      .replace('#', selection)
      .replace('$n', String(n))
      .replace('$unit', unit.id);
  }

  return { ...as(account.id), queryOf };
}
