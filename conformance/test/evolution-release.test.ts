import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const release = fileURLToPath(new URL('../../scripts/release.mjs', import.meta.url));
const deploy = fileURLToPath(new URL('../../deploy', import.meta.url));
const before = '# Changelog\n\n## Unreleased\n\n- More.\n\n## 0.1.0 – 2026-01-01\n\n- All.\n';

/** Runs the release script in a project of version 0.1.0 with this changelog. */
async function releaseAs(version: string, changelog = before) {
  const root = await mkdtemp(join(tmpdir(), 'cg-release-'));
  onTestFinished(() => rm(root, { recursive: true }));
  await writeFile(join(root, 'CHANGELOG.md'), changelog);
  await writeFile(join(root, 'schema.graphql'), 'type Query\n');
  await cp(deploy, join(root, 'deploy'), { recursive: true });
  await writeFile(join(root, 'package.json'), JSON.stringify({ name: 'a', version: '0.1.0' }));
  const { status, stdout, stderr } = spawnSync(process.execPath, [release, version], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, stdout, stderr, read: (file: string) => readFile(join(root, file), 'utf8') };
}

test('a release writes the version, its heading, and the schema that later ones are compared with', async () => {
  const { status, stdout, read } = await releaseAs('0.1.1');

  expect({ status, stdout }).toEqual({
    status: 0,
    stdout: 'Now: git commit --all --message "release: 0.1.1" && git tag v0.1.1\n',
  });
  const day = /\d{4}-\d\d-\d\d/;
  expect((await read('CHANGELOG.md')).replace(day, 'today')).toBe(
    before.replace('## Unreleased\n', '## Unreleased\n\n## 0.1.1 – today\n'),
  );
  expect(JSON.parse(await read('package.json'))).toEqual({ name: 'a', version: '0.1.1' });
  expect(await read('released.graphql')).toBe('# 0.1.1\ntype Query\n');
  expect(await read('deploy/compose.yaml')).toContain('customer-gateway:0.1.1');
});

test.each([
  ['1.x', before, 'A version is three numbers'],
  ['0.0.9', before, '0.0.9 would go back'],
  ['0.1.0', before, '0.1.0 is released'],
  ['0.2.0', before.replace('- More.', ''), 'nothing under "## Unreleased"'],
  ['0.1.1', before.replace('- More.', '- BREAKING: `A.b`: gone.'), 'names a breaking change'],
])('%s is refused where it would be wrong, and nothing is written', async (version, changelog, message) => {
  const { status, stderr, read } = await releaseAs(version, changelog);

  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining(message) });
  expect(await read('CHANGELOG.md')).toBe(changelog);
  await expect(read('released.graphql')).rejects.toThrow('ENOENT');
});

test('a breaking change goes out with a version that tells of it', async () => {
  const { status } = await releaseAs('0.2.0', before.replace('- More.', '- BREAKING: `A.b`: gone.'));

  expect(status).toBe(0);
});
