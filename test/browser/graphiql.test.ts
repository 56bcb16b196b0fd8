import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page, type Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Listening, listen } from '../../src/server/listen.ts';
import type { Answer } from '../gateway.ts';
import { holdTable } from '../server/held-table.ts';
import { openLoggedGateway } from '../server/logged-gateway.ts';
import { quiet } from './pages.ts';

const executablePath = '/usr/bin/chromium';
const isMissing = !existsSync(executablePath);
const { gateway, lines, url } = await openLoggedGateway();

let server: Listening;
let browser: Browser;
/** Requests of the pages to other hosts than the gateway. */
const elsewhere: string[] = [];

beforeAll(async () => {
  if (isMissing) return;
  server = await listen(gateway, 0, '127.0.0.1');
  browser = await chromium.launch({ executablePath, headless: true, args: quiet });
});

afterAll(async () => {
  await browser?.close();
  await server?.stop(0);
});

/** GraphiQL as opened by a new visitor, with the errors of the page. */
async function openPage(): Promise<{ readonly page: Page; readonly faults: readonly string[] }> {
  const page = await browser.newPage();
  page.setDefaultTimeout(60_000);
  await page.route(
    (url) => url.protocol !== 'blob:' && url.origin !== new URL(server.url).origin,
    (route) => {
      elsewhere.push(route.request().url());
      return route.abort();
    },
  );
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  const introspected = page.waitForResponse((response) => isOperation(response.request()));
  await page.goto(server.url);
  await introspected;
  return { page, faults };
}

/** Subscriptions are requested by GET. */
const isOperation = (request: Request): boolean =>
  request.method() === 'POST' || request.url().includes('query=');

/** Runs the operation in the editor. GraphiQL misses a click just after a change of tabs, so it is repeated. */
function run(page: Page): Promise<Request> {
  return vi.waitFor(
    async () => {
      const [sent] = await Promise.all([
        page.waitForRequest(isOperation, { timeout: 5_000 }),
        page.getByRole('button', { name: 'Execute query' }).click(),
      ]);
      return sent;
    },
    { timeout: 60_000 },
  );
}

async function execute(page: Page): Promise<Answer> {
  return (await (await run(page)).response())?.json();
}

/** The part of the responses to the examples that is checked. */
interface Found {
  readonly id?: string;
  readonly nodes?: readonly object[];
  readonly groups?: readonly object[];
  readonly edges?: readonly object[];
  readonly outcome?: string | null;
  readonly userErrors?: readonly object[];
}

const title = isMissing ? ` (not tried: ${executablePath} is missing)` : '';

test.skipIf(isMissing)(`the first example runs on a click and shows customers${title}`, async () => {
  const { page, faults } = await openPage();

  const { data, errors } = await execute(page);

  expect(errors).toBeUndefined();
  expect(data.customers.nodes).toHaveLength(10);
  await page.locator('.result-window').getByText(JSON.stringify(data.customers.nodes[0].name)).waitFor();
  expect({ faults, elsewhere }).toEqual({ faults: [], elsewhere: [] });
});

test.skipIf(isMissing)(`every example runs unchanged${title}`, async () => {
  const { page, faults } = await openPage();
  const tabs = page.getByRole('tab');

  expect(await tabs.allInnerTexts()).toEqual([
    'FirstPage',
    'NextPage',
    'FilterAndFacets',
    'Groups',
    'OneCustomer',
    'Conflicts',
    'Search',
    'Upsert',
    'RejectedUpsert',
    'StaleVersion',
    'Follow',
  ]);
  for (const tab of (await tabs.all()).slice(0, -1)) {
    const name = await tab.innerText();
    await tab.getByRole('button').first().click();
    await page.locator('.graphiql-query-editor').getByText(name).first().waitFor();
    const { data, errors } = await execute(page);
    expect(errors).toBeUndefined();
    const [found] = Object.values(data).slice(-1) as [Found];
    expect(
      found.id ?? found.outcome ?? (found.nodes ?? found.groups ?? found.edges ?? found.userErrors)?.length,
    ).toBeTruthy();
  }
  expect({ faults, elsewhere, lines }).toEqual({ faults: [], elsewhere: [], lines: [] });
});

test.skipIf(isMissing)(`the last example follows changes${title}`, async () => {
  const { page, faults } = await openPage();
  await page.getByRole('tab').last().getByRole('button').first().click();
  await page.locator('.graphiql-query-editor').getByText('Follow').first().waitFor();

  await run(page);

  await page.locator('.result-window').getByText('customerChanged').first().waitFor();
  await page.getByRole('button', { name: 'Stop query' }).click();
  expect({ faults, elsewhere }).toEqual({ faults: [], elsewhere: [] });
});

test.skipIf(isMissing)(`a failed response is shown with its code${title}`, async () => {
  const { page } = await openPage();
  const customers = await holdTable(url, 'customers');

  await execute(page);

  await customers.release();
  await page.locator('.result-window').getByText('"TIMEOUT"').waitFor();
});

test.skipIf(isMissing)(`a second visit opens the example again${title}`, async () => {
  const { page } = await openPage();

  await page.reload();

  const tabs = page.getByRole('tab');
  await tabs.first().waitFor();
  expect(await tabs.count()).toBe(11);
  expect(await tabs.first().getAttribute('aria-selected')).toBe('true');
  expect((await execute(page)).data.customers.nodes).toHaveLength(10);
});

test.skipIf(isMissing)(`the documentation explains types and fields${title}`, async () => {
  const { page, faults } = await openPage();
  const docs = page.getByRole('region', { name: 'Documentation Explorer' });

  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  await docs.getByText('Query', { exact: true }).click();
  await docs.getByText('Returns the account’s customers, newest first').waitFor();
  await docs.getByText('CustomerConnection', { exact: true }).click();
  await docs.getByText('The number of customers in the list under its query and filter').waitFor();

  expect({ faults, elsewhere }).toEqual({ faults: [], elsewhere: [] });
});
