import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type Browser, chromium, type Page, type Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { tasks } from '../../src/explorer/examples/examples.ts';
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
  const introspected = page.waitForResponse(
    (response) => response.request().postData()?.includes('__schema') === true,
  );
  await page.goto(server.url);
  await introspected;
  return { page, faults };
}

/** Of the user: not those of the page, which introspects the schema and reads ids for its examples. */
const isOperation = (request: Request): boolean =>
  request.method() === 'POST' &&
  new URL(request.url()).pathname === '/graphql' &&
  !/__schema|query Samples/.test(request.postData() ?? '');

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

const result = (page: Page) => page.locator('.result-window');
const query = (page: Page) => page.locator('.graphiql-query-editor');

/** Chooses an example, and waits for its operation in the editor. */
async function open(page: Page, example: string, operation: string): Promise<void> {
  await page.getByText('Examples', { exact: true }).click();
  await page.getByRole('button', { name: example }).click();
  await query(page).getByText(operation).first().waitFor();
}

async function write(page: Page, text: string): Promise<void> {
  await query(page).locator('.view-lines').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

test.skipIf(isMissing)(`the first example runs on a click and shows customers${title}`, async () => {
  const { page, faults } = await openPage();

  const { data, errors } = await execute(page);

  expect(errors).toBeUndefined();
  expect(data.customers.nodes).toHaveLength(10);
  await result(page).getByText(JSON.stringify(data.customers.nodes[0].name)).waitFor();
  await page.getByText(/^[\d,]+ ms · cost [\d,]+ of [\d,]+ requested · [\d,]+ left$/).waitFor();
  expect({ faults, elsewhere }).toEqual({ faults: [], elsewhere: [] });
});

test.skipIf(isMissing)(`every example opens from the menu and runs unchanged${title}`, async () => {
  const { page, faults } = await openPage();
  const examples = tasks.flatMap((task) => task.examples);

  for (const example of examples.filter((each) => !each.query.includes('subscription'))) {
    await open(page, example.title, /^(?:query|mutation) (\w+)/m.exec(example.query)?.[1] ?? '');
    const { data, errors } = await execute(page);
    expect(errors).toBeUndefined();
    const [found] = Object.values(data).slice(-1) as [Found];
    expect(
      found.id ?? found.outcome ?? (found.nodes ?? found.groups ?? found.edges ?? found.userErrors)?.length,
    ).toBeTruthy();
  }
  expect(await page.getByRole('tab').count()).toBe(examples.length);
  expect({ faults, elsewhere, lines }).toEqual({ faults: [], elsewhere: [], lines: [] });
});

test.skipIf(isMissing)(`an example follows changes${title}`, async () => {
  const { page, faults } = await openPage();
  await open(page, 'Changes as they happen', 'Follow');

  await run(page);

  await result(page).getByText('customerChanged').first().waitFor();
  await page.getByRole('button', { name: 'Stop query' }).click();
  await page.getByRole('button', { name: 'Execute query' }).waitFor();
  expect({ faults, elsewhere }).toEqual({ faults: [], elsewhere: [] });
});

test.skipIf(isMissing)(`a failed response is shown with its code${title}`, async () => {
  const { page } = await openPage();
  const customers = await holdTable(url, 'customers');

  await execute(page);

  await customers.release();
  await result(page).getByText('"TIMEOUT"').waitFor();
});

test.skipIf(isMissing)(`a syntax error is that of the gateway, without a stack${title}`, async () => {
  const { page } = await openPage();
  await write(page, 'query Broken { customers(first: ');

  const { errors } = await execute(page);

  await result(page).getByText('Syntax Error').first().waitFor();
  expect(errors?.[0]?.message).toContain('Syntax Error');
  expect(await result(page).innerText()).not.toMatch(/stack|graphiql\.js/);
});

test.skipIf(isMissing)(`characters of other alphabets are not marked${title}`, async () => {
  const { page } = await openPage();

  await write(page, '# Ольга Ковалёва, “ѕhop”\nquery Plain { viewer { scopes } }');
  await execute(page);

  await result(page).getByText('customers:read').waitFor();
  expect(await page.locator('.unicode-highlight').count()).toBe(0);
});

test.skipIf(isMissing)(`a result is shown as a table, and downloaded as CSV${title}`, async () => {
  const { page, faults } = await openPage();
  await write(
    page,
    'query { customers(first: 3, orderBy: [{ field: NAME }]) { nodes { name contactInfo { email } } } }',
  );
  const { data } = await execute(page);
  const names = data.customers.nodes.map((each: { name: string }) => each.name);

  await page.getByRole('button', { name: 'Table' }).click();
  const table = page.getByRole('dialog', { name: 'The result as a table' });

  expect(await table.getByRole('columnheader').allInnerTexts()).toEqual(['name', 'contactInfo.email']);
  expect(await table.locator('tbody td:first-child').allInnerTexts()).toEqual(names);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    table.getByRole('button', { name: 'Download CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('customers.nodes.csv');
  const lines = (await readFile(await download.path(), 'utf8')).split('\r\n');
  expect(lines[0]).toBe('\ufeffname,contactInfo.email');
  expect(lines).toHaveLength(5);
  expect({ faults, elsewhere }).toEqual({ faults: [], elsewhere: [] });
});

interface Explained {
  readonly extensions: { readonly explain: { readonly statements: number } };
}

test.skipIf(isMissing)(`an explanation is shown beside the result on request${title}`, async () => {
  const { page, faults } = await openPage();
  await page.setViewportSize({ width: 1440, height: 800 });
  const panel = page.getByRole('complementary', { name: 'Explanation' });
  await execute(page);
  expect(await panel.isVisible()).toBe(false);

  await page.getByLabel('Explain').check();
  const explained = (await execute(page)) as Answer & Explained;

  await panel.getByRole('heading', { name: 'Explanation' }).waitFor();
  const { statements } = explained.extensions.explain;
  await panel.getByText(new RegExp(`^${statements} statements, `)).waitFor();
  expect(await panel.getByRole('columnheader', { name: 'Plan cost' }).count()).toBe(1);
  expect(await panel.getByRole('cell', { name: 'customers (10)' }).count()).toBe(1);
  const [left, right] = [await result(page).boundingBox(), await panel.boundingBox()];
  expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual((right?.x ?? 0) + 0.5);
  expect({ faults, elsewhere }).toEqual({ faults: [], elsewhere: [] });
});

test.skipIf(isMissing)(`the history keeps operations without their headers${title}`, async () => {
  const { page } = await openPage();
  await write(page, 'query Remembered { viewer { scopes } }');
  await execute(page);
  await page.reload();

  await page.getByRole('button', { name: 'Show History' }).click();
  await page.getByRole('region', { name: 'History' }).getByText('Remembered').first().waitFor();
  const stored = await page.evaluate(() => localStorage.getItem('graphiql:queries'));
  expect(stored).toContain('Remembered');
  expect(stored).not.toContain('"headers"');
});

test.skipIf(isMissing)(`a second visit opens the example again${title}`, async () => {
  const { page } = await openPage();

  await page.reload();

  const tabs = page.getByRole('tab');
  await tabs.first().waitFor();
  expect(await tabs.count()).toBe(1);
  expect((await execute(page)).data.customers.nodes).toHaveLength(10);
});

test.skipIf(isMissing).for([390, 1024, 1440])(
  `at %i px, nothing is wider than the page, and the operation and its result are readable${title}`,
  async (width) => {
    const { page } = await openPage();
    await page.setViewportSize({ width, height: 800 });
    await execute(page);
    await result(page).getByText('"nodes"').first().waitFor();

    await page.getByRole('button', { name: 'Show History' }).click();
    await page.getByRole('region', { name: 'History' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.getByRole('button', { name: 'Hide History' }).click();
    for (const part of [query(page), result(page)]) {
      const box = await part.boundingBox();
      expect(box?.width).toBeGreaterThan(280);
      expect(box?.height).toBeGreaterThan(120);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    }
  },
);

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
