import type { Browser } from 'playwright-core';
import { inject } from 'vitest';
import { listed } from './checklist.ts';
import { screens } from './screenshot.ts';
import { visit, type Visitor } from './visitor.ts';

/** Someone who has read the first page, on a phone, and is asked the first questions. */
export async function newcomer(browser: Browser): Promise<Visitor> {
  const visitor = await visit(browser, {
    appUrl: inject('appUrl'),
    hook: { clockRate: 10, voice: 'silent-fast' },
    viewport: screens.phone,
  });
  await visitor.open('');
  await visitor.page.getByRole('button', { name: 'I have read this' }).click();
  await listed(visitor.page, /help now/);
  return visitor;
}
