import type { Browser, BrowserContextOptions } from 'playwright-core';
import { answerChecklist } from './checklist.ts';

/** What a browser keeps between visits, as playwright-core hands it out and takes it back. */
export type Remembered = Exclude<NonNullable<BrowserContextOptions['storageState']>, string>;

/** What the browser holds of someone who went through first start and checklist yesterday, and nothing spoke against gentle practice. */
export async function someoneWhoIsBack(browser: Browser, appUrl: string): Promise<Remembered> {
  const context = await browser.newContext({ baseURL: appUrl, locale: 'en-GB' });
  const page = await context.newPage();
  await page.clock.setSystemTime(Date.now() - 24 * 3_600_000);
  await page.goto('', { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'I have read this' }).click();
  await answerChecklist(page);
  await page.getByRole('heading', { level: 1, name: 'Ready' }).waitFor();
  // A page opened anew knows it only from storage.
  await page.goto('check/', { waitUntil: 'networkidle' });
  await page.getByRole('heading', { level: 1, name: 'Ready' }).waitFor();
  const remembered = await context.storageState();
  await context.close();
  return remembered;
}
