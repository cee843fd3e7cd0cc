import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startChromium } from '../src/browser.ts';
import { listed } from '../src/checklist.ts';
import { visit } from '../src/visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

describe('the first start', () => {
  test('says what this is and is not, when to come out, and what needs help at once; then never again', async () => {
    const visitor = await visit(browser, { appUrl: inject('appUrl') });
    const { page } = visitor;
    await visitor.open('');
    const begin = page.getByRole('button', { name: 'Begin the five-pose practice' });
    await page.getByRole('heading', { name: 'Before you begin' }).waitFor();
    expect(await begin.isVisible()).toBe(false);

    const words = await page.locator('main:visible').innerText();
    expect(words).toMatch(/not medical advice|does not replace/i);
    expect(words).toMatch(/sharp/i);
    expect(words).toMatch(/tingl/i);
    // The signs that need help at once, and what to do.
    for (const sign of [/bladder|urin/i, /bowel/i, /numb/i, /weak/i]) expect(words).toMatch(sign);
    expect(words).toMatch(/call|emergency/i);

    await page.getByRole('button', { name: 'I have read this' }).click();
    await listed(page, /help now/);
    await visitor.open('');
    await begin.waitFor();
    await page.reload();
    await begin.waitFor();
    expect(await page.getByRole('heading', { name: 'Before you begin' }).isVisible()).toBe(false);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  test('can be read again at any time', async () => {
    const visitor = await visit(browser, { appUrl: inject('appUrl'), isBack: true });
    await visitor.open('');
    await visitor.page.getByRole('link', { name: /when to get help/i }).click();
    await expect.poll(() => visitor.page.locator('main').innerText()).toMatch(/bladder|urin/i);
    await visitor.leave();
  });
});
