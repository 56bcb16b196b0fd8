import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { askGateway, type RunningWeb, startWeb } from '../web.ts';

const gateway = inject('gateway');
let web: RunningWeb;

beforeAll(async () => {
  web = await startWeb(gateway);
});
afterAll(() => web?.stop());

interface Listed {
  readonly customers: { readonly totalCount: number; readonly nodes: readonly { readonly id: string }[] };
}

/** The gateway's own result for a list. */
async function listed(args: string): Promise<{ readonly total: string; readonly ids: readonly string[] }> {
  const { customers } = await askGateway<Listed>(
    gateway,
    `{ customers(${args}) { totalCount nodes { id } } }`,
  );
  return { total: customers.totalCount.toLocaleString('en'), ids: customers.nodes.map(({ id }) => id) };
}

const rows = (page: Page) => page.locator('.rows > li');
const heading = (page: Page, total: string) =>
  page.getByRole('heading', { name: total === '1' ? '1 customer' : `${total} customers`, exact: true });
const idsOf = (page: Page): Promise<string[]> =>
  rows(page).evaluateAll((found) => found.map((row) => row.querySelector('a')?.id ?? ''));
const after = (page: Page): string | null => new URL(page.url()).searchParams.get('after');

test('the list shows the first customers and how many there are, and asks no other host', async () => {
  const { total, ids } = await listed('first: 25');

  const { page, faults } = await web.open('/');

  await heading(page, total).waitFor();
  expect(await idsOf(page)).toEqual(ids);
  expect(faults).toEqual([]);
});

test('a facet filters to as many customers as it said, and the back button takes it away', async () => {
  const all = await listed('first: 1');
  const held = await listed('first: 25, filter: { statuses: [HOLD_ALL] }');
  const { page, faults } = await web.open('/');
  const facet = page.getByRole('group', { name: 'Status' }).getByRole('checkbox', { name: /^On hold/ });
  await heading(page, all.total).waitFor();
  const said = await facet.locator('..').locator('.count').innerText();

  await facet.check();

  await heading(page, held.total).waitFor();
  expect(said).toBe(held.total);
  expect(await idsOf(page)).toEqual(held.ids);
  await page.goBack();
  await heading(page, all.total).waitFor();
  expect(await facet.isChecked()).toBe(false);
  expect(faults).toEqual([]);
});

test('each facet counts what choosing it too would show', async () => {
  const { page } = await web.open('/?status=PREFERRED&state=OH');
  const types = page.getByRole('group', { name: 'Type' }).getByRole('checkbox');
  await types.first().waitFor();
  const said = await types.first().locator('..').locator('.count').innerText();

  await types.first().check();

  await heading(page, said).waitFor();
  expect(await page.getByRole('checkbox', { name: /^Preferred/ }).isChecked()).toBe(true);
});

test('what is typed is searched for, kept in the URL, and can be cleared', async () => {
  const all = await listed('first: 1');
  const found = await listed('first: 25, query: "acme corp", orderBy: [{ field: NAME }]');
  const { page, faults } = await web.open('/');

  await page.getByLabel('Order').selectOption('Name, A to Z');
  await page.getByRole('searchbox', { name: 'Search' }).pressSequentially('acme corp');

  await heading(page, found.total).waitFor();
  expect(await idsOf(page)).toEqual(found.ids);
  expect(new URL(page.url()).search).toBe('?q=acme+corp&sort=name');
  await page.getByRole('button', { name: 'Clear search and filters' }).click();
  await heading(page, all.total).waitFor();
  expect(faults).toEqual([]);
});

test('a list without a hit says so, and what was chosen can be taken back', async () => {
  const { page } = await web.open('/?q=nobodyiscalledthis&status=HOLD_ALL&state=OH');

  await page.getByText('No customer is like that.').waitFor();

  await heading(page, '0').waitFor();
  await page.getByRole('checkbox', { name: 'OH 0' }).uncheck();
  await page.waitForURL(/q=nobodyiscalledthis&status=HOLD_ALL$/);
  expect(await page.getByRole('checkbox', { name: 'On hold 0' }).isChecked()).toBe(true);
});

/** Scrolls to the third page, then to the row at this index; waits for its preceding cursor in the URL. */
async function readOnTo(page: Page, index: number): Promise<void> {
  for (const last of [24, 49]) {
    await rows(page).nth(last).scrollIntoViewIfNeeded();
    await rows(page)
      .nth(last + 25)
      .waitFor();
  }
  const cursor = await rows(page)
    .nth(index - 1)
    .getAttribute('data-cursor');
  await rows(page)
    .nth(index)
    .evaluate((row) => row.scrollIntoView());
  await page.waitForFunction(
    (expected) => new URL(location.href).searchParams.get('after') === expected,
    cursor,
  );
}

test('a reload in the middle shows the middle, and one goes back and on from there, every row once', async () => {
  const { ids } = await listed('first: 130, orderBy: [{ field: NAME }]');
  const { page, faults } = await web.open('/?sort=name');
  await readOnTo(page, 55);

  await page.reload();

  const earlier = page.getByRole('button', { name: 'Show earlier customers' });
  await earlier.waitFor();
  expect((await idsOf(page)).slice(0, 25)).toEqual(ids.slice(55, 80));
  for (const first of [30, 5, 0]) {
    await earlier.click();
    await page.locator(`.rows > li:first-child a[id="${ids[first]}"]`).waitFor();
  }
  await earlier.waitFor({ state: 'detached' });
  await rows(page).last().scrollIntoViewIfNeeded();
  await rows(page).nth(104).waitFor();
  const seen = await idsOf(page);
  expect(seen).toEqual(ids.slice(0, seen.length));
  expect(faults).toEqual([]);
});

test('earlier customers come above, and what was in sight stays where it is', async () => {
  const { page } = await web.open('/?sort=name');
  await readOnTo(page, 55);
  await page.reload();
  const first = rows(page).first().getByRole('link');
  await first.waitFor();
  const link = page.locator(`[id="${await first.getAttribute('id')}"]`);
  const before = await link.boundingBox();

  await page.getByRole('button', { name: 'Show earlier customers' }).click();

  await rows(page).nth(49).waitFor();
  expect(Math.abs(((await link.boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(2);
});

test('who comes back from a customer has the list as it was, and the focus where it was', async () => {
  const { page } = await web.open('/?sort=name');
  await readOnTo(page, 55);
  const link = rows(page).nth(60).getByRole('link');
  const id = await link.getAttribute('id');
  const loaded = await idsOf(page);
  await link.click();
  await page.getByRole('button', { name: 'Edit' }).waitFor();

  await page.goBack();

  await page.locator(`[id="${id}"]:focus`).waitFor();
  expect((await idsOf(page)).slice(0, loaded.length)).toEqual(loaded);
});

test('a cursor that is of no list is explained, with a way on', async () => {
  const { page } = await web.open('/?sort=name&after=broken');

  await page.getByRole('alert').getByText('CURSOR_INVALID').waitFor();
  await page.getByRole('link', { name: 'To the start of the list' }).click();

  await rows(page).first().waitFor();
  expect(after(page)).toBeNull();
});
