import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { scopes } from '../../src/auth/viewer.ts';
import { demoAccountId } from '../../src/demo/seed.ts';
import { openHttpGateway } from '../server/limits/http-gateway.ts';
import { openPages } from './pages.ts';

const { url } = await openHttpGateway({
  viewer: { accountId: demoAccountId, accountUserId: null, scopes, caller: 'test' },
  limits: { bucket: 1_000_000, refill: 1_000_000 },
});
const { open } = await openPages(url);

const tabs = (page: Page) => page.getByRole('tab');
const outcome = (page: Page) => page.locator('#outcome');
const table = (page: Page) => page.getByRole('button', { name: 'Table' });
const query = (page: Page) => page.locator('.graphiql-query-editor');
const result = (page: Page) => page.locator('.result-window');

async function execute(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Execute query' }).click();
  await result(page).getByText('"data"').waitFor();
}

async function openExample(page: Page, title: string, operation: string): Promise<void> {
  await page.getByText('Examples', { exact: true }).click();
  await page.getByRole('button', { name: title }).click();
  await query(page).getByText(operation).first().waitFor();
  await page.getByRole('tab', { name: operation, selected: true }).waitFor();
}

async function write(page: Page, text: string): Promise<void> {
  await query(page).locator('.view-lines').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

test('cost, table and explanation are those of the result in the open tab', async () => {
  const { page, faults } = await open('/graphql');
  await tabs(page).first().waitFor();
  expect(await outcome(page).innerText()).toBe('');
  expect(await table(page).isDisabled()).toBe(true);
  await page.getByLabel('Explain').check();
  await execute(page);
  const first = await outcome(page).innerText();
  expect(first).toMatch(/ms · cost/);

  await openExample(page, 'One customer', 'OneCustomer');
  expect(await outcome(page).innerText()).toBe('');
  expect(await table(page).isDisabled()).toBe(true);
  expect(await page.locator('#explain').isHidden()).toBe(true);
  await page.getByRole('tab', { name: 'FirstPage' }).click();

  await expect.poll(() => outcome(page).innerText()).toBe(first);
  expect(await table(page).isEnabled()).toBe(true);
  await page.locator('#explain').getByText('Plan cost').waitFor();
  expect(faults).toEqual([]);
});

test('a response without an explanation says so', async () => {
  const { page } = await open('/graphql');
  await tabs(page).first().waitFor();
  await page.getByLabel('Explain').check();
  await write(page, '{ nope }');

  await page.getByRole('button', { name: 'Execute query' }).click();

  await page
    .locator('#explain')
    .getByText('Rejected requests and subscriptions have no explanation.')
    .waitFor();
});

test('a later visit opens the last tab with its variables, and adds none', async () => {
  const { page } = await open('/graphql');
  await openExample(page, 'One customer', 'OneCustomer');
  await expect.poll(() => page.evaluate(() => localStorage.getItem('graphiql:tabState'))).toContain('cus_');

  for (const visit of ['reload', 'link'] as const) {
    if (visit === 'reload') await page.reload();
    else await page.goto(url);
    await page.getByRole('tab', { name: 'OneCustomer', selected: true }).waitFor();
    expect(await tabs(page).count()).toBe(2);
    await page.locator('.graphiql-editor').getByText('"cus_').waitFor();
  }
});

test('a long operation is there again after a reload', async () => {
  const { page } = await open('/graphql');
  await tabs(page).first().waitFor();
  await write(page, `query Long { viewer { scopes } }\n${'# long '.repeat(5_000)}`);
  await page.getByRole('tab', { name: 'Long' }).waitFor();
  await expect.poll(() => page.evaluate(() => localStorage.getItem('graphiql:tabState'))).toContain('Long');

  expect((await page.reload())?.status()).toBe(200);

  await query(page).getByText('query Long').first().waitFor();
});

test('one of several operations in a line is run', async () => {
  const { page } = await open('/graphql');
  await tabs(page).first().waitFor();
  await write(page, 'query A { viewer { scopes } } query B { viewer { account { name } } }');

  await page.getByRole('button', { name: 'Execute query' }).click();
  await page.getByRole('menuitem', { name: 'B' }).click();

  await result(page).getByText('"account"').waitFor();
});

test('the menu of examples closes by Escape, by a click elsewhere and when the focus leaves it', async () => {
  const { page } = await open('/graphql');
  await tabs(page).first().waitFor();
  const summary = page.getByText('Examples', { exact: true });
  const example = page.getByRole('button', { name: 'One customer' });

  await summary.click();
  await example.focus();
  await page.keyboard.press('Escape');
  expect(await example.isVisible()).toBe(false);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Examples');

  await summary.click();
  await outcome(page)
    .locator('..')
    .click({ position: { x: 600, y: 5 } });
  expect(await example.isVisible()).toBe(false);

  await summary.click();
  await page.keyboard.press('Shift+Tab');
  expect(await example.isVisible()).toBe(false);
});
