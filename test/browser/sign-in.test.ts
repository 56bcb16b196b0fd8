import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { listen } from '../../src/server/listen.ts';
import { addAccount, openSigned, signToken } from '../auth/gateway.ts';
import { openPages } from './pages.ts';

const signed = await openSigned();
const account = await addAccount(signed, 'ours');
const token = await signToken(account, 'customers:read');

const server = await listen(signed.gateway, 0, '127.0.0.1');
afterAll(() => server.stop(0));
const { open } = await openPages(server.url);

/** Chromium's own message about a 401. */
const refusal = /status of 401/;
const others = (faults: readonly string[]) => faults.filter((fault) => !refusal.test(fault));

const field = (page: Page) => page.getByLabel('Token or API key');
const box = (page: Page) => page.locator('#session');

async function signIn(page: Page, credential = token): Promise<void> {
  await field(page).fill(credential);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('GraphiQL rejects a wrong token, accepts a right one, loads the schema and runs an example', async () => {
  const { page, faults } = await open('/graphql');

  await signIn(page, 'nonsense');
  await page.getByRole('alert').getByText('The token or API key is invalid').waitFor();
  await signIn(page, `Bearer ${token}`);
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  await page.getByText('Query', { exact: true }).first().waitFor();
  await page.getByRole('button', { name: 'Execute query' }).click();

  await page.locator('.result-window').getByText('"ours"').first().waitFor();
  expect(await field(page).isVisible()).toBe(false);
  expect(others(faults)).toEqual([]);
});

test('the box shows account, caller, scopes and the time left', async () => {
  const { page } = await open('/docs');
  await signIn(page);

  await box(page).getByText('ours').waitFor();
  await box(page)
    .getByText(/^[45] min left$|^\d+ s left$/)
    .waitFor();
  await box(page).locator('summary').click();

  expect((await box(page).innerText()).replaceAll('\n', ' ')).toContain(
    `Your account ${account} Caller tests Scopes customers:read`,
  );
});

test('at 390 px, no page is wider than the window, and the box shows the end of the session', async () => {
  const { page } = await open('/docs#guide-filters', { viewport: { width: 390, height: 844 } });
  await signIn(page);

  for (const [path, ready] of [
    ['/docs#guide-filters', '#guide-filters h3'],
    ['/voyager', 'svg.picture'],
    ['/graphql', '.result-window'],
  ] as const) {
    await page.goto(new URL(path, page.url()).href);
    await page.locator(ready).waitFor();
    await box(page).locator('summary').click();
    await box(page)
      .getByText(/^Until$/)
      .waitFor();
    expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 390]);
  }
});

test('a sign-in on one page is valid on the others, in all tabs, and no script can read it', async () => {
  const { page, faults } = await open('/voyager');
  const waiting = await page.context().newPage();
  await waiting.goto(new URL('/docs', page.url()).href);
  await field(waiting).waitFor();

  await signIn(page);
  await page.locator('svg.picture').waitFor();

  await waiting.getByRole('heading', { name: 'Schema reference' }).waitFor();
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Reference' }).click();
  await page.getByRole('heading', { name: 'Schema reference' }).waitFor();
  const readable = await page.evaluate(() =>
    JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }]),
  );
  expect(readable).not.toContain(token);
  expect(readable).toContain('["",');
  expect(others(faults)).toEqual([]);
});

test('“Open in GraphiQL” stays signed in, and the example runs', async () => {
  const { page, faults } = await open('/docs#Viewer');
  await signIn(page);

  await page.getByRole('link', { name: 'Open in GraphiQL: Viewer', exact: true }).click();
  await page.getByRole('tab', { name: 'Viewer' }).waitFor();
  const response = page.waitForResponse(
    (each) => each.request().postData()?.includes('query Viewer') === true,
  );
  await page.getByRole('button', { name: 'Execute query' }).click();

  expect((await response).status()).toBe(200);
  expect(others(faults)).toEqual([]);
});

test('signing out ends the session in all tabs, and removes the texts of the account', async () => {
  const { page } = await open('/graphql');
  await signIn(page);
  await page.getByRole('button', { name: 'Execute query' }).waitFor();
  const other = await page.context().newPage();
  await other.goto(new URL('/docs', page.url()).href);
  await other.getByRole('heading', { name: 'Schema reference' }).waitFor();

  await box(page).locator('summary').click();
  await page.getByRole('button', { name: 'Sign out' }).click();

  await field(page).waitFor();
  await field(other).waitFor();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('a credential that cannot be sent, and a gateway that cannot be reached, are explained', async () => {
  const { page } = await open('/docs');

  await signIn(page, 'gw_…');
  await page.getByRole('alert').getByText('only ASCII letters').waitFor();
  await page.route('**/session', (route) => route.abort());
  await signIn(page);
  await page.getByRole('alert').getByText('The gateway cannot be reached.').waitFor();
});

test('the texts of an account are not shown to the next one, also if its session expired', async () => {
  const other = await signToken(await addAccount(signed, 'theirs'), 'customers:read');
  const { page } = await open('/graphql');
  await signIn(page);
  await page.getByRole('button', { name: 'Execute query' }).waitFor();
  await page.locator('.graphiql-query-editor .view-lines').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('query Secret { viewer { account { name } } }');
  await page.getByRole('tab', { name: 'Secret' }).waitFor();
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Execute query' }).click();

  await signIn(page, other);

  await box(page).getByText('theirs').waitFor();
  await page.getByRole('tab', { name: 'FirstPage' }).waitFor();
  expect(await page.getByRole('tab', { name: 'Secret' }).count()).toBe(0);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('Secret');
});

test('the menu of examples names the scopes that the session does not have', async () => {
  const { page } = await open('/graphql');
  await signIn(page);

  await page.getByText('Examples', { exact: true }).click();

  await page.getByRole('button', { name: 'Create or change (needs customers:write)' }).waitFor();
  await page.getByRole('button', { name: 'One customer', exact: true }).waitFor();
});

test('a session that ends during the work asks again, and the work continues', async () => {
  const { page } = await open('/graphql');
  const schema = page.waitForResponse((response) => /__schema/.test(response.request().postData() ?? ''));
  await signIn(page);
  // Otherwise the form for the schema's request could cover the button.
  await schema;
  await page.context().clearCookies();

  await page.getByRole('button', { name: 'Execute query' }).click();
  await signIn(page);

  await page.locator('.result-window').getByText('"ours"').first().waitFor();
});

test('a page of another origin that knows of the session cannot use it', async () => {
  const { page } = await open('/docs');
  await signIn(page);
  await page.getByRole('heading', { name: 'Schema reference' }).waitFor();
  const elsewhere = await page.context().newPage();
  // The same host on another port is the same site for cookies.
  const evil = createServer((_request, response) =>
    response.setHeader('content-type', 'text/html').end('<p>evil'),
  ).listen(0, '127.0.0.1');
  afterAll(() => void evil.close().closeAllConnections());
  await once(evil, 'listening');
  await elsewhere.goto(`http://127.0.0.1:${(evil.address() as AddressInfo).port}`);

  const outcomes = await elsewhere.evaluate(async (url) => {
    const attempt = (path: string, init: RequestInit) =>
      fetch(url + path, { credentials: 'include', ...init }).then(
        ({ type }) => type,
        () => 'blocked',
      );
    const json = { method: 'POST', body: '{"query":"{ viewer { scopes } }"}' };
    return [
      await attempt('/graphql', {
        ...json,
        headers: { 'content-type': 'application/json', 'x-session': 'http' },
      }),
      await attempt('/session', { headers: { 'x-session': 'http' } }),
      await attempt('/session', { method: 'DELETE', headers: { 'x-session': 'http' } }),
    ];
  }, new URL(page.url()).origin);

  expect(outcomes).toEqual(['blocked', 'blocked', 'blocked']);
  await page.reload();
  await page.getByRole('heading', { name: 'Schema reference' }).waitFor();
});
