import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, inject, test } from 'vitest';
import { openTestDatabase } from '../../database.ts';

const script = fileURLToPath(new URL('../../../scripts/visited-files.mjs', import.meta.url));

// Lower these numbers when files leave the path.
test.each([
  ['look-up', 40, ['{ customer(by: { shortId: "ACME-CORP" }) { id number name status createdAt } }']],
  ['query of the README', 57, []],
])('a cached %s visits at most %i files', async (_name, max, query) => {
  const { url } = await openTestDatabase(inject('demo'));

  const { stdout } = await promisify(execFile)(process.execPath, [script, url, ...query]);

  const files = stdout.trim().split('\n');
  expect(files).toContain('server/http/front.ts');
  expect(files.length, stdout).toBeLessThanOrEqual(max);
});
