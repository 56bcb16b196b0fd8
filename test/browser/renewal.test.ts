import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { listen } from '../../src/server/listen.ts';
import { addAccount, issued, openSigned } from '../auth/gateway.ts';
import { clientId, openIssuer, sentCookies, signInAt } from '../auth/issuer.ts';
import { eventually } from '../eventually.ts';
import { openPages } from './pages.ts';

const issuer = await openIssuer();
issuer.refreshes = true;
const oidc = { issuer: issuer.url, clientId, scope: 'openid customers:read' };
const tokens = { ...issued, key: { jwksUrl: `${issuer.url}/jwks.json` } };
const signed = await openSigned({ tokens }, undefined, { oidc });
issuer.claims = { account: await addAccount(signed, 'ours'), scope: 'customers:read' };

const server = await listen(signed.gateway, 0, '127.0.0.1');
afterAll(() => server.stop(0));
const { open } = await openPages(server.url, [issuer.url]);
const { own, begin, finish } = signInAt(server.url);

const door = (page: Page) => page.locator('#door');

async function isSignedIn(cookie: string): Promise<boolean> {
  const response = await fetch(new URL('/session', server.url), { headers: { ...own, cookie } });
  return (await response.json()).signedIn;
}

async function signIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign in with your organization' }).click();
  await page.getByRole('link', { name: 'Continue as Ada' }).click();
}

test('two tabs renew their session together, and ask to sign in when the issuer refuses', async () => {
  issuer.seconds = 6;
  const { page, faults } = await open('/docs');
  await signIn(page);
  await page.getByRole('heading', { name: 'Schema reference' }).waitFor();
  const other = await page.context().newPage();
  await other.goto(new URL('/voyager', page.url()).href);
  await other.locator('svg.picture').waitFor();

  await eventually(() => expect(issuer.refreshed).toBeGreaterThan(2));
  expect(issuer.refused).toBe(0);
  for (const each of [page, other]) expect(await door(each).isVisible()).toBe(false);
  await page
    .locator('#session')
    .getByText(/^1[12] h left$/)
    .waitFor();
  expect(faults).toEqual([]);

  issuer.valid.clear();
  for (const each of [page, other]) await door(each).waitFor();
  expect(await page.getByRole('alert').innerText()).toMatch(/session has (expired|ended)/);
});

test('a page whose token has expired renews the session without a form', async () => {
  issuer.seconds = 2;
  const { link, cookie } = await begin();
  const [name = '', value = ''] = sentCookies(await finish(link, cookie)).split('=');
  issuer.seconds = 1_800;
  const { page, faults } = await open('/health');
  await page.context().addCookies([{ name, value, url: server.url, sameSite: 'Strict', httpOnly: true }]);
  await eventually(async () => expect(await isSignedIn(`${name}=${value}`)).toBe(false));

  await page.goto(new URL('/docs', server.url).href);

  await page.getByRole('heading', { name: 'Schema reference' }).waitFor();
  expect(await door(page).isVisible()).toBe(false);
  expect(faults).toEqual([]);
});

test('a person returns to the place that asked for the sign-in', async () => {
  const { page } = await open('/docs#Geolocation');

  await signIn(page);

  await page.getByRole('heading', { name: 'Geolocation' }).waitFor();
  expect(new URL(page.url()).hash).toBe('#Geolocation');
});
