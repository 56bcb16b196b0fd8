import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createCustomer, type RunningWeb, startWeb, updateElsewhere } from '../web.ts';

const gateway = inject('gateway');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let web: RunningWeb;

beforeAll(async () => {
  web = await startWeb(gateway);
});
afterAll(() => web?.stop());

const acme = 'cus_018784091340784b8edd6873ce589155';

test('a customer shows its children and price groups, and all of them when asked', async () => {
  const { page, faults } = await web.open(`/customers/${acme}`);
  const children = page.getByRole('region', { name: 'Child accounts 12' });
  const groups = page.getByRole('region', { name: 'Price groups 5' });
  await children.waitFor();
  expect([await children.getByRole('link').count(), await groups.getByRole('listitem').count()]).toEqual([
    5, 3,
  ]);

  await children.getByRole('button', { name: 'More child accounts' }).click();
  await groups.getByRole('button', { name: 'More price groups' }).click();

  await children.getByRole('link').nth(11).waitFor();
  await groups.getByRole('listitem').nth(4).waitFor();
  expect([await children.getByRole('link').count(), await groups.getByRole('listitem').count()]).toEqual([
    12, 5,
  ]);
  expect(await page.getByRole('button', { name: /^More (child|price)/ }).count()).toBe(0);
  expect(faults).toEqual([]);
});

test('a child is gone to with the focus at its name, and leads back to its parent', async () => {
  const { page } = await web.open(`/customers/${acme}`);
  const child = page
    .getByRole('region', { name: /^Child accounts/ })
    .getByRole('link')
    .first();
  const name = await child.innerText();

  await child.click();

  await page.getByRole('navigation').getByRole('link').nth(1).waitFor();
  await page.locator('h1:focus', { hasText: name }).waitFor();
  expect(await page.title()).toBe(name);
});

test('a customer that is not there is said to be none', async () => {
  const { page } = await web.open('/customers/cus_018784091340784b8edd6873ce589999');

  await page.getByRole('heading', { name: 'There is no such customer' }).waitFor();
});

test('a gateway that cannot be reached is told of, and asked again when one says so', async () => {
  const { page } = await web.open('/');
  await page.locator('.rows > li').first().waitFor();
  await page.route('**/graphql', (route) => route.abort());
  await page.locator('.rows > li').first().getByRole('link').click();
  await page.getByRole('alert').getByText('UNREACHABLE').waitFor();
  await page.unroute('**/graphql');

  await page.getByRole('button', { name: 'Try again' }).click();

  await page.getByRole('button', { name: 'Edit' }).waitFor();
});

test('a page of the list that failed is told of, is not tried by itself, and comes when asked for', async () => {
  const { page } = await web.open('/');
  const rows = page.locator('.rows > li');
  await rows.first().waitFor();
  let asked = 0;
  await page.route('**/graphql', (route) => {
    asked += 1;
    return route.abort();
  });
  await rows.last().scrollIntoViewIfNeeded();
  await page.getByRole('alert').getByText('The gateway does not answer').waitFor();
  await rows.first().scrollIntoViewIfNeeded();
  await rows.last().scrollIntoViewIfNeeded();
  expect(asked).toBe(1);
  await page.unroute('**/graphql');

  await page.getByRole('button', { name: 'Show more customers' }).click();

  await rows.nth(49).waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
});

const looks = [360, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ viewport: { width, height: 800 }, colorScheme })),
);

interface Axe {
  readonly axe: {
    run(
      options: object,
    ): Promise<{ readonly violations: readonly { id: string; nodes: { html: string }[] }[] }>;
  };
}

/** axe-core's violations on the current page, and the width by which the page overflows the window. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    // axe-core sets this global.
    const { violations } = await (globalThis as unknown as Axe).axe.run({ resultTypes: ['violations'] });
    const over = document.documentElement.scrollWidth - innerWidth;
    return [
      ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
      ...(over > 0 ? [`${over} pixels too wide`] : []),
    ];
  });
}

test.for(looks)(
  'axe-core finds no fault, and nothing is too wide: $viewport.width pixels, $colorScheme',
  async (look) => {
    const { id } = await createCustomer(gateway);
    const found: Record<string, readonly string[]> = {};
    const list = await web.open('/', look);
    await list.page.locator('.rows > li').first().waitFor();
    found.list = await faultsOf(list.page);
    const filters = list.page.getByRole('button', { name: 'Filters' });
    if (look.viewport.width === 360) await filters.click();
    found.filters = await faultsOf(list.page);
    const { page } = await web.open(`/customers/${acme}`, look);
    await page.getByRole('button', { name: 'Edit' }).waitFor();
    found.customer = await faultsOf(page);
    await page.goto(`${web.url}customers/${id}`);
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Email').fill('not an address');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('This is not an email address').waitFor();
    found.edit = await faultsOf(page);
    await updateElsewhere(gateway, id, { note: 'Theirs' });
    await page.getByLabel('Email').fill('second@example.com');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog', { name: 'Somebody else saved in between' }).waitFor();
    found.conflict = await faultsOf(page);
    await page.goto(`${web.url}?after=broken`);
    await page.getByRole('alert').waitFor();
    found.error = await faultsOf(page);

    expect(found).toEqual({ list: [], filters: [], customer: [], edit: [], conflict: [], error: [] });
  },
);

test('the page has its landmarks, and every control of it a name', async () => {
  const { page } = await web.open('/');
  await page.locator('.rows > li').first().waitFor();

  const tree = await page.locator('body').ariaSnapshot();

  for (const landmark of ['banner', 'main', 'search', 'complementary "Filters"', 'contentinfo']) {
    expect(tree).toContain(`- ${landmark}:`);
  }
  const controls = tree.match(/- (link|button|checkbox|searchbox|combobox|radio|textbox)\b.*/g) ?? [];
  expect(controls.length).toBeGreaterThan(40);
  expect(controls.filter((control) => !/^- \w+ "/.test(control))).toEqual([]);
});
