// Prints the files of dist/ of which at least one function is called while a cached query is answered over a socket:
// `node scripts/visited-files.mjs postgresql://… [query]`, for a migrated database with the demo data. The query is
// the README's unless one is given.
import { readFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { openDemoGateway } from './demo-gateway.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = pathToFileURL(join(root, 'dist/')).href;

const [, readme] = /```graphql\n(.*?)```/s.exec(readFileSync(join(root, 'README.md'), 'utf8'));

const [url, query = readme] = process.argv.slice(2);

const { endpoint, close } = await openDemoGateway(url);

async function send() {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(endpoint, { method: 'POST', headers, body: JSON.stringify({ query }) });
  const { data, errors } = await response.json();
  if (errors || !data.customer) throw new Error(`The query failed: ${JSON.stringify(errors)}`);
}

for (let at = 0; at < 5; at++) await send();
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
await send();
const { result } = await session.post('Profiler.takePreciseCoverage');
session.disconnect();

const isCalled = ({ url, functions }) =>
  url.startsWith(dist) && functions.some(({ ranges }) => ranges.some(({ count }) => count > 0));
const files = result.filter(isCalled).map(({ url }) => url.slice(dist.length).replace(/\.js$/, '.ts'));
console.log([...new Set(files)].sort().join('\n'));
await close();
