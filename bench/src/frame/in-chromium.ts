import { openApp } from '../app-in-chromium.ts';

const SECONDS = 12;

interface SeenFrames {
  /** From one frame to the next. */
  readonly betweenMs: readonly number[];
  /** Script of the page, on the average. */
  readonly scriptMsAFrame: number;
}

/** Lets the practice run at real speed on the screen of a phone, and watches its frames. */
export async function frameTimesInChromium(): Promise<SeenFrames> {
  const app = await openApp();
  try {
    const { page } = app;
    await page.goto('');
    await page.getByRole('button', { name: 'Begin the five-pose practice' }).click();
    for (const list of [/help now/, /about today/, /asking a professional/, /suits you/]) {
      await page.getByRole('heading', { level: 1, name: list }).waitFor();
      await page.getByRole('button', { name: 'None of these' }).click();
    }
    await page.getByRole('button', { name: 'Begin', exact: true }).click();
    await page.locator('main.session canvas').waitFor();
    // The first frames make the shaders ready.
    await page.waitForTimeout(4000);

    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable');
    const scriptS = async (): Promise<number> => {
      const { metrics } = await cdp.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? NaN;
    };
    const before = await scriptS();
    const betweenMs = await page.evaluate(
      (seconds) =>
        new Promise<number[]>((resolve) => {
          const at: number[] = [];
          const watch = (nowMs: number): void => {
            at.push(nowMs);
            if (nowMs - (at[0] ?? nowMs) < seconds * 1000) requestAnimationFrame(watch);
            else resolve(at.slice(1).map((later, index) => later - (at[index] ?? later)));
          };
          requestAnimationFrame(watch);
        }),
      SECONDS,
    );
    return { betweenMs, scriptMsAFrame: (1000 * ((await scriptS()) - before)) / betweenMs.length };
  } finally {
    await app.close();
  }
}
