import { addAccount, addCustomer } from '../builders.ts';
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
    return addWholeCustomer(db, account.id, { parentId: parent.id });
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
