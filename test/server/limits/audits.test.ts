import { serverAudits } from 'graphql-http';
import { expect, test } from 'vitest';
import { openHttpGateway } from './http-gateway.ts';

const { url } = await openHttpGateway();
const audits = serverAudits({ url });

test('there are 61 audits of GraphQL over HTTP', () => {
  expect(audits).toHaveLength(61);
});

test.each(audits)('$id: $name', async ({ fn }) => {
  expect(await fn()).toMatchObject({ status: 'ok' });
});
