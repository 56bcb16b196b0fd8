// npm run release -- VERSION: writes a release into the working tree. The section "Unreleased" of
// CHANGELOG.md gets the version's heading, package.json and the manifests in deploy/ the version, and
// released.graphql the schema that later ones are compared with.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const read = (file) => readFileSync(file, 'utf8');
const numbers = (text) => text.split('.').map(Number);

/** Whether the next version may break clients: it has a higher major, or a higher minor while the major is 0. */
function mayBreak([major, minor], [nextMajor, nextMinor]) {
  return nextMajor > major || (major === 0 && nextMajor === 0 && nextMinor > minor);
}

function isBefore(a, b) {
  const i = a.findIndex((number, at) => number !== b[at]);
  return i !== -1 && a[i] < b[i];
}

function faultOf(next, current, changelog) {
  if (!/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/.test(next))
    return 'A version is three numbers: npm run release -- 1.2.0';
  if (isBefore(numbers(next), numbers(current))) return `${current} was before: ${next} would go back.`;
  if (changelog.includes(`\n## ${next} `)) return `${next} is released: CHANGELOG.md has it.`;
  const [, notes = ''] = changelog.split('\n## ');
  const [heading, ...lines] = notes.split('\n');
  if (heading !== 'Unreleased' || !lines.some((line) => line.startsWith('- ')))
    return 'CHANGELOG.md has nothing under "## Unreleased", its first heading.';
  const breaks = lines.some((line) => line.startsWith('- BREAKING: '));
  const isFirst = !/^## \d/m.test(changelog);
  if (breaks && !isFirst && !mayBreak(numbers(current), numbers(next)))
    return `CHANGELOG.md names a breaking change: ${next} must differ from ${current} in its first number, or its second while the first is 0.`;
}

const [next = ''] = process.argv.slice(2);
const changelog = read('CHANGELOG.md');
const fault = faultOf(next, JSON.parse(read('package.json')).version, changelog);
if (fault !== undefined) {
  console.error(fault);
  process.exit(1);
}
const day = new Date().toISOString().slice(0, 10);
const npm = ['version', next, '--no-git-tag-version', '--allow-same-version', '--ignore-scripts'];
const { status } = spawnSync('npm', npm, { stdio: ['ignore', 'ignore', 'inherit'] });
if (status !== 0) process.exit(1);
writeFileSync('CHANGELOG.md', changelog.replace('## Unreleased\n', `## Unreleased\n\n## ${next} – ${day}\n`));
for (const file of ['Dockerfile', 'compose.yaml', 'kubernetes/gateway.yaml', 'kubernetes/migrate.yaml'])
  writeFileSync(
    `deploy/${file}`,
    read(`deploy/${file}`).replace(/(customer-gateway(:|-migrate-))\d+\.\d+\.\d+/g, `$1${next}`),
  );
writeFileSync('released.graphql', `# ${next}\n${read('schema.graphql')}`);
console.log(`Now: git commit --all --message "release: ${next}" && git tag v${next}`);
