import { expect, test } from 'vitest';
import { scopes } from '../../src/auth/viewer.ts';
import { demoAccountId } from '../../src/demo/seed.ts';
import { observers } from '../../src/observe/observers.ts';
import { eventually } from '../eventually.ts';
import { openHttpGateway } from '../server/limits/http-gateway.ts';
import { follow, take } from '../server/live/follower.ts';

const [lags, sent]: [number[], number[]] = [[], []];
const names: string[] = [];
const observer = observers([
  {
    published: (lagMs) => void lags.push(lagMs),
    sent: (events) => void sent.push(events),
    statement: ({ name, requestId }) => requestId === undefined && void names.push(name),
  },
]);
const viewer = { accountId: demoAccountId, accountUserId: null, scopes, caller: 'test' };
const gateway = await openHttpGateway({ viewer, observer });
const create = (name: string) =>
  gateway.ask('mutation ($name: String!) { customerCreate(input: { name: $name }) { customer { id } } }', {
    name,
  });
const total = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);

test('events count for each subscriber, also those that a subscriber had missed', async () => {
  const query = 'subscription ($after: String) { customerChanged(after: $after) { cursor } }';
  const two = [await follow(gateway.url, { query }), await follow(gateway.url, { query })];
  await create('First');
  const [answers] = await Promise.all(two.map((each) => take(each, 1)));
  await eventually(() => expect(total(sent)).toBe(2));
  expect(lags.length).toBeGreaterThan(0);
  await create('Second');
  await Promise.all(two.map((each) => take(each, 1)));
  const after = answers?.[0]?.data.customerChanged.cursor;
  const late = await follow(gateway.url, { query, variables: { after } });
  await take(late, 1);

  await eventually(() => expect(total(sent)).toBe(5));
  expect(names).toContain('customerChanges next');
  for (const each of [...two, late]) each.hangUp();
});
