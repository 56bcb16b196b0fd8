import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

export interface OpenPage {
  readonly page: Page;
  /** Errors of the page, and its requests to other hosts. */
  readonly faults: readonly string[];
}

export interface RunningBrowser {
  open(url: URL, options?: BrowserContextOptions): Promise<OpenPage>;
  close(): Promise<void>;
}

/** Debian's Chromium, without requests of its own. */
export async function openBrowser(): Promise<RunningBrowser> {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
  return {
    open: (url, options) => openPage(browser, url, options),
    close: () => browser.close(),
  };
}

async function openPage(browser: Browser, url: URL, options?: BrowserContextOptions): Promise<OpenPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.route(
    ({ origin, protocol }) => origin !== url.origin && protocol !== 'blob:',
    (route) => {
      faults.push(`asked ${route.request().url()}`);
      return route.abort();
    },
  );
  await page.goto(url.href);
  return { page, faults };
}
