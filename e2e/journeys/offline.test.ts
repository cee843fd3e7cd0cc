import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startChromium } from '../src/browser.ts';
import { pagesOf } from '../src/pages.ts';
import { kept } from '../src/service-worker.ts';
import { visit, type Visitor } from '../src/visitor.ts';

let browser: Browser;
let visitor: Visitor;

beforeAll(async () => {
  browser = await startChromium();
  visitor = await visit(browser, { appUrl: inject('appUrl'), isBack: true });
  await visitor.open('');
  await kept(visitor.page);
  await visitor.context.setOffline(true);
});
afterAll(() => browser.close());

describe('without a network, after the first load', () => {
  const pages = pagesOf(inject('buildFolder'));

  test.each(pages)('/%s opens, and opens again', async (path) => {
    const { page } = visitor;
    await visitor.open(path);
    await page.reload();
    await expect.poll(() => page.locator('h1').count()).toBeGreaterThan(0);
    expect(visitor.complaints).toEqual([]);
  });

  test('an address that is none leads home', async () => {
    await visitor.open('nowhere/');
    expect(visitor.page.url()).toBe(inject('appUrl'));
  });
});
