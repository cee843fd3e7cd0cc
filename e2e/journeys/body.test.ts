import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { accessibilityFaults } from '../src/accessibility.ts';
import { startChromium } from '../src/browser.ts';
import { keepScreenshot, screens } from '../src/screenshot.ts';
import { visit, type Visitor } from '../src/visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

/** With drawn cards: the figure in three dimensions takes its time without a graphics card, and is looked at elsewhere. */
const newVisitor = (): Promise<Visitor> =>
  visit(browser, {
    appUrl: inject('appUrl'),
    isBack: true,
    settings: { stillPictures: true },
    viewport: screens.phone,
  });

const height = (page: Page) => page.getByRole('textbox', { name: 'Height' });

/** The seat stays a good hand's width above the heels. */
async function sayThatTheSeatStaysHigh(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try them' }).click();
  await page.getByRole('button', { name: 'Leave this one out' }).click();
  await page.getByRole('heading', { name: 'Sitting back on your heels' }).waitFor();
  await page.getByRole('slider', { name: /seat and your heels/ }).fill('0.12');
  await page.getByRole('button', { name: 'Next' }).click();
}

test('a body is set up, changes what the practice shows, can be had otherwise, and is forgotten', async () => {
  const visitor = await newVisitor();
  const { page, complaints } = visitor;
  await visitor.open('');
  await page.getByRole('link', { name: 'Your body' }).click();

  // what can't be is answered beside the field, and changes nothing
  await height(page).fill('17');
  await page.getByText('Anything from 120 cm to 220 cm.').waitFor();
  await height(page).fill('182');
  await page.getByRole('textbox', { name: /^Weight/ }).fill('88');
  await sayThatTheSeatStaysHigh(page);
  await page.locator('img[src^="data:image/svg"]').waitFor({ timeout: 60_000 });
  expect(await accessibilityFaults(page)).toEqual([]);
  await keepScreenshot(page, 'body-set-up-phone-light', true);
  await page.getByRole('button', { name: 'Use this body' }).click();

  // Child's Pose is answered by the cushion, with the reason
  const first = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /^1\. / }) });
  await first.getByText('so a cushion answers.', { exact: false }).waitFor({ timeout: 60_000 });
  expect(await accessibilityFaults(page)).toEqual([]);
  await keepScreenshot(page, 'practice-for-a-body-phone-light', true);
  await first.getByRole('button', { name: 'Do it as it is written' }).click();
  await first.getByRole('heading', { name: "Child's Pose" }).waitFor();
  await first.getByRole('button', { name: 'Take what answers my body' }).click();
  await first.getByRole('button', { name: 'Do it as it is written' }).waitFor();

  // the list of practices shows what will be played on it, too
  await visitor.open('practices/');
  const fivePoses = page.getByRole('article', { name: 'The five-pose practice' });
  await expect.poll(() => fivePoses.locator('img').getAttribute('src'), { timeout: 60_000 }).toMatch(/cushion/);

  // it is still there on the next visit, in the units one likes
  await visitor.open('body/');
  await expect.poll(() => height(page).inputValue()).toBe('182 cm');
  await page.getByRole('radio', { name: 'feet, pounds' }).check();
  expect(await height(page).inputValue()).toBe('6 ft 0 in');
  await page.getByText('1 of 5 answered', { exact: false }).waitFor();

  await page.getByRole('button', { name: 'Forget my body' }).click();
  await page.getByText('Forgotten.', { exact: false }).waitFor();
  await visitor.open('practice/');
  await page.getByRole('link', { name: 'See it on a body like yours' }).waitFor();
  expect(complaints).toEqual([]);
  await visitor.leave();
});

test('a body from a newer version is kept aside, told, and the usual figure stands in', async () => {
  const visitor = await newVisitor();
  const { page } = visitor;
  await visitor.open('body/');
  await page.getByRole('button', { name: 'Use this body' }).click();
  await page.getByRole('link', { name: 'Shown for your body. Change it' }).waitFor();
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('sacra');
        opening.onerror = () => reject(new Error('the database did not open'));
        opening.onsuccess = () => {
          const write = opening.result.transaction('bodies', 'readwrite');
          write.objectStore('bodies').put({ id: 'mine', raw: { version: 99, wings: 2 } });
          write.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
  await visitor.open('body/');
  await page.getByText('saved by a newer Sacra', { exact: false }).waitFor();
  await visitor.open('practice/');
  await page.getByText('the usual figure stands in', { exact: false }).waitFor();
  expect(visitor.complaints).toEqual([]);
  await visitor.leave();
});
