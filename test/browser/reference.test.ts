import { expect, test } from 'vitest';
import { openPages, openPagesGateway } from './pages.ts';

const { url } = await openPagesGateway();
const { open } = await openPages(url);

test('a search shows results, and Enter opens the first one', async () => {
  const { page, faults } = await open('/docs');
  const search = page.getByRole('combobox', { name: 'Search' });

  await search.waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('credit l');
  const found = page.getByRole('option');
  await found.first().waitFor();

  expect(await found.first().innerText()).toMatch(/^Customer\.creditLimit /);
  await page.keyboard.press('ArrowDown');
  expect(await page.getByRole('option', { selected: true }).innerText()).toMatch(/^\w+\.CREDIT_LIMIT /);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/docs#Customer\.creditLimit$/);
  await page.locator('#contents [aria-current="location"]', { hasText: /^Customer$/ }).waitFor();
  const row = page.locator('[id="Customer.creditLimit"]');
  await row.waitFor();
  expect(await row.evaluate((each) => each.getBoundingClientRect().top)).toBeGreaterThan(40);
  expect(await row.evaluate((each) => each.getBoundingClientRect().top)).toBeLessThan(400);
  expect(faults).toEqual([]);
});

test('text that is only in descriptions is found; a search without results says so', async () => {
  const { page } = await open('/docs');
  const search = page.getByRole('combobox', { name: 'Search' });

  await search.fill('never reused prefix');
  await page.getByRole('option', { name: /^Account\.id / }).waitFor();
  await search.fill('qwertz');
  await page.getByText('No results.').waitFor();
});

test('a link to an argument opens the collapsed section that contains it', async () => {
  const { page } = await open('/docs#Customer.addresses.first');

  await page.locator('[id="Customer.addresses.first"]').waitFor({ state: 'visible' });
});

test('an example opens in GraphiQL and runs on a click, and the examples remain', async () => {
  const { page, faults } = await open('/docs#Geolocation');

  await page.getByRole('link', { name: 'Open in GraphiQL: Geolocation' }).click();
  await page.getByRole('tab', { name: 'Geolocation' }).waitFor();
  const response = page.waitForResponse(
    (each) => each.request().postData()?.includes('query Geolocation') === true,
  );
  await page.locator('.graphiql-query-editor').getByText('streetLine1').waitFor();
  await page.getByRole('button', { name: 'Execute query' }).click();

  const { data } = await (await response).json();
  expect(data.customer.billToAddress.geolocation.streetLine1).toBe('123 Industrial Way');
  expect(await page.getByRole('tab').count()).toBe(2);
  expect(faults).toEqual([]);
});

test('an example opens in GraphiQL for a returning visitor, too', async () => {
  const { page } = await open('/graphql');
  await page.getByRole('tab', { name: 'FirstPage' }).waitFor();

  await page.getByRole('link', { name: 'Reference' }).click();
  await page.locator('#contents').getByText('Values and rules of lists').click();
  await page.locator('#contents').getByRole('link', { name: 'Money', exact: true }).click();
  await page.getByRole('link', { name: 'Open in GraphiQL: Money', exact: true }).click();

  await page.getByRole('tab', { name: 'Money', selected: true }).waitFor();
});

test('the pages link to each other, and each marks itself as current', async () => {
  const { page, faults } = await open('/graphql');
  const pages = page.getByRole('navigation', { name: 'Pages' });

  for (const name of ['Reference', 'Picture', 'GraphiQL']) {
    await pages.getByRole('link', { name }).click();
    await pages.locator('[aria-current="page"]', { hasText: name }).waitFor();
  }
  expect(faults).toEqual([]);
});

test.for(['light', 'dark'] as const)(
  'text has enough contrast against its background in %s mode',
  async (colorScheme) => {
    const { page } = await open('/docs', { colorScheme });

    const least = await page.evaluate(() => {
      const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      const luminance = (color: string): number => {
        if (!pen) return 0;
        pen.fillStyle = color;
        pen.fillRect(0, 0, 1, 1);
        const [r = 0, g = 0, b = 0] = [...pen.getImageData(0, 0, 1, 1).data.slice(0, 3)].map((each) => {
          const part = each / 255;
          return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const ground = (element: Element | null): string => {
        const color = element ? getComputedStyle(element).backgroundColor : 'white';
        return color === 'rgba(0, 0, 0, 0)' ? ground(element?.parentElement ?? null) : color;
      };
      const ratios = [...document.querySelectorAll('main :is(p, a, code, h3, h4, .badge, figcaption), nav a')]
        .slice(0, 2_000)
        .map((each) => {
          const [a, b] = [luminance(getComputedStyle(each).color), luminance(ground(each))];
          return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        });
      return Math.min(...ratios);
    });

    expect(least).toBeGreaterThan(4.5);
  },
);

test('no page is wider than a phone', async () => {
  const { page } = await open('/docs', { viewport: { width: 375, height: 700 } });

  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
});

test.for(['/docs', '/docs#Customer', '/docs#guide-writes'])(
  'screen readers find landmarks, and headings in order, in %s',
  async (path) => {
    const { page } = await open(path);
    await page.locator('.entry.current').waitFor();

    for (const role of ['banner', 'main', 'search'] as const)
      expect(await page.getByRole(role).count()).toBe(1);
    for (const name of ['Pages', 'Guides, fields and types'])
      expect(await page.getByRole('navigation', { name }).count()).toBe(1);
    const levels = await page
      .getByRole('heading')
      .evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)).toEqual([]);
  },
);

test('a skip link leads to the content', async () => {
  const { page } = await open('/docs');
  await page.locator('.entry.current').waitFor();

  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');

  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
});

test('after a link, the keyboard continues on the page that it opens', async () => {
  const { page } = await open('/docs#Geolocation');
  const link = page.locator('#Geolocation').getByRole('link', { name: 'Address.geolocation' });

  await link.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /^Address type$/ }).waitFor();

  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('.entry')?.id)).toBe('Address');
});
