import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

/** What apps/web/src/lib/clock/test-hook.ts reads before anything starts. */
interface TestHook {
  readonly clockRate?: number;
  readonly voice?: 'silent-fast';
}

interface VisitOptions extends BrowserContextOptions {
  readonly appUrl: string;
  readonly hook?: TestHook;
  /** Has been here before and read what this is and is not. */
  readonly isBack?: boolean;
  /** What someone who is back has set, as apps/web/src/lib/settings/settings.ts names it. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Opens a page of the app by its path, such as `history/`. */
  open(path: string): Promise<void>;
  /** Everything that must never happen: errors in the console, uncaught errors, requests to anyone else, missing files. */
  readonly complaints: readonly string[];
  leave(): Promise<void>;
}

/** Someone with a fresh profile: nothing kept, nothing cached. */
export async function visit(
  browser: Browser,
  { appUrl, hook, isBack = false, settings = {}, ...options }: VisitOptions,
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: appUrl,
    locale: 'en-GB',
    ...(isBack ? rememberedFirstStart(appUrl, settings) : {}),
    ...options,
  });
  if (hook !== undefined) {
    await context.addInitScript((value) => Object.assign(globalThis, { __sacraTest: value }), hook);
  }
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().message}`));
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    const isOwn = `${origin}/` === appUrl || protocol === 'data:' || protocol === 'blob:';
    if (!isOwn) complaints.push(`request to someone else: ${request.url()}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });

  const page = await context.newPage();
  return {
    context,
    page,
    complaints,
    async open(path) {
      // Until nothing more is fetched the page may be there to see, but not yet answer to a press.
      await page.goto(path, { waitUntil: 'networkidle' });
    },
    leave: () => context.close(),
  };
}

/** What a browser holds whose person has been through the first start. */
function rememberedFirstStart(appUrl: string, settings: object): BrowserContextOptions {
  const value = JSON.stringify({ ...settings, firstReadAt: '2026-01-01T08:00:00Z' });
  const localStorage = [{ name: 'sacra.settings', value }];
  return { storageState: { cookies: [], origins: [{ origin: new URL(appUrl).origin, localStorage }] } };
}
