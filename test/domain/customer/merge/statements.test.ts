import { expect, test } from 'vitest';
import * as add from '../../../builders.ts';
import { openGateway } from '../../../gateway.ts';
import { addWholeCustomer } from '../../../whole-customer.ts';

const { db, as } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const us = as(accountId);

/** A target and sources with all related rows, including children. */
async function addParty(sources: number) {
  const [target, ...others] = await Promise.all(
    Array.from({ length: sources + 1 }, () => addWholeCustomer(db, accountId)),
  );
  const ids = others.map(({ customer }) => customer.id);
  for (const parentId of ids) await add.addCustomer(db, accountId, { parentId });
  return { target: { id: target?.customer.id }, duplicates: ids.map((id) => ({ id })) };
}

test('a merge of nine customers takes as many statements as one of two', async () => {
  const document =
    'mutation ($input: CustomerMergeInput!) { customerMerge(input: $input) { customer { id } } }';

  const two = await us.statementsOf(document, { input: await addParty(2) });
  const nine = await us.statementsOf(document, { input: await addParty(9) });

  expect(nine).toEqual(two);
  expect(two.length).toBeLessThan(60);
});
