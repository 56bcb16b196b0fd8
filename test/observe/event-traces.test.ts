import { expect, test, vi } from 'vitest';
import { scopes } from '../../src/auth/viewer.ts';
import { demoAccountId } from '../../src/demo/seed.ts';
import { createLog } from '../../src/log.ts';
import { observers } from '../../src/observe/observers.ts';
import { startTracing } from '../../src/observe/tracing/tracing.ts';
import { openHttpGateway } from '../server/limits/http-gateway.ts';
import { follow, take } from '../server/live/follower.ts';
import { otlpReceiver } from './otlp-receiver.ts';

const viewer = { accountId: demoAccountId, accountUserId: null, scopes, caller: 'test' };
const secret = 'Confidential-4711';
const create = `mutation { customerCreate(input: { name: "${secret}" }) { customer { id } } }`;
const query = `subscription Follow {
  customerChanged { cursor Confidential4711: customer { name attachments { nodes { id } } } }
}`;

test('each event is a trace of its own, which refers to the subscription and has no values', async () => {
  const receiver = await otlpReceiver();
  vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', receiver.endpoint);
  const tracing = startTracing('1.2.3', createLog('silent'));
  vi.unstubAllEnvs();
  const gateway = await openHttpGateway({ viewer, observer: observers([tracing]) });

  const two = [await follow(gateway.url, { query }), await follow(gateway.url, { query })];
  await gateway.ask(create);
  await Promise.all(two.map((each) => take(each, 1)));
  await gateway.pool.query('alter table attachments rename to moved');
  await gateway.ask(create);
  await Promise.all(two.map((each) => take(each, 1)));
  await gateway.pool.query('alter table moved rename to attachments');
  for (const each of two) each.hangUp();
  await gateway.stop();
  await tracing.stop();

  const { spans } = receiver;
  const subscription = spans.find(({ name }) => name === 'subscription');
  const events = spans.filter(({ name }) => name === 'event');
  expect(events).toHaveLength(2);
  for (const event of events) {
    expect(event).toMatchObject({ parentId: '', kind: 1 });
    expect(event.traceId).not.toBe(subscription?.traceId);
    expect(event.links).toEqual([{ traceId: subscription?.traceId, spanId: subscription?.spanId }]);
    expect(event.attributes).toMatchObject({
      'graphql.operation.name': 'Follow',
      'graphql.operation.type': 'subscription',
      'customer_gateway.account_id': demoAccountId,
      'customer_gateway.caller': 'test',
    });
  }
  const [complete, failed] = events;
  expect(complete?.status).toBe(0);
  expect(complete?.attributes['customer_gateway.event.size']).toBeGreaterThan(100);
  expect(complete?.attributes['customer_gateway.statements']).toBe(2);
  const inside = spans.filter(({ traceId }) => traceId === complete?.traceId).map(({ name }) => name);
  expect(inside.sort()).toEqual([
    'Customer by id',
    'Customer.attachments page',
    'event',
    'page Customer.attachments',
    'row Customer id',
  ]);
  expect(failed).toMatchObject({
    status: 2,
    attributes: {
      'error.type': 'INTERNAL_SERVER_ERROR',
      'customer_gateway.error_codes': ['INTERNAL_SERVER_ERROR'],
    },
  });
  expect(receiver.text()).not.toMatch(/Confidential/);
});
