import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { accessibilityFaults } from '../src/accessibility.ts';
import { startChromium } from '../src/browser.ts';
import { answerChecklist, tick } from '../src/checklist.ts';
import { keepScreenshot, screens } from '../src/screenshot.ts';
import { visit, type Visitor } from '../src/visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

const someone = (isBack: boolean, options: object = {}): Promise<Visitor> =>
  visit(browser, {
    ...{ appUrl: inject('appUrl'), isBack, hook: { clockRate: 10, voice: 'silent-fast' }, viewport: screens.phone },
    ...options,
  });

const wish = (page: Page, name: RegExp) => page.getByRole('button', { name });
const begin = (page: Page) => page.getByRole('button', { name: 'Begin', exact: true });

/** The titles of the steps on the screen, in their order. */
async function steps(page: Page): Promise<string[]> {
  await page.getByRole('article').first().waitFor();
  const titles = await page.getByRole('article').getByRole('heading', { level: 2 }).allInnerTexts();
  return titles.map((title) => title.replace(/^\d+\.\s+/, ''));
}

/** Something that leaves the focus on nothing would strand who goes by keyboard. */
const isSomethingFocused = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body);

/** The button "Change" of a step, from 0. */
const change = (page: Page, index: number) =>
  page.getByRole('article').nth(index).getByText('Change', { exact: false });

test('someone who is back gets twelve minutes in three taps, and begins them', async () => {
  const visitor = await someone(true);
  const { page } = visitor;
  await visitor.open('compose/');
  await page.getByText('12', { exact: true }).first().click();
  await wish(page, /^Ease the lower back/).click();
  await page.getByRole('heading', { level: 1, name: 'Ease the lower back' }).waitFor();
  expect((await steps(page)).length).toBeGreaterThan(3);
  expect(await page.locator('main').innerText()).toContain('About 12 minutes');
  await keepScreenshot(page, 'compose-made-phone', true);
  const [first] = await steps(page);
  await begin(page).click();
  // the list of every day, as before each practice
  await page.getByRole('button', { name: 'None of these today' }).click();
  await page.locator('main.session').waitFor();
  await expect.poll(() => page.locator('main.session').innerText()).toContain(first);
  expect(visitor.complaints).toEqual([]);
  await visitor.leave();
});

test('someone who was asked nothing yet is asked first, and an answer that asks for help ends it there', async () => {
  const visitor = await someone(false);
  const { page } = visitor;
  await visitor.open('compose/');
  await page.getByRole('heading', { level: 1, name: /help now/ }).waitFor();
  await tick(page, /Lost feeling/, 'Yes');
  await page.getByRole('button', { name: /Go on/ }).click();
  await page.getByRole('heading', { level: 1, name: /get help now/i }).waitFor();
  for (const path of ['compose/', 'compose/?practice=five-pose']) {
    await visitor.open(path);
    await page.getByRole('heading', { level: 1, name: /get help now/i }).waitFor();
    expect(await wish(page, /^Settle/).count()).toBe(0);
    expect(await begin(page).count()).toBe(0);
  }
  expect(visitor.complaints).toEqual([]);
  await visitor.leave();
});

test('glaucoma that a professional has cleared: no pose with the head down, and the reason is shown', async () => {
  const visitor = await someone(false);
  const { page } = visitor;
  await visitor.open('compose/');
  await answerChecklist(page, { 'ask-first': [[/Glaucoma/, 'Yes']] });
  await page.getByRole('button', { name: 'They said it is fine' }).click();
  await page
    .getByRole('group', { name: /Glaucoma/ })
    .getByRole('checkbox')
    .check();
  await page.getByRole('button', { name: /Go on/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Ready, with changes' }).waitFor();
  await page.getByRole('button', { name: 'Go on to your practice' }).click();
  await page.getByRole('spinbutton', { name: 'Minutes' }).fill('30');
  await page.getByRole('spinbutton', { name: 'Minutes' }).press('Enter');
  await wish(page, /^Loosen up/).click();
  const made = await steps(page);
  for (const headDown of ["Child's Pose", 'Downward-Facing Dog', 'Puppy', 'Chair Fold'])
    expect(made.map((title) => title.split(',')[0])).not.toContain(headDown);
  await page.getByText('What is left out today, and why').click();
  const told = await page.locator('main').innerText();
  expect(told).toContain('Head above the heart, because of what you said about your eyes.');
  expect(told).toContain('Downward-Facing Dog: Wall Dog stands in');
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(visitor.complaints).toEqual([]);
  await visitor.leave();
});

describe('a practice that was made', () => {
  test('is changed by keyboard alone, undone, saved under a name, and found again', async () => {
    const visitor = await someone(true);
    const { page } = visitor;
    const { keyboard } = page;
    await visitor.open('compose/');
    await wish(page, /^Ease the lower back/).press('Enter');
    const made = await steps(page);
    const status = page.getByRole('status');

    await page.getByRole('button', { name: 'Move' }).nth(1).focus();
    await keyboard.press('ArrowUp');
    await expect.poll(() => steps(page)).toEqual([made[1], made[0], ...made.slice(2)]);
    expect(await status.innerText()).toContain(`number 1 of ${made.length} now`);
    expect(await isSomethingFocused(page)).toBe(true);
    await keyboard.press('ArrowDown');
    await expect.poll(() => steps(page)).toEqual(made);

    await change(page, 1).press('Enter');
    const swap = page.getByRole('list', { name: 'Swap it for' }).getByRole('button').first();
    const instead = (await swap.innerText()).trim();
    await swap.press('Enter');
    await expect.poll(() => status.innerText()).toContain(`${instead} in place of`);
    expect(await isSomethingFocused(page)).toBe(true);

    await change(page, 0).press('Enter');
    await page.getByRole('button', { name: 'Leave out today' }).press('Enter');
    await expect.poll(async () => (await steps(page)).length).toBe(made.length - 1);
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await expect.poll(async () => (await steps(page)).length).toBe(made.length);
    await change(page, 0).press('Enter');
    await page.getByRole('button', { name: 'Leave out for good' }).press('Enter');
    await expect.poll(() => status.innerText()).toContain('left out for good');

    // a rest that isn't the end any more: told, not refused
    await page.getByRole('button', { name: 'Move' }).last().focus();
    await keyboard.press('ArrowUp');
    await expect.poll(() => status.innerText()).toContain('A rest after it would let everything settle.');
    await keepScreenshot(page, 'compose-changed-phone', true);
    expect(await accessibilityFaults(page)).toEqual([]);

    const changed = await steps(page);
    await page.getByRole('textbox', { name: 'Save it under a name' }).fill('My mornings');
    await keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'My mornings' }).waitFor();
    await expect.poll(() => status.innerText()).toBe('Saved as My mornings. It is among your practices.');
    // its own address from now on, no longer that of what was only lent
    await page.waitForURL((url) => !(url.searchParams.get('practice') ?? 'lent-').startsWith('lent-'));
    await page.reload({ waitUntil: 'networkidle' });
    await page.getByRole('heading', { level: 1, name: 'My mornings' }).waitFor();
    expect(await steps(page)).toEqual(changed);

    // what is gone for good is listed, and comes back when it is asked to
    await page.getByText('What is left out today, and why').click();
    await page.getByRole('button', { name: /^Bring back/ }).press('Enter');
    await expect.poll(() => status.innerText()).toContain('may come again');
    expect(await page.getByRole('button', { name: /^Bring back/ }).count()).toBe(0);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  test('is put in order with the finger, and made anew around what is kept', async () => {
    const visitor = await someone(true);
    const { page } = visitor;
    await visitor.open('compose/');
    await wish(page, /^Loosen up/).click();
    const made = await steps(page);
    const box = async (locator: Locator) => (await locator.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const handle = await box(page.getByRole('button', { name: 'Move' }).first());
    const [first, second] = [await box(page.getByRole('article').nth(0)), await box(page.getByRole('article').nth(1))];
    const [x, y] = [handle.x + handle.width / 2, handle.y + handle.height / 2];
    const wayPx = second.y + second.height / 2 - (first.y + first.height / 2);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, y + wayPx + 10, { steps: 5 });
    await page.mouse.up();
    await expect.poll(() => steps(page)).toEqual([made[1], made[0], ...made.slice(2)]);

    await change(page, 1).click();
    await page.getByRole('button', { name: 'Keep as it is' }).click();
    await page.getByRole('button', { name: 'Make it anew' }).click();
    await expect.poll(() => page.getByRole('status').innerText()).toMatch(/^Made anew|^Nothing else/);
    expect(await steps(page)).toContain(made[0]);

    // an address of its own: a reload finds what was made, also where nobody saved it
    const before = await steps(page);
    await page.reload({ waitUntil: 'networkidle' });
    expect(await steps(page)).toEqual(before);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });
});

test('on a narrow phone and at twice the size of text nothing sticks out', async () => {
  const visitor = await someone(true, { viewport: { width: 320, height: 640 } });
  const { page } = visitor;
  const sticksOut = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await visitor.open('compose/');
  await page.getByText('How you are today').click();
  expect(await sticksOut()).toBeLessThanOrEqual(0);
  await wish(page, /^Settle/).click();
  await change(page, 0).click();
  expect(await sticksOut()).toBeLessThanOrEqual(0);
  await page.setViewportSize(screens.phone);
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  expect(await sticksOut()).toBeLessThanOrEqual(0);
  await keepScreenshot(page, 'compose-narrow-large');
  expect(visitor.complaints).toEqual([]);
  await visitor.leave();
});
