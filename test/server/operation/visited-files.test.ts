import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, inject, test } from 'vitest';
import { openTestDatabase } from '../../database.ts';

/** Lower this number when files leave the path. */
const maxFiles = 89;

const script = fileURLToPath(new URL('../../../scripts/visited-files.mjs', import.meta.url));

test(`a cached query visits at most ${maxFiles} files`, async () => {
  const { url } = await openTestDatabase(inject('demo'));

  const { stdout } = await promisify(execFile)(process.execPath, [script, url]);

  const files = stdout.trim().split('\n');
  expect(files).toContain('server/http/front.ts');
  expect(files.length, stdout).toBeLessThanOrEqual(maxFiles);
});
