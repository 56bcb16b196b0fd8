import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { listen } from '../../src/server/listen.ts';
import { openSigned } from '../auth/gateway.ts';
import { openPages, openPagesGateway } from './pages.ts';

const { url } = await openPagesGateway();
const { open } = await openPages(url);
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

/** The violations of WCAG 2.2 AA, as `rule: element`. `#root` contains only GraphiQL's own elements. */
async function violationsOf(page: Page, within: object): Promise<readonly string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(
    (context) =>
      (window as unknown as { axe: { run(context: object, options: object): Promise<unknown> } }).axe.run(
        context,
        {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        },
      ),
    within,
  );
  const { violations } = found as { readonly violations: readonly Violation[] };
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

const pages = {
  '/docs': '#overview',
  '/docs#guide-filters': '#guide-filters h3',
  '/docs#Customer': '#Customer h3',
  '/docs#Query.customers': '[id="Query.customers"] h3',
  '/voyager': 'svg.picture',
};

test.for(Object.entries(pages))('%s has no violation', async ([path, ready]) => {
  const { page, faults } = await open(path);
  await page.locator(ready).waitFor();

  expect(await violationsOf(page, { include: ['html'] })).toEqual([]);
  expect(faults).toEqual([]);
});

/** The rules that GraphiQL 5 and its editor violate themselves. */
const ofGraphiql: readonly string[] = ['color-contrast', 'nested-interactive'];

test('GraphiQL’s page has no violations but GraphiQL’s own', async () => {
  const { page, faults } = await open('/graphql');
  await page.getByRole('button', { name: 'Execute query' }).click();
  await page.locator('.result-window').getByText('"nodes"').first().waitFor();
  await page.getByText('Examples', { exact: true }).click();

  expect(await violationsOf(page, { exclude: ['#root'] })).toEqual([]);
  const own = (await violationsOf(page, { include: ['#root'] })).map((each) => each.split(':', 1)[0]);
  expect([...new Set(own)].sort()).toEqual(ofGraphiql);
  await page.getByText('Examples', { exact: true }).click();
  await page.getByRole('button', { name: 'Table' }).click();
  expect(await violationsOf(page, { include: ['#table'] })).toEqual([]);
  expect(faults).toEqual([]);
});

const signed = await listen((await openSigned()).gateway, 0, '127.0.0.1');
afterAll(() => signed.stop(0));
const signedPages = await openPages(signed.url);

test.for(['/graphql', '/docs', '/voyager'])('the sign-in form of %s has no violation', async (path) => {
  const { page, faults } = await signedPages.open(path);
  await page.getByLabel('Token or API key').waitFor();

  expect(await violationsOf(page, { include: ['html'] })).toEqual([]);
  expect(faults).toEqual([]);
});
