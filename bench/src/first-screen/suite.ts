import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openApp } from '../app-in-chromium.ts';
import { figures, table } from '../markdown.ts';
import { buildFolder } from '../material.ts';
import { median } from '../statistics.ts';
import type { Suite } from '../suite.ts';

const RUNS = 5;
const SLOWDOWN = 4;
const MEGABITS_A_SECOND = 1.6;
const ROUND_TRIP_MS = 150;

interface Opening {
  readonly firstPictureMs: number;
  /** When the page began to answer to presses. */
  readonly interactiveMs: number;
  /** When the practice stood on the screen, pressed for at the first moment that it could be. */
  readonly begunMs: number;
  /** What had come over the line, compressed, when the practice stood on the screen: files that had come whole by then. */
  readonly begunBytes: number;
  /** The same until the figure and its movements had come too. */
  readonly wholeBytes: number;
}

export const firstScreen: Suite = {
  name: 'first-screen',
  async run() {
    const openings: Opening[] = [];
    for (let run = 0; run < RUNS; run += 1) openings.push(await openOnce());
    const middle = (pick: (opening: Opening) => number): number => median(openings.map(pick));
    const kilobytes = (bytes: number): string => figures(bytes / 1000);
    return table(
      ['', 'measured', 'goal'],
      [
        ['first picture, ms', figures(middle(({ firstPictureMs }) => firstPictureMs)), ''],
        ['the page answers to presses, ms', figures(middle(({ interactiveMs }) => interactiveMs)), '< 1500'],
        ['the practice stands on the screen, ms', figures(middle(({ begunMs }) => begunMs)), ''],
        ['sent until then, kB', kilobytes(middle(({ begunBytes }) => begunBytes)), '< 120'],
        ['sent until the figure has come too, kB', kilobytes(middle(({ wholeBytes }) => wholeBytes)), ''],
        ['the whole app, as the device keeps it, kB', kilobytes(installBytes()), '< 6000'],
      ],
    );
  },
};

/** Opens the home page on a slow phone with a slow line, and begins. */
async function openOnce(): Promise<Opening> {
  const app = await openApp();
  try {
    const { page } = app;
    let bytes = 0;
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Network.enable');
    cdp.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    const bytesASecond = (MEGABITS_A_SECOND * 1e6) / 8;
    await cdp.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: ROUND_TRIP_MS,
      downloadThroughput: bytesASecond,
      uploadThroughput: bytesASecond,
    });
    await page.addInitScript(pressBeginAtOnce);
    await page.goto('', { waitUntil: 'commit' });
    await page.waitForFunction(() => 'begunMs' in globalThis, null, { timeout: 60_000, polling: 50 });
    await page.locator('main.session canvas').waitFor({ timeout: 120_000 });
    const times = await page.evaluate(() => {
      const { interactiveMs, begunMs } = globalThis as unknown as Pick<Opening, 'interactiveMs' | 'begunMs'>;
      const firstPictureMs = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN;
      const fetched = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
      const begunBytes = (fetched as PerformanceResourceTiming[])
        .filter(({ responseEnd }) => responseEnd <= begunMs)
        .reduce((sum, { transferSize }) => sum + transferSize, 0);
      return { interactiveMs, begunMs, firstPictureMs, begunBytes };
    });
    return { ...times, wholeBytes: bytes };
  } finally {
    await app.close();
  }
}

/**
 * Runs inside the page, before its own scripts: notes when “Begin” has been given something to do, which Svelte leaves on
 * the element, presses it at that moment, and notes when the session stands there.
 */
function pressBeginAtOnce(): void {
  let hasPressed = false;
  const watching = setInterval(() => {
    const begin = [...document.querySelectorAll('button')].find(({ textContent }) =>
      textContent.includes('Begin the five'),
    );
    if (!hasPressed && begin !== undefined && Reflect.ownKeys(begin).length > 0) {
      hasPressed = true;
      Object.assign(globalThis, { interactiveMs: performance.now() });
      begin.click();
    }
    // Nothing speaks against it: the checklist comes before the first practice.
    const answers = ['None of these', 'Begin'];
    [...document.querySelectorAll<HTMLButtonElement>('main button.great')]
      .find(({ textContent }) => hasPressed && answers.includes(textContent.trim()))
      ?.click();
    if (document.querySelector('main.session') === null) return;
    clearInterval(watching);
    Object.assign(globalThis, { begunMs: performance.now() });
  }, 10);
}

/** What the service worker keeps: every file of the build except the compressed twins. */
function installBytes(): number {
  return readdirSync(buildFolder, { recursive: true, encoding: 'utf8' })
    .filter((path) => !/\.(br|gz)$/.test(path) && path !== 'service-worker.js')
    .map((path) => statSync(join(buildFolder, path)))
    .reduce((sum, stats) => sum + (stats.isFile() ? stats.size : 0), 0);
}
