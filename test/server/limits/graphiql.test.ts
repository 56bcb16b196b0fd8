import { chromium } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { openHttpGateway } from './http-gateway.ts';

const { url } = await openHttpGateway();
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
afterAll(() => browser.close());

test('GraphiQL works under its own policy and loads no resources of other origins', async () => {
  const page = await browser.newPage();
  const complaints: string[] = [];
  const asked = new Set<string>();
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => asked.add(new URL(request.url()).protocol + new URL(request.url()).host));
  await page.goto(url);

  await page.getByRole('button', { name: /Execute query/ }).click();
  await page.locator('.graphiql-response').getByText('"nodes"').first().waitFor();

  expect(complaints).toEqual([]);
  expect([...asked].filter((each) => each.startsWith('http'))).toEqual([`http:${new URL(url).host}`]);
});
