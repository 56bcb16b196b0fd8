import { expect, test } from 'vitest';
import { printedSchema } from '../../src/schema/build/print.ts';

test('schema.graphql is current', async () => {
  await expect(printedSchema()).toMatchFileSnapshot('../../schema.graphql');
});
