import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startChromium } from '../src/browser.ts';
import { promised, promisedName } from '../src/promised.ts';
import { screens } from '../src/screenshot.ts';
import { beginPractice } from '../src/session-room.ts';
import { kept } from '../src/service-worker.ts';
import { visit, type Visitor } from '../src/visitor.ts';
import { bringWitness, testimonyOf, type Testimony } from '../src/witness.ts';

/** Seconds of the session in one second of the test. */
const CLOCK_RATE = 20;
/** How far a time may be off that is read from a screen which is drawn every so often while the clock runs so fast. */
const SEEN_TO_WITHIN_S = 6;

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

async function newVisitor(): Promise<Visitor> {
  const visitor = await visit(browser, {
    appUrl: inject('appUrl'),
    isBack: true,
    // Without a graphics card the figure takes up to a second a picture, in which so fast a clock would outrun the voice:
    // here the cards are shown instead; looks.test.ts sees every pose on the figure.
    settings: { stillPictures: true },
    hook: { clockRate: CLOCK_RATE },
    viewport: screens.phone,
  });
  await bringWitness(visitor.context, CLOCK_RATE);
  return visitor;
}

/** Presses the one button, waits for the end, and says how it was. */
async function practise(page: Page, note: string): Promise<Testimony> {
  await beginPractice(page);
  await page.getByRole('heading', { name: 'How is it now?' }).waitFor({ timeout: 150_000 });
  const testimony = await testimonyOf(page);
  await page.getByRole('textbox').fill(note);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.waitForURL('**/history/');
  return testimony;
}

function expectTheWholePractice({ steps, spoken, captions, cutOff, talkedOver }: Testimony): void {
  expect(steps.flatMap(({ title }) => promisedName(title) ?? [])).toEqual(promised);

  // Both sides: the same breaths, in the same time.
  const [right, left] = ['right', 'left'].map((side) => steps.filter(({ title }) => title.endsWith(`, ${side} side`)));
  expect(right?.length).toBeGreaterThanOrEqual(2);
  for (const [index, one] of (right ?? []).entries()) {
    const other = left?.[index];
    expect(other?.breaths).toBe(one.breaths);
    const seconds = (step: typeof one | undefined): number =>
      (step?.firstBreathAtS ?? NaN) - (step?.lastBreathAtS ?? NaN);
    expect(Math.abs(seconds(other) - seconds(one)), one.title).toBeLessThanOrEqual(SEEN_TO_WITHIN_S);
  }
  for (const { title, breaths } of steps.filter((step) => promisedName(step.title))) {
    expect(breaths, title).toBeGreaterThanOrEqual(5);
  }

  // What is said can be read, in the same order, and no line is lost to the next.
  expect(spoken.length).toBeGreaterThan(30);
  expect(captions.join(' ').replace(/\s+/g, ' ')).toBe(spoken.join(' ').replace(/\s+/g, ' '));
  expect(cutOff).toEqual([]);
  expect(talkedOver).toEqual([]);
}

// A practice is mostly waiting, which two can do beside each other.
describe.concurrent('the five-pose practice', () => {
  test('leads through every pose in order, both sides alike, and is in the history after a reload', async ({
    expect,
  }) => {
    const visitor = await newVisitor();
    const { page } = visitor;
    expectTheWholePractice(await practise(page, 'A little softer.'));

    await page.reload({ waitUntil: 'networkidle' });
    const entry = page.getByRole('article').filter({ hasText: 'A little softer.' });
    await expect.poll(() => entry.textContent()).toContain('the whole practice');
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  test('does the same with the network off, once the app has been opened', async ({ expect }) => {
    const visitor = await newVisitor();
    const { page } = visitor;
    await visitor.open('');
    await kept(page);
    await visitor.context.setOffline(true);
    expectTheWholePractice(await practise(page, 'Without a network.'));

    await page.reload({ waitUntil: 'networkidle' });
    await expect.poll(() => page.getByRole('article').filter({ hasText: 'Without a network.' }).count()).toBe(1);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });
});
