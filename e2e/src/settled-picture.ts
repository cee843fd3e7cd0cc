import type { Page } from 'playwright-core';

/** Waits until the session shows its picture, a moving figure or a card, and nothing of it is still fading or on its way. */
export async function settledPicture(page: Page, kind: 'figure' | 'card'): Promise<void> {
  await page.locator(`.pictures[data-picture="${kind}"][data-settled="true"]`).waitFor({ timeout: 60_000 });
}
