import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Bff, startBff } from '../bff-federation.ts';
import { openBrowser, type RunningBrowser } from '../browser.ts';
import { startExample } from '../stitching.ts';

let browser: RunningBrowser;
let federation: Bff;
let stitching: Awaited<ReturnType<typeof startExample>>;

beforeAll(async () => {
  browser = await openBrowser();
  federation = await startBff(inject('gateway'));
  stitching = await startExample({ GATEWAY_URL: inject('gateway') });
});
afterAll(async () => {
  await stitching?.stop();
  await federation?.stop();
  await browser?.close();
});

const query = '{ customer(by: { shortId: "ACME-CORP" }) { name } }';

test.each([
  ['bff-federation', () => federation.url],
  ['bff-stitching', () => stitching.bff],
])('the page of %s runs a query without requests to other hosts', async (_, address) => {
  const url = new URL(address());
  url.searchParams.set('query', query);

  const { page, faults } = await browser.open(url);
  await page.getByRole('button', { name: 'Execute query' }).click();

  await page.locator('.result-window').getByText('Acme Corporation').waitFor();
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  await page
    .getByRole('region', { name: 'Documentation Explorer' })
    .getByText('Query', { exact: true })
    .waitFor();
  expect(faults).toEqual([]);
});

test.each([
  ['bff-federation', () => federation.url],
  ['bff-stitching', () => stitching.bff],
])('no other page of %s loads files from other hosts', async (_, address) => {
  const response = await fetch(new URL('/', address()), { headers: { accept: 'text/html' } });

  expect(response.status).toBe(404);
  expect(await response.text()).not.toMatch(/(?:src|href)=["']?https?:/);
});
