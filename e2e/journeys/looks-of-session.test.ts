import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startChromium } from '../src/browser.ts';
import { expectFaultless, looksFrom, visitIn, type Look } from '../src/faultless.ts';
import { promised, promisedName } from '../src/promised.ts';
import { keepScreenshot, screens } from '../src/screenshot.ts';
import { beginPractice, goTo, holdFor, pauseIn, stepIn } from '../src/session-room.ts';
import { settledPicture } from '../src/settled-picture.ts';
import { visit } from '../src/visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

test('the session, its question about ending, and the end are faultless on a phone and a desktop, in the light and in the dark', async () => {
  const order = looksFrom(0);
  const visitor = await visitIn(browser, order[0] as Look, true);
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
