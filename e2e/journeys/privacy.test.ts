import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startChromium } from '../src/browser.ts';
import { pagesOf } from '../src/pages.ts';
import { visit } from '../src/visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

describe.each(pagesOf(inject('buildFolder')))('/%s', (path) => {
  test('asks nobody but its own server, has nothing to complain about, and lets no script run that is not part of the build', async () => {
    const visitor = await visit(browser, { appUrl: inject('appUrl'), isBack: true });
    await visitor.open(path);
    expect(visitor.complaints).toEqual([]);

    const ran = await visitor.page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.intruded = true';
      document.head.append(script);
      return 'intruded' in globalThis;
    });
    expect(ran).toBe(false);
    expect(visitor.complaints.join('\n')).toContain('Content Security Policy');
    await visitor.leave();
  });

  test('may not be put into a frame by anyone', async () => {
    const response = await fetch(new URL(path, inject('appUrl')));
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });
});
