import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { openHttpGateway } from '../server/limits/http-gateway.ts';

/** A browser without requests of its own (updates, telemetry). */
export const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Opened {
  readonly page: Page;
  /** Errors of the page, and its requests to other hosts than the gateway. */
  readonly faults: readonly string[];
}

export interface Pages {
  open(path: string, options?: BrowserContextOptions): Promise<Opened>;
}

async function watched(
  browser: Browser,
  origins: readonly string[],
  options: BrowserContextOptions,
): Promise<Opened> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const faults: string[] = [];
  await page.route(
    (url) => url.protocol !== 'blob:' && !origins.includes(url.origin),
    (route) => {
      faults.push(`elsewhere: ${route.request().url()}`);
      return route.abort();
    },
  );
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  return { page, faults };
}

/** Debian's Chromium for pages of one gateway, which lead to no others than these. */
export async function openPages(url: string, others: readonly string[] = []): Promise<Pages> {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', headless: true, args: quiet });
  afterAll(() => browser.close());
  const { origin } = new URL(url);
  return {
    async open(path, options = {}) {
      const opened = await watched(browser, [origin, ...others], options);
      await opened.page.goto(new URL(path, url).href);
      return opened;
    },
  };
}

/** A gateway for pages that many tests open at once, as one caller. */
export const openPagesGateway = () => openHttpGateway({ limits: { bucket: 1_000_000, refill: 1_000_000 } });
