import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { accessibilityFaults } from '../src/accessibility.ts';
import { startChromium } from '../src/browser.ts';
import { answerChecklist } from '../src/checklist.ts';
import { newcomer } from '../src/newcomer.ts';
import { chooseFile, sharedPractice } from '../src/practice-file.ts';
import { keepScreenshot, screens } from '../src/screenshot.ts';
import { pauseIn } from '../src/session-room.ts';
import { visit, type Visitor } from '../src/visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

const someoneBack = (): Promise<Visitor> =>
  visit(browser, {
    appUrl: inject('appUrl'),
    isBack: true,
    hook: { clockRate: 10, voice: 'silent-fast' },
    settings: { stillPictures: true },
    viewport: screens.phone,
  });

const card = (page: Page, title: string) => page.getByRole('article', { name: title });
const inSession = (page: Page, title: string) =>
  page.locator('main.session').getByRole('heading', { level: 1, name: title }).waitFor({ state: 'attached' });

describe('a ready-made practice', () => {
  test('the one on a chair is chosen, begun, and gone on with after a reload', async () => {
    const visitor = await someoneBack();
    const { page } = visitor;
    await visitor.open('');
    await page.getByRole('link', { name: 'More practices' }).click();
    await card(page, 'The chair practice').waitFor();
    expect(await page.getByRole('article').count()).toBe(5);
    await keepScreenshot(page, 'practices-phone-light', true);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('link', { name: 'The chair practice' }).click();

    await page.getByRole('heading', { level: 1, name: 'The chair practice' }).waitFor();
    expect(await page.locator('main').innerText()).toContain('6. Easy Seat');
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByRole('button', { name: 'None of these today' }).click();
    await inSession(page, 'The chair practice');
    await pauseIn(page, 'Easy Seat');

    await page.reload({ waitUntil: 'networkidle' });
    await page.getByRole('button', { name: 'Go on where you were' }).click();
    await inSession(page, 'The chair practice');
    // home, too, goes on with the practice that was left
    await page.getByRole('button', { name: 'Pause' }).click();
    await visitor.open('');
    await page.getByRole('button', { name: 'Go on where you were' }).click();
    await inSession(page, 'The chair practice');
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  test('says in the list what is changed for somebody with a sore knee, and why', async () => {
    const visitor = await newcomer(browser);
    const { page } = visitor;
    await answerChecklist(page, { adapt: [[/A knee that hurts/, 'Yes']] });
    await page.getByRole('heading', { level: 1, name: 'Ready, with changes' }).waitFor();
    await visitor.open('practices/');
    await card(page, 'The five-pose practice').getByText('Changed for you').click();
    const words = await card(page, 'The five-pose practice').innerText();
    expect(words).toMatch(
      /Reclined Figure-Four in place of Pigeon\.\s+No deep knee bend, because of what you said about your knees\./,
    );
    expect(words).toMatch(/in place of Child's Pose\.\s+No deep knee bend/);
    expect(await card(page, 'The chair practice').getByText('Changed for you').count()).toBe(0);
    await keepScreenshot(page, 'practices-with-limits-phone', true);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  test('that there isn’t is told, with the way back', async () => {
    const visitor = await someoneBack();
    const { page } = visitor;
    await visitor.open('practice/?practice=no-such-thing');
    await page.getByRole('heading', { level: 1, name: 'This practice isn’t here' }).waitFor();
    await visitor.open('session/?practice=no-such-thing');
    await page.getByRole('button', { name: 'None of these today' }).click();
    await page.getByRole('heading', { level: 1, name: 'This practice isn’t here' }).waitFor();
    await page.locator('main').getByRole('link', { name: 'All practices' }).click();
    await card(page, 'Before sleep').waitFor();
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });
});

describe('a practice of one’s own', () => {
  test('is renamed, removed, had back, and saved as a file that opens again as it was', async () => {
    const visitor = await someoneBack();
    const { page } = visitor;
    await visitor.open('import/');
    await chooseFile(page, JSON.stringify(sharedPractice));
    await page.getByRole('button', { name: 'Keep it' }).click();

    await card(page, sharedPractice.title).getByText('Rename, save or remove').click();
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.getByLabel('Its name').fill('Slow hips');
    await page.getByRole('button', { name: 'Save the name' }).click();
    await card(page, 'Slow hips').waitFor();
    await page.reload({ waitUntil: 'networkidle' });
    await card(page, 'Slow hips').getByText('Rename, save or remove').click();
    await keepScreenshot(page, 'practices-kept-phone', true);
    expect(await accessibilityFaults(page)).toEqual([]);

    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as a file' }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe('slow-hips.practice.json');
    const text = readFileSync(await saved.path(), 'utf8');
    const { id: _, ...document } = JSON.parse(text) as { id: string };
    const { id: __, ...written } = sharedPractice;
    expect(document).toEqual({ ...written, title: 'Slow hips' });

    await card(page, 'Slow hips').getByRole('button', { name: 'Remove' }).click();
    await page.getByText('“Slow hips” is removed.').waitFor();
    expect(await card(page, 'Slow hips').count()).toBe(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await card(page, 'Slow hips').waitFor();

    await page.getByRole('link', { name: 'Open a practice file' }).click();
    await chooseFile(page, text);
    await page.getByRole('heading', { level: 2, name: 'Slow hips' }).waitFor();
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });
});
