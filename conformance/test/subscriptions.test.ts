import { readFile } from 'node:fs/promises';
import { gql } from '@apollo/client';
import { fetchQuery } from 'relay-runtime';
import { afterAll, expect, test, vi } from 'vitest';
import type { changesQuery } from '../relay/__generated__/changesQuery.graphql.ts';
import { viewer } from '../relay/changes.ts';
import { signIn } from '../subscriptions/sign-in.js';
import { loadClients, Received } from './subscriptions/clients.ts';
import { Gateways } from './subscriptions/gateways.ts';

const gateways = await Gateways.start();
afterAll(() => gateways.stop());

// As on a page of the gateway's origin.
const pageFetch = globalThis.fetch;
vi.stubGlobal('fetch', (url: string | URL, init?: RequestInit) =>
  pageFetch(new URL(url, gateways.url), init),
);
const clients = await loadClients();

const read = (path: string) => readFile(new URL(`../${path}`, import.meta.url), 'utf8');

test.each(['subscribe', 'apollo', 'urql', 'relay'])('docs/clients.md contains %s.js', async (name) => {
  const page = await read('../docs/clients.md');

  expect(page).toContain(`\`\`\`js\n${await read(`subscriptions/${name}.js`)}\`\`\``);
});

test('no client loses a change when the gateway restarts', async () => {
  signIn.getToken = () => gateways.token('1h');
  const after = await gateways.lastCursor();
  const subscriptions = Object.entries(clients).map(([client, subscribe]) => {
    const received = new Received();
    return { client, received, unsubscribe: subscribe(after, received) };
  });
  const names = Array.from({ length: 9 }, (_, at) => `Customer ${at}`);
  const expectNames = async (count: number) => {
    for (const { client, received } of subscriptions)
      expect({ client, names: await received.until(count) }).toEqual({
        client,
        names: names.slice(0, count),
      });
  };

  await gateways.write(names.slice(0, 2));
  await expectNames(2);
  await gateways.restart('SIGTERM', () => gateways.write(names.slice(2, 4)));
  await gateways.write(names.slice(4, 5));
  await expectNames(5);
  await gateways.restart('SIGKILL', () => gateways.write(names.slice(5, 7)));
  await gateways.write(names.slice(7));
  await expectNames(9);

  for (const { unsubscribe } of subscriptions) unsubscribe();
});

test('a subscription continues with a new token when its token expires', async () => {
  const tokens = [await gateways.token('5s'), await gateways.token('1h')];
  const later = new Promise<void>((resolve) => {
    signIn.getToken = async () => {
      if (tokens.length === 1) resolve();
      return tokens.shift() ?? '';
    };
  });
  const received = new Received();
  const unsubscribe = clients['graphql-sse']?.(await gateways.lastCursor(), received);
  await gateways.write(['before']);
  await received.until(1);

  await later;
  await gateways.write(['after']);

  expect(await received.until(2)).toEqual(['before', 'after']);
  unsubscribe?.();
});

test('an error that no retry can solve ends the subscription', async () => {
  signIn.getToken = () => gateways.token('1h');
  const received = new Received();

  clients['graphql-sse']?.('unreadable', received);

  expect(await received.until(1)).toMatchObject([[{ extensions: { code: 'CURSOR_INVALID' } }]]);
  await expect.poll(() => received.isComplete).toBe(true);
});

test('Apollo Client and Relay send the token with queries', async () => {
  signIn.getToken = () => gateways.token('1h');
  const { client } = await import('../subscriptions/apollo.js');
  const { environment } = await import('../subscriptions/relay.js');

  const { data } = await client.query({ query: gql('{ viewer { account { id } } }') });
  const byRelay = await fetchQuery<changesQuery>(environment, viewer, {}).toPromise();

  expect(data).toMatchObject({ viewer: { account: { id: byRelay?.viewer.account.id } } });
});
