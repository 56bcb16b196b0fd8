import { expect, inject, test } from 'vitest';
import { openTestDatabase } from '../database.ts';
import { serve } from './limits/http-gateway.ts';

const database = await openTestDatabase(inject('demo'));
const hidden = await serve(database, { introspection: 'off' });
const shown = await serve(database, { introspection: 'on' });

const refusal = {
  message:
    '`_service` returns the schema, which this gateway hides; use the schema that its command `schema --federation` prints.',
  extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
};

test.for([
  '{ _service { sdl } }',
  '{ it: _service { sdl } }',
  '{ ...F } fragment F on Query { ... { _service { __typename } } }',
])('%s is available only to callers that can see the schema', async (query) => {
  const [open, closed] = [await shown.ask(query), await hidden.ask(query)];

  expect(open.errors).toBeUndefined();
  expect(closed.errors).toMatchObject([refusal]);
  expect(closed.errors).toHaveLength(1);
});

test('entities are resolved anyway', async () => {
  const query =
    '{ _entities(representations: [{ __typename: "Customer", shortId: "ACME-CORP" }]) { ... on Customer { name } } }';

  const { data } = await hidden.ask(query);

  expect(data).toEqual({ _entities: [{ name: 'Acme Corporation' }] });
});
