import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startChromium } from '../src/browser.ts';
import { listed } from '../src/checklist.ts';
import { screens } from '../src/screenshot.ts';
import { visit } from '../src/visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

/** Goes from control to control until the one with this name has the focus; each must show that it has it. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return null;
      // The ring may be drawn on the label around a hidden radio button.
      const drawn = [element, element.closest('label')].filter((one) => one !== null);
      const shows = drawn.some((one) => {
        const { outlineStyle, boxShadow } = getComputedStyle(one);
        return outlineStyle !== 'none' || boxShadow !== 'none';
      });
      return {
        name: element.getAttribute('aria-label') ?? element.closest('label')?.innerText ?? element.innerText,
        shows,
      };
    });
    if (focused === null) continue;
    expect(focused.shows, `${focused.name} shows the focus`).toBe(true);
    if (name.test(focused.name.trim())) return;
  }
  throw new Error(`no control called ${name} can be reached`);
}

test('a whole visit, from the first start to the history, needs no pointer', async () => {
  const visitor = await visit(browser, {
    appUrl: inject('appUrl'),
    hook: { clockRate: 10, voice: 'silent-fast' },
    viewport: screens.desktop,
  });
  const { page } = visitor;
  await visitor.open('');
  await tabTo(page, /I have read this/);
  await page.keyboard.press('Enter');
  for (const title of [/help now/, /about today/, /asking a professional/, /suits you/]) {
    await listed(page, title);
    await tabTo(page, /^None of these$/);
    await page.keyboard.press('Enter');
  }
  await listed(page, /^Ready$/);
  await tabTo(page, /Begin the five-pose practice/);
  await page.keyboard.press('Enter');

  const session = page.locator('main.session');
  await session.waitFor();
  const isPaused = (): Promise<boolean> => page.getByRole('button', { name: 'Go on' }).isVisible();
  const timeLeft = (): Promise<string> => session.getByRole('timer').innerText();

  await page.keyboard.press('Space');
  await expect.poll(isPaused).toBe(true);
  const whenPaused = await timeLeft();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(timeLeft).not.toBe(whenPaused);
  const further = await timeLeft();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(timeLeft).not.toBe(further);

  await page.keyboard.press('Space');
  await expect.poll(isPaused).toBe(false);
  // Long enough for it to count.
  await expect
    .poll(() => session.getByLabel('Breath', { exact: true }).innerText(), { timeout: 90_000 })
    .toMatch(/4 of/);

  // Escape asks; Escape again stays.
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(isPaused).toBe(false);

  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor();
  await tabTo(page, /End here/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'How is it now?' }).waitFor();
  await tabTo(page, /^0$/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await tabTo(page, /Save/);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/history/');
  await expect.poll(() => page.locator('main').innerText()).toContain('Pain 2 of 10');
  expect(visitor.complaints).toEqual([]);
  await visitor.leave();
});
