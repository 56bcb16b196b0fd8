import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPages, openPagesGateway } from './pages.ts';

const { url } = await openPagesGateway();
const { open } = await openPages(url);

const viewBoxOf = (page: Page) => page.locator('svg.picture').getAttribute('viewBox');

test('the picture has every type that a query can reach, and a line for every field between them', async () => {
  const { page, faults } = await open('/voyager');
  await page.locator('svg.picture').waitFor();
  const boxes = await page
    .locator('.box')
    .evaluateAll((all) => all.map((each) => each.getAttribute('data-name')));
  const lines = await page
    .locator('.lines path')
    .evaluateAll((all) =>
      all.map((each) => `${each.getAttribute('data-from')} → ${each.getAttribute('data-to')}`),
    );

  expect(boxes).toEqual(
    expect.arrayContaining(['Query', 'Customer', 'Shopper', 'Carrier', 'Viewer', 'Node']),
  );
  expect(boxes.filter((name) => /Connection$|Edge$/.test(name ?? ''))).toEqual([]);
  expect(lines).toEqual(
    expect.arrayContaining([
      'Query → Customer',
      'Customer → Address',
      'Customer → Customer',
      'Quantity → Unit',
    ]),
  );
  expect(faults).toEqual([]);
});

test('no box overlaps another', async () => {
  const { page } = await open('/voyager');
  await page.locator('svg.picture').waitFor();
  const frames = await page
    .locator('.frame')
    .evaluateAll((all) => all.map((each) => each.getBoundingClientRect()));

  const overlaps = frames.flatMap((a, at) =>
    frames
      .slice(at + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
  );
  expect(frames.length).toBeGreaterThan(30);
  expect(overlaps).toEqual([]);
});

test("a click on a type highlights its fields' types, and links to its reference", async () => {
  const { page, faults } = await open('/voyager');

  await page.locator('.box[data-name="Customer"] .head').click();

  const details = page.getByRole('region', { name: 'Selected type' });
  await details.getByRole('heading', { name: 'Customer', exact: true }).waitFor();
  await details.getByRole('link', { name: '[Address]' }).click();
  await details.getByRole('heading', { name: 'Address', exact: true }).waitFor();
  expect(await page.locator('.box.chosen').getAttribute('data-name')).toBe('Address');
  await details.getByRole('link', { name: 'In the reference' }).click();
  await page.waitForURL(/\/docs#Address$/);
  expect(faults).toEqual([]);
});

test('a search finds a type, even if only a mutation reaches it', async () => {
  const { page } = await open('/voyager');
  const search = page.getByRole('combobox', { name: 'Search' });

  await search.fill('CustomerUpsertPayload');
  await search.press('Enter');

  await page.getByRole('heading', { name: 'CustomerUpsertPayload' }).waitFor();
  expect(await page.getByRole('combobox', { name: 'From' }).inputValue()).toBe('Mutation');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('CustomerUpsertPayload');
});

test('keys, wheel and mouse move and zoom the picture', async () => {
  const { page } = await open('/voyager');
  const picture = page.locator('svg.picture');
  await picture.waitFor();
  await page.getByRole('button', { name: 'All' }).click();
  const seen = [await viewBoxOf(page)];

  await picture.focus();
  for (const key of ['+', 'ArrowRight']) {
    await page.keyboard.press(key);
    seen.push(await viewBoxOf(page));
  }
  await picture.hover({ position: { x: 5, y: 5 } });
  await page.mouse.wheel(0, -300);
  await expect.poll(() => viewBoxOf(page)).not.toBe(seen.at(-1));
  seen.push(await viewBoxOf(page));
  await page.mouse.down();
  await page.mouse.move(200, 400, { steps: 4 });
  await page.mouse.up();
  seen.push(await viewBoxOf(page));
  expect(new Set(seen).size).toBe(5);

  await page.getByRole('button', { name: 'All' }).click();
  expect(await viewBoxOf(page)).toBe(seen[0]);
});

test('a type that gets the focus by the keyboard is moved into the picture', async () => {
  const { page } = await open('/voyager');
  await page.locator('svg.picture').focus();

  for (const _ of Array(12)) {
    await page.keyboard.press('Tab');
    const [box, frame] = [
      await page.locator('.head:focus').boundingBox(),
      await page.locator('#frame').boundingBox(),
    ];
    expect(box?.x).toBeGreaterThanOrEqual(frame?.x ?? Infinity);
    expect(box?.y).toBeGreaterThanOrEqual(frame?.y ?? Infinity);
    expect(box?.y).toBeLessThan((frame?.y ?? 0) + (frame?.height ?? 0));
  }
});

test('the picture begins readable, and keeps its part when the window changes its size', async () => {
  const { page } = await open('/voyager');
  const title = page.locator('.box[data-name="Customer"] .title');
  await title.waitFor();
  const part = async () => (await title.boundingBox())?.height ?? 0;

  expect(await part()).toBeGreaterThan(10);
  await page.setViewportSize({ width: 700, height: 600 });
  await expect.poll(async () => ((await title.boundingBox())?.x ?? -1) > 0).toBe(true);
  expect(await part()).toBeGreaterThan(10);

  await page.getByRole('button', { name: 'All' }).click();
  await page.setViewportSize({ width: 1200, height: 900 });
  const frame = page.locator('#frame');
  await expect
    .poll(async () => {
      const [outer, boxes] = [await frame.boundingBox(), await page.locator('.frame').all()];
      const inner = await Promise.all(boxes.map((each) => each.boundingBox()));
      return inner.every(
        (box) => box && outer && box.x >= outer.x && box.x + box.width <= outer.x + outer.width,
      );
    })
    .toBe(true);
});

test('enum values are shown on request', async () => {
  const { page } = await open('/voyager');
  const customer = page.locator('.box[data-name="Customer"]');

  await customer.getByText(/^\d+ values$/).waitFor();
  await page.getByRole('checkbox', { name: 'with values' }).check();

  await customer.getByText('creditLimit').waitFor();
  await customer.getByText('version', { exact: true }).waitFor();
});

test('no page is wider than a phone', async () => {
  const { page } = await open('/voyager', { viewport: { width: 375, height: 700 } });
  await page.locator('svg.picture').waitFor();

  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
});
