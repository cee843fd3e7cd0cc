import type { Browser } from 'playwright-core';
import { expect, inject } from 'vitest';
import { accessibilityFaults } from './accessibility.ts';
import { keepScreenshot, screens } from './screenshot.ts';
import { settledPicture } from './settled-picture.ts';
import { visit, type Visitor } from './visitor.ts';

export interface Look {
  readonly screen: keyof typeof screens;
  readonly colorScheme: 'light' | 'dark';
}
const looks: readonly Look[] = (['phone', 'desktop'] as const).flatMap((screen) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ screen, colorScheme })),
);
/** All four, a different one first each time: a page is opened in one of them and then turned to the others. */
export const looksFrom = (first: number): readonly Look[] =>
  looks.map((_, index) => looks[(first + index) % looks.length] as Look);

/** Someone with such a screen, in such a light. */
export function visitIn(browser: Browser, { screen, colorScheme }: Look, isBack: boolean): Promise<Visitor> {
  return visit(browser, {
    appUrl: inject('appUrl'),
    isBack,
    hook: { clockRate: 20, voice: 'silent-fast', figure: 'patient' },
    viewport: screens[screen],
    colorScheme,
  });
}

/** In each look nothing that axe, the console or the network has against the screen as it stands; and a picture of it. */
export async function expectFaultless(
  { page, complaints }: Visitor,
  what: string,
  inLooks: readonly Look[],
): Promise<void> {
  for (const { screen, colorScheme } of inLooks) {
    await page.setViewportSize(screens[screen]);
    await page.emulateMedia({ colorScheme });
    await page.waitForLoadState('networkidle');
    if (what === 'session') await settledPicture(page, 'figure');
    const name = `${what}-${screen}-${colorScheme}`;
    await keepScreenshot(page, name, what !== 'session');
    expect(await accessibilityFaults(page), name).toEqual([]);
    expect(complaints, name).toEqual([]);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(sideways, `pixels that stick out to the side: ${name}`).toBeLessThanOrEqual(0);
  }
}
