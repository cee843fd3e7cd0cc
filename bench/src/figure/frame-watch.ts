import type { Page } from 'playwright-core';

/** What a page's script did in each frame of the screen, and how far the frames were apart; milliseconds. */
export interface WatchedFrames {
  readonly scriptMs: readonly number[];
  readonly betweenMs: readonly number[];
}

/**
 * Has the clock of a page tell microseconds, which browsers keep from pages that others' files could look into, and everything that the page
 * does in a frame be timed: its callbacks for the frame, with what follows from them at once. To be called before a page is opened.
 */
export async function watchFrames(page: Page): Promise<void> {
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback();
    const response = await route.fetch();
    const isolated = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };
    await route.fulfill({ response, headers: { ...response.headers(), ...isolated } });
  });
  await page.addInitScript(() => {
    const work = new Map<number, number>();
    const ask = globalThis.requestAnimationFrame.bind(globalThis);
    globalThis.requestAnimationFrame = (callback) =>
      ask((nowMs) => {
        const startMs = performance.now();
        callback(nowMs);
        const note = (): void => void work.set(nowMs, (work.get(nowMs) ?? 0) + performance.now() - startMs);
        void Promise.resolve()
          .then(() => {})
          .then(note);
      });
    Object.assign(globalThis, { frameWork: work });
  });
}

/** The frames of the coming seconds. */
export async function framesWithin(page: Page, seconds: number): Promise<WatchedFrames> {
  await page.evaluate(() => (globalThis as unknown as { frameWork: Map<number, number> }).frameWork.clear());
  await page.waitForTimeout(seconds * 1000);
  const seen = await page.evaluate(() => [...(globalThis as unknown as { frameWork: Map<number, number> }).frameWork]);
  if (seen.length < 2) throw new Error('the page drew no frames');
  return {
    scriptMs: seen.map(([, ms]) => ms),
    betweenMs: seen.slice(1).map(([atMs], index) => atMs - (seen[index]?.[0] ?? atMs)),
  };
}
