import { readFile } from 'node:fs/promises';
import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { createDb } from '../../../src/db/client.ts';
import { demoAccountId } from '../../../src/demo/seed.ts';
import { createLog } from '../../../src/log.ts';
import { createGateway, type GatewayOptions } from '../../../src/server/gateway.ts';
import { addAccount, openSigned, signToken } from '../../auth/gateway.ts';

const signed = await openSigned();
const schema = buildSchema(await readFile(new URL('../../../schema.graphql', import.meta.url), 'utf8'));
const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));

/** A public gateway with other options. */
function openWith(options: Partial<GatewayOptions> = {}) {
  const viewer = { accountId: demoAccountId, accountUserId: null, scopes: [], caller: 'test' };
  const checkReady = async () => undefined;
  const gateway = createGateway({
    db: createDb(signed.serving),
    viewer,
    log: createLog('silent'),
    checkReady,
    ...options,
  });
  return (path: string, init: RequestInit = {}) => gateway.fetch(new URL(path, 'http://gateway.test'), init);
}

const get = openWith();
const getSigned = (path: string, authorization?: string, method = 'GET') =>
  signed.gateway.fetch(`http://gateway.test${path}`, {
    method,
    headers: { ...(authorization && { authorization }) },
  });

const html = await (await get('/docs')).text();
const picture = await (await get('/voyager')).text();
const assets = [...(html + picture).matchAll(/(?:href|src)="(\/docs\/assets\/[^"]+)"/g)].map(
  ([, path = '']) => path,
);

const revalidated = ['/docs', '/voyager'].map((path) => [path, 'private, no-cache'] as const);
const immutable = assets.map((path) => [path, 'public, max-age=31536000, immutable'] as const);

test.for([...revalidated, ...immutable])(
  '%s is cached as %s, and a conditional request returns 304',
  async ([path, cacheControl]) => {
    const first = await get(path);
    const etag = first.headers.get('etag') ?? '';
    const again = await get(path, { headers: { 'if-none-match': etag } });
    const head = await get(path, { method: 'HEAD' });

    expect(first.status).toBe(200);
    expect(first.headers.get('cache-control')).toBe(cacheControl);
    expect(etag).toMatch(/^"[\w-]{22}"$/);
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, '']);
  },
);

test('the page is compressed like other responses', async () => {
  const response = await get('/docs', { headers: { 'accept-encoding': 'gzip' } });

  expect(response.headers.get('content-encoding')).toBe('gzip');
  expect(response.headers.get('vary')).toBe('accept-encoding');
  expect((await response.arrayBuffer()).byteLength).toBeLessThan(html.length / 5);
});

test.for(['/docs', '/voyager'])('%s runs and loads only its own files', async (path) => {
  const response = await get(path);
  const policy = response.headers.get('content-security-policy') ?? '';
  const page = await response.text();

  expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
  expect(policy).not.toMatch(/unsafe|blob:|https?:|\*/);
  expect(page).not.toMatch(/<script(?![^>]* src="\/)| style="| on\w+="/);
  expect(
    [...page.matchAll(/ (?:src|href)="(?!\/|#|data:,)([^"]*)"/g)]
      .map(([, to]) => to)
      .filter((to) => !page.includes(`<a href="${to}"`)),
  ).toEqual([]);
});

test('other methods than GET and HEAD are rejected with the allowed ones', async () => {
  const response = await get('/docs', { method: 'POST' });

  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  expect((await response.json()).errors[0].extensions.code).toBe('BAD_REQUEST');
});

const closed: Readonly<Record<string, Partial<GatewayOptions>>> = {
  'with introspection off': { introspection: 'off' },
  'with only persisted documents': { persisted: { documents: new Map(), only: true } },
};

test.for(Object.entries(closed))('%s, neither the page nor its files are served', async ([, options]) => {
  const from = openWith(options);

  for (const path of ['/docs', '/docs/content', '/voyager', ...assets]) {
    const response = await from(path);
    expect([response.status, (await response.json()).errors[0].extensions.code]).toEqual([404, 'NOT_FOUND']);
  }
});

const account = await addAccount(signed, 'ours');
const token = await signToken(account, '');

test('with sign-in, the page frames are public and contain no names of the schema', async () => {
  for (const path of ['/docs', '/voyager']) {
    const response = await getSigned(path);
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(
      types
        .map(({ name }) => name)
        .filter((name) => new RegExp(`\\b${name}\\b`).test(page.replaceAll('Customer gateway', ''))),
    ).toEqual([]);
  }
});

test('with sign-in, the schema is served to callers that can introspect it', async () => {
  const without = await getSigned('/docs/content');
  const wrong = await getSigned('/docs/content', 'Bearer nonsense');
  const right = await getSigned('/docs/content', `Bearer ${token}`);

  expect([without.status, wrong.status, right.status]).toEqual([401, 401, 200]);
  for (const response of [without, wrong]) expect(await response.text()).not.toContain('CustomerFilter');
  expect(html).toContain(await right.text());
});

test('with sign-in, all paths look the same to callers that are not signed in', async () => {
  const [nothing, content] = [
    await getSigned('/docs/nothing'),
    await getSigned('/docs/content', undefined, 'POST'),
  ];

  expect([nothing.status, content.status]).toEqual([401, 401]);
});
