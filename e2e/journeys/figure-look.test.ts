import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { accessibilityFaults } from '../src/accessibility.ts';
import { startChromium } from '../src/browser.ts';
import { lookingAt } from '../src/looking.ts';
import { keepScreenshot, screens } from '../src/screenshot.ts';
import { beginPractice } from '../src/session-room.ts';
import { visit } from '../src/visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

test('a look is chosen, seen at once, kept, and worn in the session; hair that is not worn is not fetched', async () => {
  const { page, open, complaints, leave } = await visit(browser, {
    appUrl: inject('appUrl'),
    isBack: true,
    hook: { clockRate: 20, voice: 'silent-fast', figure: 'patient' },
    viewport: screens.phone,
  });
  const fetchedHair = new Set<string>();
  page.on('request', (request) => {
    const hair = /hair-([a-z]+)\.bin/.exec(request.url())?.[1];
    if (hair !== undefined) fetchedHair.add(hair);
  });
  await open('settings/');
  await page.getByRole('link', { name: 'Choose how the figure looks' }).click();
  await page.locator('canvas').waitFor();
  expect([...fetchedHair]).toEqual(['knot']);
  const figure = (): Promise<string> =>
    lookingAt(page, async () => (await page.locator('canvas').screenshot()).toString('base64'));
  const before = await figure();

  await page.getByRole('radio', { name: 'Rose' }).first().check({ force: true });
  await expect.poll(figure, { timeout: 30_000 }).not.toBe(before);
  await expect.poll(() => [...fetchedHair]).toEqual(['knot', 'scarf']);
  expect(await page.getByRole('radio', { name: 'Headscarf' }).isChecked()).toBe(true);
  expect(await accessibilityFaults(page)).toEqual([]);
  await keepScreenshot(page, 'look-rose');

  // one part of it may be changed: then it is no longer the one with the name
  await page.getByRole('radio', { name: 'Shorts' }).check({ force: true });
  expect(await page.getByRole('radio', { name: 'Rose' }).first().isChecked()).toBe(false);

  await page.reload();
  await page.locator('canvas').waitFor();
  expect(await page.getByRole('radio', { name: 'Shorts' }).isChecked()).toBe(true);
  expect(await page.getByRole('radio', { name: 'Headscarf' }).isChecked()).toBe(true);

  fetchedHair.clear();
  await beginPractice(page);
  await expect.poll(() => [...fetchedHair], { timeout: 30_000 }).toEqual(['scarf']);
  await page.locator('main.session canvas').waitFor();
  expect(complaints).toEqual([]);
  await leave();
});
