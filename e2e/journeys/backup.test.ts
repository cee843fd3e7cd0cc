import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { accessibilityFaults } from '../src/accessibility.ts';
import { startChromium } from '../src/browser.ts';
import { chooseFile, sharedPractice } from '../src/practice-file.ts';
import { keepScreenshot, screens } from '../src/screenshot.ts';
import { visit } from '../src/visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

const phone = { appUrl: inject('appUrl'), viewport: screens.phone };

test('what somebody made on one device is all there on another, out of one file', async () => {
  const before = await visit(browser, { ...phone, isBack: true, settings: { theme: 'dark' } });
  await before.open('poses/cat-cow/');
  await before.page.getByRole('switch', { name: /I like this pose/ }).click();
  await before.open('import/');
  await chooseFile(before.page, JSON.stringify(sharedPractice));
  await before.page.getByRole('button', { name: 'Keep it' }).click();
  await before.page.getByRole('article', { name: sharedPractice.title }).waitFor();
  await before.open('settings/');
  await before.page.getByRole('link', { name: 'Save or bring back a backup' }).click();
  const [download] = await Promise.all([
    before.page.waitForEvent('download'),
    before.page.getByRole('button', { name: 'Save a backup' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^sacra-\d{4}-\d\d-\d\d\.backup\.json$/);
  const file = readFileSync(await download.path());
  expect(before.complaints).toEqual([]);
  await before.leave();

  const after = await visit(browser, phone);
  const { page } = after;
  const choose = (buffer: Buffer) =>
    page
      .getByLabel('Choose a backup')
      .setInputFiles({ name: 'mine.backup.json', mimeType: 'application/json', buffer });
  await after.open('settings/backup/');
  await choose(file.subarray(0, 100));
  await page.getByText('Nothing here was changed.', { exact: false }).waitFor();
  await choose(file);
  await page.getByText('Brought back: 1 practice', { exact: false }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await keepScreenshot(page, 'backup-brought-back-phone', true);
  await page.getByRole('link', { name: 'Home' }).last().click();
  await page.getByRole('button', { name: 'Begin the five-pose practice' }).waitFor();
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  await page.getByRole('link', { name: 'More practices' }).click();
  await page.getByRole('article', { name: sharedPractice.title }).waitFor();
  await after.open('poses/cat-cow/');
  expect(await page.getByRole('switch', { name: /I like this pose/ }).isChecked()).toBe(true);
  expect(after.complaints).toEqual([]);
  await after.leave();
});
