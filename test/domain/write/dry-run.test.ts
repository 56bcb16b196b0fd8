import { expect, test } from 'vitest';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { faultsOf, mutate } from '../../mutation.ts';
import { everythingWritten } from '../everything-written.ts';

const { db, as, pool, serving } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const us = as(accountId);

const seen = 'customer { version note tags { totalCount nodes { name } } events { totalCount } }';
const dryThenReal = `mutation ($id: ID!) {
  a: customerUpdate(input: { by: { id: $id }, note: "a", tags: ["x", "y"], dryRun: true }) { ...result }
  b: customerUpdate(input: { by: { id: $id }, ifVersion: 1, tags: ["z"] }) { ...result }
  c: customerUpdate(input: { by: { id: $id }, note: "c", dryRun: true }) { ...result }
  d: customerDiscontinue(input: { by: { id: $id }, ifVersion: 2, dryRun: true }) { ...result }
}
fragment result on CustomerPayload { ${seen} userErrors { code } }`;

test('each mutation of a request sees the effects of the previous ones, and none of dry runs', async () => {
  const { id } = await add.addCustomer(db, accountId);

  const { data } = await us.execute(dryThenReal, { id });

  const result = (version: number, note: string | null, tags: readonly string[], events: number) => ({
    customer: {
      ...{ version, note, events: { totalCount: events } },
      tags: { totalCount: tags.length, nodes: tags.map((name) => ({ name })) },
    },
    userErrors: [],
  });
  expect(data).toEqual({
    a: result(2, 'a', ['y', 'x'], 1),
    b: result(2, null, ['z'], 1),
    c: result(3, 'c', ['z'], 2),
    d: result(3, null, ['z'], 2),
  });
  expect(await db.customer.findFirst({ where: { id } })).toMatchObject({ version: 2, note: null });
  expect(await db.tag.count({ where: { accountId, name: { in: ['x', 'y', 'z'] } } })).toBe(1);
});

test('a dry run is rejected with the errors of the mutation', async () => {
  const { id } = await add.addCustomer(db, accountId);
  const before = await everythingWritten(pool);

  const stale = await mutate(us, 'customerUpdate', { by: { id }, ifVersion: 3, name: '', dryRun: true });

  expect(faultsOf(stale)).toEqual(['REQUIRED name', 'STALE_VERSION ifVersion']);
  expect(stale.customer).toEqual({ id, version: 1 });
  expect(await everythingWritten(pool)).toBe(before);
});

test('an error that the database raises at the statement is returned by a dry run, too', async () => {
  const { id } = await add.addCustomer(db, accountId);
  await pool.query('alter table customer_events add constraint broken check (action is null) not valid');

  const { errors } = await us.execute(
    'mutation ($id: ID!) { customerUpdate(input: { by: { id: $id }, note: "x", dryRun: true }) { customer { id } } }',
    { id },
  );

  await pool.query('alter table customer_events drop constraint broken');
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['INTERNAL_SERVER_ERROR']);
});

test('30 concurrent dry runs leave no connection in use and no lock held', async () => {
  const { id } = await add.addCustomer(db, accountId);
  const before = await everythingWritten(pool);

  await Promise.all(
    Array.from({ length: 30 }, (_, at) =>
      mutate(us, 'customerUpdate', { by: { id }, note: `n${at}`, dryRun: true }, seen),
    ),
  );

  expect(await everythingWritten(pool)).toBe(before);
  expect(serving.idleCount).toBe(serving.totalCount);
  expect((await mutate(us, 'customerUpdate', { by: { id }, note: 'done' })).userErrors).toEqual([]);
});
