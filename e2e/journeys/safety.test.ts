import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { accessibilityFaults } from '../src/accessibility.ts';
import { startChromium } from '../src/browser.ts';
import { answerChecklist, listed, tick } from '../src/checklist.ts';
import { newcomer } from '../src/newcomer.ts';
import { keepScreenshot, screens } from '../src/screenshot.ts';
import { kept } from '../src/service-worker.ts';
import { visit, type Visitor } from '../src/visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

const begin = (page: Page) => page.getByRole('button', { name: /^Begin/ });

/** The titles of what the practice screen shows, once it shows them. */
async function posesShown(visitor: Visitor): Promise<string> {
  await visitor.open('practice/');
  await visitor.page.getByRole('article').first().waitFor();
  return (await visitor.page.getByRole('article').allInnerTexts()).join('\n');
}

describe('an answer that asks for help at once', () => {
  test('leads to the stop screen, and nothing can be played, also after a reload and without a network', async () => {
    const visitor = await newcomer(browser);
    const { page } = visitor;
    await tick(page, /Lost feeling/, 'Not sure');
    await page.getByRole('button', { name: /Go on/ }).click();

    const stop = page.getByRole('heading', { level: 1, name: /get help now/i });
    await stop.waitFor();
    await page.getByLabel('Where are you?').selectOption({ label: 'United Kingdom' });
    expect(await page.getByRole('link', { name: 'Call 999' }).getAttribute('href')).toBe('tel:999');
    expect(await page.locator('main').innerText()).toContain('Lost feeling');
    await keepScreenshot(page, 'check-stop-phone', true);
    expect(await accessibilityFaults(page)).toEqual([]);

    for (const path of ['check/', 'session/']) {
      await visitor.open(path);
      await page.reload({ waitUntil: 'networkidle' });
      await stop.waitFor();
      expect(await begin(page).count()).toBe(0);
      expect(await page.locator('main.session').count()).toBe(0);
      await page.getByRole('link', { name: 'Call 999' }).waitFor();
    }
    for (const path of ['', 'practice/', 'practices/', 'practice/?practice=chair']) {
      await visitor.open(path);
      await page.getByRole('link', { name: 'How to get help' }).waitFor();
      expect(await begin(page).count()).toBe(0);
    }
    // Not even before the page awakes: the home page as it is served, without its scripts.
    await page.route('**/*.js', (route) => route.abort());
    await page.goto('', { waitUntil: 'load' });
    expect(await begin(page).isVisible()).toBe(false);
    await page.unroute('**/*.js');
    await kept(page);
    await visitor.context.setOffline(true);
    await visitor.open('session/');
    await page.getByRole('link', { name: 'Call 999' }).waitFor();
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });
});

describe('limits', () => {
  test('a sore knee: no sitting on the heels, no Pigeon, and the reasons are shown', async () => {
    const visitor = await newcomer(browser);
    const { page } = visitor;
    await answerChecklist(page, { adapt: [[/A knee that hurts/, 'Yes']] });
    await page.getByRole('heading', { level: 1, name: 'Ready, with changes' }).waitFor();
    expect(await page.locator('main').innerText()).toContain('Because of what you said about your knees.');
    await keepScreenshot(page, 'check-result-phone', true);
    expect(await accessibilityFaults(page)).toEqual([]);

    const shown = await posesShown(visitor);
    expect(shown).toContain('Reclined Figure-Four');
    expect(shown).toMatch(/In place of Pigeon\.\s+No deep knee bend, because of what you said about your knees\./);
    expect(shown).not.toMatch(/^\d\. Pigeon/m);
    expect(shown).toMatch(/In place of Child's Pose\.\s+No deep knee bend/);
    await keepScreenshot(page, 'practice-with-limits-phone', true);
    expect(await accessibilityFaults(page)).toEqual([]);

    await visitor.open('');
    await begin(page).click();
    await page.locator('main.session').waitFor();
    await expect.poll(() => page.locator('main.session').innerText()).toContain('Chair');
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  test('glaucoma: rest and breathing until a professional has spoken, then no head-down pose', async () => {
    const visitor = await newcomer(browser);
    const { page } = visitor;
    await answerChecklist(page, { 'ask-first': [[/Glaucoma/, 'Yes']] });
    await page.getByRole('heading', { level: 1, name: 'Rest and breathing' }).waitFor();
    await page.getByRole('button', { name: 'They said it is fine' }).click();
    await listed(page, /asking a professional/);
    await page
      .getByRole('group', { name: /Glaucoma/ })
      .getByRole('checkbox')
      .check();
    await page.getByRole('button', { name: /Go on/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Ready, with changes' }).waitFor();

    const shown = await posesShown(visitor);
    expect(shown).toContain('Head above the heart, because of what you said about your eyes.');
    expect(shown).not.toMatch(/^\d\. Downward-Facing Dog\s*$/m);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });
});

describe('before each practice', () => {
  test('the emergency list is one tap, and a yes there stops what was begun', async () => {
    const visitor = await visit(browser, {
      appUrl: inject('appUrl'),
      isBack: true,
      hook: { clockRate: 10, voice: 'silent-fast' },
      viewport: screens.phone,
    });
    const { page } = visitor;
    await visitor.open('');
    await begin(page).click();
    await listed(page, /help now/);
    await keepScreenshot(page, 'check-before-practice-phone');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'None of these today' }).click();
    await page.locator('main.session').waitFor();

    await visitor.open('check/');
    await page.getByRole('button', { name: 'Change' }).first().click();
    await tick(page, /both legs/, 'Yes');
    await page.getByRole('button', { name: /Go on/ }).click();
    await page.getByRole('heading', { level: 1, name: /get help now/i }).waitFor();
    await visitor.open('session/');
    await page.getByRole('heading', { level: 1, name: /get help now/i }).waitFor();
    expect(await page.getByRole('button', { name: /Go on where/ }).count()).toBe(0);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  test('the lists can be read at twice the size of text, and nothing sticks out', async () => {
    const visitor = await newcomer(browser);
    const { page } = visitor;
    await page.addStyleTag({ content: 'html { font-size: 200% }' }).catch(() => {});
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(sideways).toBeLessThanOrEqual(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await visitor.leave();
  });
});
