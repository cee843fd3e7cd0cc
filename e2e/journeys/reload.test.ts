import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startChromium } from '../src/browser.ts';
import { beginPractice, pauseIn } from '../src/session-room.ts';
import { visit } from '../src/visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

const hook = { clockRate: 10, voice: 'silent-fast' } as const;

describe('a session', () => {
  test('goes on after a reload from where it was', async () => {
    const visitor = await visit(browser, { appUrl: inject('appUrl'), isBack: true, hook });
    const { page } = visitor;
    await beginPractice(page);
    await pauseIn(page, "Child's Pose");
    const secondsLeft = async (): Promise<number> => {
      const [minutes = 0, seconds = 0] = (await page.getByRole('timer').innerText()).split(':').map(Number);
      return minutes * 60 + seconds;
    };
    const before = await secondsLeft();

    await page.reload({ waitUntil: 'networkidle' });
    await page.getByRole('button', { name: 'Go on where you were' }).click();
    await page.getByRole('button', { name: 'Pause' }).click();
    // A resumed session may say its last line again, so it may have gone back a little, never ahead of where it was.
    const after = await secondsLeft();
    expect(after).toBeLessThanOrEqual(before + 20);
    expect(after).toBeGreaterThan(before - 60);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  test('moves nothing by itself for those who asked for less motion', async () => {
    const visitor = await visit(browser, { appUrl: inject('appUrl'), isBack: true, hook, reducedMotion: 'reduce' });
    const { page } = visitor;
    await beginPractice(page);
    await pauseIn(page, "Child's Pose");
    await page.getByRole('button', { name: 'Go on' }).click();
    // Cross-fades are let be; whatever else moves on its own is not.
    const moving = await page.evaluate(() =>
      document
        .getAnimations()
        .flatMap((animation) => (animation.effect as KeyframeEffect | null)?.getKeyframes() ?? [])
        .flatMap((frame) => Object.keys(frame))
        .filter((property) =>
          ['transform', 'translate', 'scale', 'rotate', 'left', 'top', 'width', 'height'].includes(property),
        ),
    );
    expect(moving).toEqual([]);
    await visitor.leave();
  });
});
