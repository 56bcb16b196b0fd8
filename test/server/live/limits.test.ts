import { expect, onTestFinished, test } from 'vitest';
import { scopes } from '../../../src/auth/viewer.ts';
import { createServingPool } from '../../../src/db/wire/pool.ts';
import { openProxy } from '../../postgres-proxy.ts';
import { codesOf, serve } from '../limits/http-gateway.ts';
import { follow, next, rest, take } from './follower.ts';
import { changed, listeners, openLive } from './subscriber.ts';

const { pool, url, accountId, gateway, change } = await openLive();
const ours = await gateway({ inFlight: 1, requestMs: 1_000 });

test('a subscription does not count as a running request, and has no timeout', async () => {
  const stream = await follow(ours.url, { query: changed });

  const { status } = await ours.ask('{ viewer { scopes } }');
  await pool.query('select pg_sleep(1.2)');
  await change(ours, 'Later');

  expect(status).toBe(200);
  expect((await next(stream)).data.customerChanged.action).toBe('CREATE');
  stream.hangUp();
});

test('a change is published although its notification was lost', async () => {
  const stream = await follow(ours.url, { query: changed });
  await change(ours, 'Before');
  await next(stream);
  const { rowCount } = await pool.query(`select pg_terminate_backend(pid) ${listeners}`);
  await change(ours, 'Meanwhile');

  expect(rowCount).toBe(1);
  expect((await next(stream)).data.customerChanged.action).toBe('CREATE');
  stream.hangUp();
});

test('a subscription survives the loss of database connections', async () => {
  const proxy = await openProxy(url);
  const serving = createServingPool({ connectionString: proxy.url }, () => undefined);
  onTestFinished(() => serving.end());
  const viewer = { accountId, accountUserId: null, scopes, caller: 'test' };
  const far = await serve({ serving }, { viewer });
  const stream = await follow(far.url, { query: changed });
  await change(ours, 'Before');
  await next(stream);

  proxy.breakAll();
  await change(ours, 'Meanwhile');

  const { changes } = (await next(stream)).data.customerChanged;
  expect(changes).toContainEqual({ newValue: 'Meanwhile' });
  stream.hangUp();
});

test('events wait until the caller can pay for them, and none is skipped', async () => {
  const poor = await gateway({ cost: 20, bucket: 20, refill: 400 });
  const watching = await follow(ours.url, { query: changed });
  await change(ours);
  const { cursor } = (await next(watching)).data.customerChanged;
  watching.hangUp();
  for (let n = 0; n < 10; n += 1) await change(ours, `Customer ${n}`);

  const stream = await follow(poor.url, {
    query: changed,
    variables: { after: cursor },
  });

  const names = (await take(stream, 10)).map(({ data }) =>
    data.customerChanged.changes.map(({ newValue }: { newValue: string }) => newValue),
  );
  expect(names).toEqual(Array.from({ length: 10 }, (_, n) => expect.arrayContaining([`Customer ${n}`])));
  stream.hangUp();
});

test('one event costs at most as much as a request can', async () => {
  const strict = await gateway({ cost: 5 });

  const answers = await rest(await follow(strict.url, { query: changed }));

  expect(answers.flatMap(codesOf)).toEqual(['COST_LIMIT']);
});

test('a subscription that does not accept a stream is rejected', async () => {
  const replies = [
    await ours.ask(changed),
    await ours.ask(
      changed,
      {},
      { headers: { 'content-type': 'application/json', accept: 'application/json, multipart/mixed' } },
    ),
  ];

  expect(replies.map(({ status }) => status)).toEqual([400, 400]);
  for (const reply of replies) {
    expect(codesOf(reply)).toEqual(['BAD_REQUEST']);
    expect(reply.errors?.[0]?.message).toContain('text/event-stream');
  }
});

test('a subscription returns a stream of events, whatever other types are accepted', async () => {
  const accept = 'application/graphql-response+json, multipart/mixed, text/event-stream';
  const stream = await follow(ours.url, { query: changed, headers: { accept } });

  expect(stream.headers.get('content-type')).toBe('text/event-stream');
  stream.hangUp();
});

test('an EventSource can subscribe, and cannot write', async () => {
  const search = (query: string) => `?${new URLSearchParams({ query })}`;
  const headers = { accept: 'text/event-stream' };
  const hangUp = new AbortController();

  const stream = await fetch(`${ours.url}${search(changed)}`, { headers, signal: hangUp.signal });
  const written = await ours.send(
    { headers },
    search('mutation { customerCreate(input: { name: "X" }) { customer { id } } }'),
  );
  const bare = await ours.send({ headers: { accept: '*/*' } }, search(changed));

  expect([stream.status, written.status, bare.status]).toEqual([200, 405, 400]);
  expect(stream.headers.get('content-type')).toBe('text/event-stream');
  hangUp.abort();
});

test.each([
  ['no cursor', 'x', 'CURSOR_INVALID'],
  ['a cursor of another list', Buffer.from('["x","1","y"]').toString('base64url'), 'CURSOR_MISMATCH'],
])('%s is rejected', async (_what, after, code) => {
  const answers = await rest(await follow(ours.url, { query: changed, variables: { after } }));

  expect(answers.flatMap(codesOf)).toEqual([code]);
});
