import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { accessibilityFaults } from '../src/accessibility.ts';
import { startChromium } from '../src/browser.ts';
import { pagesOf } from '../src/pages.ts';
import { promised, promisedName } from '../src/promised.ts';
import { keepScreenshot, screens } from '../src/screenshot.ts';
import { beginPractice, goTo, holdFor, pauseIn, stepIn } from '../src/session-room.ts';
import { settledPicture } from '../src/settled-picture.ts';
import { visit, type Visitor } from '../src/visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

interface Look {
  readonly screen: keyof typeof screens;
  readonly colorScheme: 'light' | 'dark';
}
const looks: readonly Look[] = (['phone', 'desktop'] as const).flatMap((screen) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ screen, colorScheme })),
);
/** All four, a different one first each time: a page is opened in one of them and then turned to the others. */
const looksFrom = (first: number): readonly Look[] =>
  looks.map((_, index) => looks[(first + index) % looks.length] as Look);

/** What the pictures of a page are called where its address doesn't say. Opened by itself the session has not begun. */
const pictureNames: Readonly<Record<string, string>> = { '': 'home', 'session/': 'session-not-begun' };

function newVisitor({ screen, colorScheme }: Look, isBack: boolean): Promise<Visitor> {
  return visit(browser, {
    appUrl: inject('appUrl'),
    isBack,
    hook: { clockRate: 20, voice: 'silent-fast', figure: 'patient' },
    viewport: screens[screen],
    colorScheme,
  });
}

/** In each look nothing that axe, the console or the network has against the screen as it stands; and a picture of it. */
async function expectFaultless({ page, complaints }: Visitor, what: string, inLooks: readonly Look[]): Promise<void> {
  for (const { screen, colorScheme } of inLooks) {
    await page.setViewportSize(screens[screen]);
    await page.emulateMedia({ colorScheme });
    await page.waitForLoadState('networkidle');
    if (what === 'session') await settledPicture(page, 'figure');
    const name = `${what}-${screen}-${colorScheme}`;
    await keepScreenshot(page, name, what !== 'session');
    expect(await accessibilityFaults(page), name).toEqual([]);
    expect(complaints, name).toEqual([]);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(sideways, `pixels that stick out to the side: ${name}`).toBeLessThanOrEqual(0);
  }
}

describe('on a phone and a desktop, in the light and in the dark', () => {
  test('the first start is faultless', async () => {
    const order = looksFrom(0);
    const visitor = await newVisitor(order[0] as Look, false);
    await visitor.open('');
    await expectFaultless(visitor, 'first-start', order);
    await visitor.leave();
  });

  test.each(pagesOf(inject('buildFolder')).map((path, index) => [path, looksFrom(index)] as const))(
    '/%s is faultless',
    async (path, order) => {
      const visitor = await newVisitor(order[0] as Look, true);
      await visitor.open(path);
      await visitor.page.locator('h1:visible').waitFor();
      // What is folded away is looked at too.
      await visitor.page.evaluate(() =>
        document.querySelectorAll('details').forEach((details) => (details.open = true)),
      );
      await expectFaultless(visitor, pictureNames[path] ?? path.slice(0, -1).replaceAll('/', '-'), order);
      await visitor.leave();
    },
  );

  test('the session, its question about ending, and the end are faultless', async () => {
    const order = looksFrom(0);
    const visitor = await newVisitor(order[0] as Look, true);
    const { page } = visitor;
    await beginPractice(page);
    await pauseIn(page, "Child's Pose");
    await expectFaultless(visitor, 'session', order);

    await page.getByRole('button', { name: 'End', exact: true }).click();
    await page.getByRole('dialog').waitFor();
    await expectFaultless(visitor, 'session-ending', order);

    await page.getByRole('button', { name: 'End here' }).click();
    await page.getByRole('heading', { name: 'How is it now?' }).waitFor();
    await expectFaultless(visitor, 'end', order);

    await page.getByRole('radio', { name: '3', exact: true }).check();
    await page.getByRole('textbox').fill('A little softer.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('article').waitFor();
    await expectFaultless(visitor, 'history-with-an-entry', order);
    await visitor.leave();
  });
});

test('the figure is shown in every pose of the practice', async () => {
  const visitor = await visit(browser, {
    appUrl: inject('appUrl'),
    isBack: true,
    hook: { clockRate: 20, voice: 'silent-fast', figure: 'patient' },
    viewport: screens.phone,
  });
  const { page } = visitor;
  await beginPractice(page);
  await page.locator('main.session canvas').waitFor();
  const seen: string[] = [];
  while (seen.at(-1) !== promised.at(-1)) {
    const title = await goTo(page, (name) => ![undefined, ...seen].includes(promisedName(name)));
    const step = promisedName(title) ?? '';
    seen.push(step);
    await holdFor(page, /\d of \d/);
    expect(await stepIn(page)).toBe(title);
    await settledPicture(page, 'figure');
    await keepScreenshot(page, `pose-${step.toLowerCase().replace(/\W+/g, '-')}`);
  }
  expect(seen).toEqual(promised);
  expect(visitor.complaints).toEqual([]);
  await visitor.leave();
});
