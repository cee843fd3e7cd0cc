import type { Page } from 'playwright-core';

/** Begins the five-pose practice from the home page, as most people will: a look at the list of every day, and on. */
export async function beginPractice(page: Page): Promise<void> {
  await page.goto('', { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Begin the five-pose practice' }).click();
  await page.getByRole('button', { name: 'None of these today' }).click();
  await page.locator('main.session').waitFor();
}

/** Slow enough that no breath goes by between two pictures, even where a picture takes a second. */
const WATCHING_RATE = 8;

/** Waits until a step has been held for some breaths, by the name it has on the screen, and pauses there. */
export async function pauseIn(page: Page, step: string): Promise<void> {
  const here = page.locator('main.session').filter({ has: page.getByRole('heading', { level: 2, name: step }) });
  await here.waitFor({ timeout: 60_000 });
  await page.evaluate((clockRate) => {
    Object.assign((globalThis as unknown as { __sacraTest: object }).__sacraTest, { clockRate });
  }, WATCHING_RATE);
  await here
    .getByLabel('Breath', { exact: true })
    .filter({ hasText: /[3-5] of \d/ })
    .waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Pause' }).click();
}
