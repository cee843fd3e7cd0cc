import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFaults } from '../src/accessibility.ts';
import { startChromium } from '../src/browser.ts';
import { answerChecklist } from '../src/checklist.ts';
import { newcomer } from '../src/newcomer.ts';
import { chooseFile, sharedPractice } from '../src/practice-file.ts';
import { keepScreenshot } from '../src/screenshot.ts';
import type { Visitor } from '../src/visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

async function someoneWithASoreKnee(): Promise<Visitor> {
  const visitor = await newcomer(browser);
  await answerChecklist(visitor.page, { adapt: [[/A knee that hurts/, 'Yes']] });
  await visitor.page.getByRole('heading', { level: 1, name: 'Ready, with changes' }).waitFor();
  return visitor;
}

/** How many practices lie in storage, shown or not. */
const countKept = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const there = await indexedDB.databases();
    if (!there.some(({ name }) => name === 'sacra')) return 0;
    return new Promise<number>((resolve, reject) => {
      const opening = indexedDB.open('sacra');
      opening.onerror = () => reject(new Error('the database did not open'));
      opening.onsuccess = () => {
        const counting = opening.result.transaction('practices').objectStore('practices').count();
        counting.onsuccess = () => {
          opening.result.close();
          resolve(counting.result);
        };
      };
    });
  });

describe('a shared practice with Pigeon, for somebody with a sore knee', () => {
  test('shows the stand-in and its reason before anything is kept, and plays it so', async () => {
    const visitor = await someoneWithASoreKnee();
    const { page } = visitor;
    await visitor.open('import/');
    await chooseFile(page, JSON.stringify(sharedPractice));
    await page.getByRole('heading', { level: 2, name: sharedPractice.title }).waitFor();
    const words = await page.locator('main').innerText();
    expect(words).toMatch(
      /Reclined Figure-Four in place of Pigeon\.\s+No deep knee bend, because of what you said about your knees\./,
    );
    expect(await page.getByRole('heading', { level: 3, name: 'Pigeon' }).count()).toBe(0);
    await page.getByRole('heading', { level: 3, name: 'Reclined Figure-Four' }).waitFor();
    expect(await countKept(page)).toBe(0);
    await keepScreenshot(page, 'import-with-limits-phone', true);
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.getByRole('button', { name: 'Begin without keeping it' }).click();
    await page.locator('main.session').waitFor();
    await expect.poll(() => page.locator('main.session').innerText()).toContain('Cat and Cow');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.locator('main.session h2').innerText()).toContain('Reclined Figure-Four');
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });
});

describe('a file that holds no practice', () => {
  test('is told with the place and what could stand there, and nothing of it is stored', async () => {
    const visitor = await someoneWithASoreKnee();
    const { page } = visitor;
    await visitor.open('import/');
    const [first, second, last] = sharedPractice.steps;
    const steps = [first, { ...second, pose: 'pidgeon' }, { ...last, breaths: 9000 }];
    await chooseFile(page, JSON.stringify({ ...sharedPractice, title: '<img src=x onerror=alert(1)>', steps }));
    await page.getByRole('heading', { name: 'This file can’t be opened' }).waitFor();
    const told = await page.getByRole('alert').innerText();
    expect(told).toMatch(/Step 2, pose:.*Possible here: pigeon/s);
    expect(told).toMatch(/Step 3, breaths:/);
    expect(await page.locator('main img[src="x"]').count()).toBe(0);
    await keepScreenshot(page, 'import-refused-phone', true);
    expect(await accessibilityFaults(page)).toEqual([]);

    for (const [text, words] of [
      ['<html><body>not a practice</body></html>', /not a practice file/],
      ['{"format":"sacra.diary","version":1}', /file of another kind/],
      [JSON.stringify({ ...sharedPractice, version: 2 }), /newer Sacra/],
      ['['.repeat(50_000), /not looked into/],
      [' '.repeat(700_000), /longer than a practice can be/],
    ] as const) {
      await chooseFile(page, text);
      await expect.poll(() => page.getByRole('alert').innerText()).toMatch(words);
    }
    expect(await countKept(page)).toBe(0);

    // a title is never more than its letters
    const title = '<img src=x onerror=alert(1)>';
    await chooseFile(page, JSON.stringify({ ...sharedPractice, title }));
    await page.getByRole('heading', { level: 2, name: title }).waitFor();
    expect(await page.locator('main img[src="x"]').count()).toBe(0);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });
});
