import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { accessibilityFaults } from '../src/accessibility.ts';
import { startChromium } from '../src/browser.ts';
import { pagesOf } from '../src/pages.ts';
import { promised, promisedName } from '../src/promised.ts';
import { keepScreenshot, screens } from '../src/screenshot.ts';
import { beginPractice, pauseIn } from '../src/session-room.ts';
import { visit, type Visitor } from '../src/visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

/** More than any practice here has: a walk through the steps that never reaches the last promised one must end. */
const mostSteps = 40;

const cases = (['phone', 'desktop'] as const).flatMap((screen) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ screen, colorScheme })),
);

describe.each(cases)('on a $screen in the $colorScheme', ({ screen, colorScheme }) => {
  const name = (what: string): string => `${what}-${screen}-${colorScheme}`;
  const newVisitor = (isBack: boolean): Promise<Visitor> =>
    visit(browser, {
      appUrl: inject('appUrl'),
      isBack,
      hook: { clockRate: 20, voice: 'silent-fast' },
      viewport: screens[screen],
      colorScheme,
    });

  /** Nothing that axe, the console or the network has against the screen as it stands; and a picture of it. */
  async function expectFaultless({ page, complaints }: Visitor, what: string): Promise<void> {
    await page.waitForLoadState('networkidle');
    await keepScreenshot(page, name(what), what !== 'session');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(sideways, 'pixels that stick out to the side').toBeLessThanOrEqual(0);
  }

  test('the first start is faultless', async () => {
    const visitor = await newVisitor(false);
    await visitor.open('');
    await expectFaultless(visitor, 'first-start');
    await visitor.leave();
  });

  test.each(pagesOf(inject('buildFolder')))('/%s is faultless', async (path) => {
    const visitor = await newVisitor(true);
    await visitor.open(path);
    await visitor.page.locator('h1:visible').waitFor();
    // What is folded away is looked at too.
    await visitor.page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
    await expectFaultless(visitor, path === '' ? 'home' : path.replace('/', ''));
    await visitor.leave();
  });

  test('the session, its question about ending, and the end are faultless', async () => {
    const visitor = await newVisitor(true);
    const { page } = visitor;
    await beginPractice(page);
    await pauseIn(page, "Child's Pose");
    await expectFaultless(visitor, 'session');

    await page.getByRole('button', { name: 'End', exact: true }).click();
    await page.getByRole('dialog').waitFor();
    await expectFaultless(visitor, 'session-ending');

    await page.getByRole('button', { name: 'End here' }).click();
    await page.getByRole('heading', { name: 'How is it now?' }).waitFor();
    await expectFaultless(visitor, 'end');

    await page.getByRole('radio', { name: '3', exact: true }).check();
    await page.getByRole('textbox').fill('A little softer.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('article').waitFor();
    await expectFaultless(visitor, 'history-with-an-entry');
    await visitor.leave();
  });
});

test('the figure is shown in every pose of the practice', async () => {
  const visitor = await visit(browser, {
    appUrl: inject('appUrl'),
    isBack: true,
    hook: { voice: 'silent-fast' },
    viewport: screens.phone,
  });
  const { page } = visitor;
  await beginPractice(page);
  await page.getByRole('button', { name: 'Pause' }).click();
  const figure = page.locator('main.session canvas');
  await figure.waitFor();
  // Before the first step there is no title yet.
  const title = (): Promise<string> =>
    page.evaluate(() => document.querySelector('main.session h2')?.textContent ?? '');
  const seen: string[] = [];
  // While it is paused the key leads from step to step, and the clock has no say in how long a picture takes.
  while (seen.length < mostSteps) {
    const name = await title();
    const step = promisedName(name);
    if (step !== undefined && !seen.includes(step)) {
      seen.push(step);
      await expect.poll(() => figure.evaluate((canvas) => getComputedStyle(canvas).opacity)).toBe('1');
      await keepScreenshot(page, `pose-${step.toLowerCase().replace(/\W+/g, '-')}`);
    }
    if (step === promised.at(-1)) break;
    await page.keyboard.press('ArrowRight');
    await expect.poll(title).not.toBe(name);
  }
  expect(seen).toEqual(promised);
  expect(visitor.complaints).toEqual([]);
  await visitor.leave();
});
