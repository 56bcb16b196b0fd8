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

test('the reference asks for a token, rejects a wrong one and shows its pages for a right one', async () => {
  const { page, faults } = await open('/docs#Customer');
  const field = page.getByLabel('Token or API key');

  await field.fill('nonsense');
  await page.getByRole('button', { name: 'Show' }).click();
  await page.getByRole('alert').getByText('The token or API key is invalid').waitFor();
  await field.fill(`Bearer ${token}`);
  await field.press('Enter');

  await page.getByRole('heading', { name: /^Customer type$/ }).waitFor();
  expect(await field.isVisible()).toBe(false);
  expect(faults.filter((fault) => !refusal.test(fault))).toEqual([]);
});

test('a sign-in on one page is valid on the other, in this tab only', async () => {
  const { page, faults } = await open('/voyager');

  await page.getByLabel('Token or API key').fill(token);
  await page.getByRole('button', { name: 'Show' }).click();
  await page.locator('svg.picture').waitFor();
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Reference' }).click();

  await page.getByRole('heading', { name: 'Schema reference' }).waitFor();
  expect(faults.filter((fault) => !refusal.test(fault))).toEqual([]);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByLabel('Token or API key').waitFor();
});
