import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { accessibilityFaults } from '../src/accessibility.ts';
import { startChromium } from '../src/browser.ts';
import { lookingAt } from '../src/looking.ts';
import { keepScreenshot, screens } from '../src/screenshot.ts';
import { beginPractice, pauseIn } from '../src/session-room.ts';
import { settledPicture } from '../src/settled-picture.ts';
import { visit, type Visitor } from '../src/visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

async function pausedInChildsPose(): Promise<Visitor> {
  const visitor = await visit(browser, {
    appUrl: inject('appUrl'),
    isBack: true,
    hook: { clockRate: 20, voice: 'silent-fast', figure: 'patient' },
    viewport: screens.phone,
  });
  await beginPractice(visitor.page);
  await pauseIn(visitor.page, "Child's Pose");
  await settledPicture(visitor.page, 'figure');
  return visitor;
}

/** The figure as it is seen, once it stands. */
function seen(page: Page): Promise<string> {
  return lookingAt(page, async () => {
    await settledPicture(page, 'figure');
    return (await page.locator('main.session canvas').screenshot({ animations: 'disabled' })).toString('base64');
  });
}

describe('the figure in the session', () => {
  test('turns by buttons, by keys and under a finger, and the practice stays where it is; the light on it is said in words', async () => {
    const visitor = await pausedInChildsPose();
    const { page } = visitor;
    await page.getByText('May be felt: lower back').waitFor();
    await page.getByRole('button', { name: 'View' }).click();
    const asIs = await seen(page);
    const front = page.getByRole('toolbar', { name: 'Turn the figure' }).getByRole('button', { name: 'Front' });
    await front.click();
    const fromFront = await seen(page);
    expect(fromFront).not.toBe(asIs);
    expect(await accessibilityFaults(page)).toEqual([]);
    await keepScreenshot(page, 'session-turned-to-the-front');

    await front.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => seen(page)).not.toBe(fromFront);
    const fromThere = await seen(page);

    const canvas = (await page.locator('main.session canvas').boundingBox())!;
    const [x, y] = [canvas.x + canvas.width / 2, canvas.y + canvas.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y);
    await page.mouse.up();
    await expect.poll(() => seen(page)).not.toBe(fromThere);

    expect(await page.getByRole('heading', { level: 2 }).textContent()).toBe("Child's Pose");
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  test('is mirrored for those who follow someone that faces them, and stays so', async () => {
    const visitor = await pausedInChildsPose();
    const { page } = visitor;
    const flip = (): Promise<string> =>
      page.locator('main.session canvas').evaluate((canvas) => getComputedStyle(canvas).transform);
    expect(await flip()).toBe('none');
    await page.getByRole('button', { name: 'View' }).click();
    await page.getByRole('button', { name: 'Mirror' }).click();
    expect(await flip()).toBe('matrix(-1, 0, 0, 1, 0, 0)');
    expect(await page.getByRole('button', { name: 'Mirror' }).getAttribute('aria-pressed')).toBe('true');

    const kept = await page.evaluate(() => localStorage.getItem('sacra.settings'));
    expect(JSON.parse(kept ?? '{}')).toMatchObject({ figureMirrored: true });
    await visitor.leave();
  });
});
