import { expect, test } from 'vitest';
import { openPages, openPagesGateway } from './pages.ts';

const { url } = await openPagesGateway();
const { open } = await openPages(url);

test('the reference opens on its guides and subjects, and a guide shows alone', async () => {
  const { page, faults } = await open('/docs');

  await page.locator('#overview').getByRole('link', { name: 'Paging', exact: true }).click();

  await page.getByRole('heading', { name: 'Forward' }).waitFor();
  expect(await page.locator('.entry:visible').count()).toBe(1);
  expect(await page.title()).toBe('Paging – Customer gateway');
  expect(faults).toEqual([]);
});

test('a type shows alone; its link leads on, and Back returns', async () => {
  const { page } = await open('/docs#Geolocation');
  await page.getByRole('heading', { name: /^Geolocation type$/ }).waitFor();

  await page.locator('#Geolocation').getByRole('link', { name: 'Address.geolocation' }).click();
  await page.getByRole('heading', { name: /^Address type$/ }).waitFor();
  expect(await page.locator('.entry:visible').count()).toBe(1);
  await page.goBack();

  await page.getByRole('heading', { name: /^Geolocation type$/ }).waitFor();
});

test('a search finds a section of a guide', async () => {
  const { page } = await open('/docs');
  const search = page.getByRole('combobox', { name: 'Search' });

  await search.fill('version conflicts');
  await page.getByRole('option', { name: /^Writes: Version conflicts/ }).waitFor();
  await search.press('Enter');

  await page.waitForURL(/#guide-writes--version-conflicts$/);
  expect(await page.locator('#guide-writes--version-conflicts').isVisible()).toBe(true);
});

test('an operation of a guide opens in GraphiQL and runs', async () => {
  const { page, faults } = await open('/docs#guide-paging');

  await page.getByRole('link', { name: 'Open in GraphiQL: an operation of Paging' }).nth(1).click();
  await page.getByRole('tab', { name: 'LastPage' }).waitFor();
  await page.locator('.graphiql-query-editor').getByText('startCursor').waitFor();
  await page.getByRole('button', { name: 'Execute query' }).click();

  await page.locator('.result-window').getByText('"nodes"').first().waitFor();
  expect(faults).toEqual([]);
});

test('the arguments for paging are folded', async () => {
  const { page } = await open('/docs#Query.customers');
  const section = page.locator('[id="Query.customers"]');

  await section.getByText('orderBy', { exact: true }).first().waitFor();
  expect(await page.locator('[id="Query.customers.first"]').isVisible()).toBe(false);
  await section.getByText('Paging: after, before, first, last').click();
  expect(await page.locator('[id="Query.customers.first"]').isVisible()).toBe(true);
});

test.for([390, 1024, 1440])('at %i px, no page is wider than the window', async (width) => {
  for (const path of ['/docs', '/docs#guide-errors', '/docs#guide-cost', '/docs#Customer', '/voyager']) {
    const { page } = await open(path, { viewport: { width, height: 800 } });
    await page.locator('#content').waitFor();
    await page.locator('svg.picture, .entry.current').first().waitFor();

    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(width);
  }
});
