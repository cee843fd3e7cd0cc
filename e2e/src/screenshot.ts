import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { lookingAt } from './looking.ts';

/** The two sizes every screen is looked at in. */
export const screens = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1280, height: 800 },
} as const;

const folder = fileURLToPath(new URL('../../artifacts/', import.meta.url));

/** Keeps a picture of the page in artifacts/, for someone to look at. */
export async function keepScreenshot(page: Page, name: string, fullPage = false): Promise<void> {
  const path = `${folder}${name}.png`;
  await lookingAt(page, () => page.screenshot({ path, fullPage, animations: 'disabled' }));
}
