import type { Page } from 'playwright-core';
import { openApp } from '../app-in-chromium.ts';
import { drawLittle, framesWithin, prepareToDrawLittle, type WatchedFrames } from './frame-watch.ts';

/** What the figure costs a session, from the press on “Begin” on. */
export interface SeenSession {
  /** From the press until the figure is drawn for the first time. */
  readonly firstFrameMs: number;
  /** Sent over the line for it, compressed, bytes: by what it is. */
  readonly sentBytes: { readonly figure: number; readonly poses: number; readonly code: number };
  /** As all of it is drawn, and as the page is left to itself: while a pose is held, and while the figure moves with each breath. */
  readonly frames: { readonly drawn: WatchedFrames; readonly held: WatchedFrames; readonly moving: WatchedFrames };
}

const SECONDS = 12;
/** The peer, too, has moved for so long before it is watched: what is run for the first time is slow in any browser. */
const SETTLING_MS = 3000;
const LONGEST_WAIT_MS = 90_000;

/** Lets the practice run at real speed on the screen of a phone, and watches its frames. */
export async function sessionInChromium(): Promise<SeenSession> {
  const app = await openApp();
  try {
    const { page } = app;
    const sent = await countBytes(page);
    await prepareToDrawLittle(page);
    // However slowly this machine draws, the figure doesn't give way to cards.
    await page.addInitScript(() => Object.assign(globalThis, { __sacraTest: { figure: 'patient' } }));
    await page.goto('');
    await page.getByRole('button', { name: 'Begin the five-pose practice' }).click();
    for (const list of [/help now/, /about today/, /asking a professional/, /suits you/]) {
      await page.getByRole('heading', { level: 1, name: list }).waitFor();
      await page.getByRole('button', { name: 'None of these' }).click();
    }
    const begin = page.getByRole('button', { name: 'Begin', exact: true });
    await begin.waitFor();
    await page.waitForLoadState('networkidle');
    const before = sent();
    const startedMs = await page.evaluate(() => performance.now());
    await begin.click();
    await page.locator('[data-picture="figure"]').waitFor();
    const firstFrameMs = (await page.evaluate(() => performance.now())) - startedMs;
    await page.locator('[data-picture="figure"][data-settled="true"]').waitFor({ timeout: 60_000 });
    const after = sent();
    const breath = page.getByRole('note', { name: 'Breath' }).filter({ hasText: ' of ' });
    const on = page.getByRole('button', { name: 'On to the next' });
    await on.click();
    await breath.waitFor({ timeout: LONGEST_WAIT_MS });
    const drawn = await framesWithin(page, SECONDS);
    await drawLittle(page);
    const held = await framesWithin(page, SECONDS);
    await on.click();
    await page.getByRole('heading', { level: 2, name: 'Cat and Cow' }).waitFor();
    await breath.waitFor({ timeout: LONGEST_WAIT_MS });
    await page.waitForTimeout(SETTLING_MS);
    const moving = await framesWithin(page, SECONDS);
    const sentBytes = {
      figure: after.figure - before.figure,
      poses: after.poses - before.poses,
      code: after.code - before.code,
    };
    return { firstFrameMs, sentBytes, frames: { drawn, held, moving } };
  } finally {
    await app.close();
  }
}

/** Counts what comes over the line from now on. */
async function countBytes(page: Page): Promise<() => SeenSession['sentBytes']> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  const urls = new Map<string, string>();
  const sent = { figure: 0, poses: 0, code: 0 };
  cdp.on('Network.responseReceived', ({ requestId, response }) => urls.set(requestId, response.url));
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const url = urls.get(requestId) ?? '';
    if (/\/atlas\/(?:figure|hair-)/.test(url)) sent.figure += encodedDataLength;
    else if (url.includes('/atlas/')) sent.poses += encodedDataLength;
    else if (url.endsWith('.js')) sent.code += encodedDataLength;
  });
  return () => ({ ...sent });
}
