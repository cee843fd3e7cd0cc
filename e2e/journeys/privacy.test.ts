import { createHash } from 'node:crypto';
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

  test('names each script that stands in it in its policy, so that the policy can be sent as a header as well', async () => {
    const html = await (await fetch(new URL(path, inject('appUrl')))).text();
    const policy = /http-equiv="content-security-policy" content="([^"]*)"/i.exec(html)?.[1];
    const scripts = [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(([, script = '']) => script);
    expect(scripts.length).toBeGreaterThan(1);
    for (const script of scripts)
      expect(policy).toContain(`'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  });

  test('may not be put into a frame by anyone', async () => {
    const response = await fetch(new URL(path, inject('appUrl')));
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });
});
