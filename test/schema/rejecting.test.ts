import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { demoAccountId } from '../../src/demo/seed.ts';
import { openGateway } from '../gateway.ts';

const { as } = await openGateway({ demo: true });

test('errors of sibling fields and items leave no unhandled promise rejection', async () => {
  const stop = new AbortController();
  const unhandled = once(process, 'unhandledRejection', { signal: stop.signal }).then(
    () => 'unhandled',
    () => 'handled',
  );

  // The first customer has a type, which loads asynchronously; the third has none, and fails synchronously.
  const { errors } = await as(demoAccountId).execute(`{
    customers(first: 3, orderBy: [{ field: NUMBER }]) {
      nodes {
        type { id }
        addresses(after: "none") { totalCount }
      }
    }
  }`);
  // By then, the first customer's type is loaded, too.
  await as(demoAccountId).execute('{ customers { nodes { childAccounts { nodes { id } } } } }');
  await setImmediate();
  stop.abort();

  expect(errors?.length).toBeGreaterThan(0);
  expect(await unhandled).toBe('handled');
});
