import { expect, inject, test } from 'vitest';

test('the gateway answers', async () => {
  const response = await fetch(inject('gateway'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ customers(first: 1) { nodes { id } } }' }),
  });
  expect(await response.json()).toMatchObject({ data: { customers: { nodes: [{}] } } });
});
