import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, inject, test } from 'vitest';
import { startChromium } from '../src/browser.ts';
import { expectFaultless, looksFrom, visitIn, type Look } from '../src/faultless.ts';
import { pagesOf } from '../src/pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

/** What the pictures of a page are called where its address doesn't say. Opened by itself the session has not begun. */
const pictureNames: Readonly<Record<string, string>> = { '': 'home', 'session/': 'session-not-begun' };

describe('on a phone and a desktop, in the light and in the dark', () => {
  test('the first start is faultless', async () => {
    const order = looksFrom(0);
    const visitor = await visitIn(browser, order[0] as Look, false);
    await visitor.open('');
    await expectFaultless(visitor, 'first-start', order);
    await visitor.leave();
  });

  test.each(pagesOf(inject('buildFolder')).map((path, index) => [path, looksFrom(index)] as const))(
    '/%s is faultless',
    async (path, order) => {
      const visitor = await visitIn(browser, order[0] as Look, true);
      await visitor.open(path);
      await visitor.page.locator('h1:visible').waitFor();
      // What is folded away is looked at too.
      await visitor.page.evaluate(() =>
        document.querySelectorAll('details').forEach((details) => (details.open = true)),
      );
      await expectFaultless(visitor, pictureNames[path] ?? path.slice(0, -1).replaceAll('/', '-'), order);
      await visitor.leave();
    },
  );
});
