import type { Page } from 'playwright-core';

/** Waits until the service worker has kept the whole app and answers for this page. */
export async function kept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  // The first visit is not answered by the worker it starts; a reload is.
  await page.reload();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}
