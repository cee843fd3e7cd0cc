import type { Page } from 'playwright-core';

/** Begins the five-pose practice from the home page, as most people will. */
export async function beginPractice(page: Page): Promise<void> {
  await page.goto('', { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Begin the five-pose practice' }).click();
  await page.locator('main.session').waitFor();
}

/** Waits until most of a step's breaths have been taken, by the name it has on the screen, and pauses there. */
export async function pauseIn(page: Page, step: string): Promise<void> {
  const held = page.locator('main.session').filter({ has: page.getByRole('heading', { level: 2, name: step }) });
  const breathing = held.filter({ has: page.getByLabel('Breath', { exact: true }).filter({ hasText: /[45] of \d/ }) });
  await breathing.waitFor({ timeout: 90_000 });
  await page.getByRole('button', { name: 'Pause' }).click();
}
