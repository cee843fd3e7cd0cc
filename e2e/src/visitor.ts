import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';
import { drawLittleUnlessLookedAt } from './looking.ts';
import type { Remembered } from './remembered.ts';

/** What apps/web/src/lib/clock/test-hook.ts reads before anything starts. */
interface TestHook {
  readonly clockRate?: number;
  readonly voice?: 'silent-fast';
  readonly figure?: 'patient';
}

interface VisitOptions extends BrowserContextOptions {
  readonly appUrl: string;
  readonly hook?: TestHook;
  /** Has been here before, read what this is and is not, and answered the checklist: nothing speaks against gentle practice. */
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
    ...(isBack ? { storageState: rememberedWith(settings) } : {}),
    ...options,
  });
  if (hook !== undefined) {
    await context.addInitScript((value) => Object.assign(globalThis, { __sacraTest: value }), hook);
  }
  await drawLittleUnlessLookedAt(context);
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

/** What the browser of someone who is back holds, with some settings changed. */
function rememberedWith(settings: object): Remembered {
  const remembered = inject('remembered');
  const changed = (text: string): string => JSON.stringify({ ...(JSON.parse(text) as object), ...settings });
  return {
    ...remembered,
    origins: remembered.origins.map((origin) => ({
      ...origin,
      localStorage: origin.localStorage.map(({ name, value }) => ({
        name,
        value: name === 'sacra.settings' ? changed(value) : value,
      })),
    })),
  };
}
