import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Begins the five-pose practice from the home page, as most people will: a look at the list of every day, and on. */
export async function beginPractice(page: Page): Promise<void> {
  await page.goto('', { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Begin the five-pose practice' }).click();
  await page.getByRole('button', { name: 'None of these today' }).click();
  await page.locator('main.session').waitFor();
}

/** More than any practice here has: a walk through the steps that never reaches the one looked for must end. */
const mostSteps = 40;

/** The name of the step on the screen; nothing before the first. */
export function stepIn(page: Page): Promise<string> {
  return page.evaluate(() => document.querySelector('main.session h2')?.textContent ?? '');
}

/**
 * Pauses, and goes on by the key from step to step, as anyone can, to the next one that is looked for. It stands at the moment in which that is
 * announced, and while it is paused the clock has no say in how long a picture takes.
 */
export async function goTo(page: Page, isLookedFor: (step: string) => boolean): Promise<string> {
  const pause = page.getByRole('button', { name: 'Pause' });
  if (await pause.isVisible()) await pause.click();
  for (let steps = 0; steps < mostSteps; steps += 1) {
    const step = await stepIn(page);
    if (isLookedFor(step)) return step;
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => stepIn(page)).not.toBe(step);
  }
  throw new Error('the practice has no such step');
}

/**
 * From where it is paused, goes on until the step has been held for some breaths, and pauses there. The pause is pressed within the page at
 * that breath: so fast a clock waits for nobody who must first be told.
 */
export async function holdFor(page: Page, breaths: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Go on' }).click();
  const isReached = page.evaluate((source) => {
    const sought = new RegExp(source);
    return new Promise<void>((resolve) => {
      const pauseThere = (): void => {
        if (!sought.test(document.querySelector('[aria-label="Breath"]')?.textContent ?? '')) return;
        watch.disconnect();
        const buttons = [...document.querySelectorAll('button')];
        buttons.find((button) => button.textContent.trim() === 'Pause')?.click();
        resolve();
      };
      const watch = new MutationObserver(pauseThere);
      watch.observe(document.body, { subtree: true, childList: true, characterData: true });
    });
  }, breaths.source);
  await isReached;
  await page.getByRole('button', { name: 'Go on' }).waitFor();
}

/** Goes to a step by the name it has on the screen, which a variation may follow, and pauses when it has been held for some breaths. */
export async function pauseIn(page: Page, step: string): Promise<void> {
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  await goTo(page, (name) => name.startsWith(step));
  await holdFor(page, /[3-5] of \d/);
}
