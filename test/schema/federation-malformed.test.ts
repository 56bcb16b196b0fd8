import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nodeTypes } from '../../src/db/model/id.ts';
import { demoAccountId } from '../../src/demo/seed.ts';
import { openGateway } from '../gateway.ts';
import { asyncProperty } from '../property.ts';
import { runs } from '../runs.ts';

const { as, plainly, pool } = await openGateway({ demo: true });
const { rows } = await pool.query<{ id: string }>(
  'select id from customers where account_id = $1 order by id limit 5',
  [demoAccountId],
);
const known = rows.map(({ id }) => id);
const query =
  'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Customer { id } } }';

// PostgreSQL cannot store U+0000, which rejects the whole request in any position.
const text = fc.string({ unit: 'binary' }).filter((each) => !each.includes('\0'));
const anything = fc
  .jsonValue()
  .filter((value) => value !== null && !JSON.stringify(value).includes('\\u0000'));
const typename = fc.oneof(
  fc.constantFrom<unknown>('Customer', ...nodeTypes, 'Query', '__proto__', 'constructor', '', null),
  text,
  anything,
);
const key = fc.oneof(fc.constantFrom<unknown>(...known, 'cus_0', 'adr_0', '', null), text, anything);
const broken = fc.oneof(
  anything,
  fc.record(
    { __typename: typename, id: key, number: key, shortId: key, ['__proto__']: anything },
    { requiredKeys: [] },
  ),
);

type Drawn = { readonly right: string } | { readonly given: unknown };

const drawn: fc.Arbitrary<Drawn> = fc.oneof(
  fc.constantFrom(...known).map((right) => ({ right })),
  broken.map((given) => ({ given })),
);

const ours = ['BAD_USER_INPUT', 'ID_INVALID'];

test('each invalid representation has its own error, and the others are resolved', async () => {
  let [tried, rejected] = [0, 0];
  await fc.assert(
    asyncProperty(fc.array(drawn, { minLength: 1, maxLength: 20 }), async (all) => {
      const representations = all.map((each) =>
        'right' in each ? { __typename: 'Customer', id: each.right } : each.given,
      );

      const [planned, plain] = await Promise.all(
        [as(demoAccountId), plainly(demoAccountId)].map((us) => us.execute(query, { representations })),
      );

      const { data, errors = [] } = planned ?? { data: undefined };
      expect(data._entities).toHaveLength(all.length);
      for (const [at, each] of all.entries())
        if ('right' in each) expect(data._entities[at]).toEqual({ id: each.right });
      for (const { path, extensions } of errors) {
        expect(ours).toContain(extensions.code);
        expect(path).toEqual(['_entities', expect.any(Number)]);
        expect(data._entities[Number(path?.[1])]).toBeNull();
      }
      expect(plain?.data).toEqual(data);
      expect(plain?.errors?.length ?? 0).toBe(errors.length);
      tried += 1;
      rejected += errors.length;
    }),
    runs(200),
  );
  // Fails if few representations were tried.
  expect(rejected).toBeGreaterThan(tried / 2);
});
