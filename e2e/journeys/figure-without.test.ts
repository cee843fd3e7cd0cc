import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { accessibilityFaults } from '../src/accessibility.ts';
import { startChromium } from '../src/browser.ts';
import { keepScreenshot, screens } from '../src/screenshot.ts';
import { beginPractice, pauseIn } from '../src/session-room.ts';
import { settledPicture } from '../src/settled-picture.ts';
import { visit, type Visitor } from '../src/visitor.ts';

let browser: Browser;
let withoutWebGl: Browser;
beforeAll(async () => {
  browser = await startChromium();
  withoutWebGl = await startChromium(['--disable-3d-apis']);
});
afterAll(async () => {
  await browser.close();
  await withoutWebGl.close();
});

const CLOCK_RATE = 20;
function visitorIn(inBrowser: Browser, options: BrowserContextOptions = {}): Promise<Visitor> {
  return visit(inBrowser, {
    appUrl: inject('appUrl'),
    isBack: true,
    hook: { clockRate: CLOCK_RATE, voice: 'silent-fast', figure: 'patient' },
    viewport: screens.phone,
    ...options,
  });
}

/** A card of the pose, whole, told in words; and nothing that axe has against it. */
async function expectCardOf({ page }: Visitor, pose: RegExp, name: string): Promise<void> {
  await settledPicture(page, 'card');
  expect(await page.locator('main.session canvas').count()).toBe(0);
  const card = page.locator('.pictures img');
  expect(await card.count()).toBe(1);
  expect(await card.getAttribute('alt')).toMatch(pose);
  expect(await card.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await keepScreenshot(page, name);
  expect(await accessibilityFaults(page)).toEqual([]);
}

describe('where no figure can move, cards carry the session', () => {
  test('without WebGL', async () => {
    const visitor = await visitorIn(withoutWebGl);
    await beginPractice(visitor.page);
    await pauseIn(visitor.page, "Child's Pose");
    await expectCardOf(visitor, /\w/, 'session-without-webgl');
    // three.js says that there is none; nothing else may be amiss
    expect(visitor.complaints.filter((complaint) => !complaint.includes('WebGL'))).toEqual([]);
    await visitor.leave();
  });

  test('with reduced motion, without fetching a figure', async () => {
    const visitor = await visitorIn(browser, { reducedMotion: 'reduce', serviceWorkers: 'block' });
    const fetched: string[] = [];
    visitor.context.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    await beginPractice(visitor.page);
    await pauseIn(visitor.page, "Child's Pose");
    await expectCardOf(visitor, /\w/, 'session-reduced-motion');
    expect(fetched.filter((path) => path.endsWith('figure.bin'))).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  test('for someone who saves data, without fetching a figure', async () => {
    const visitor = await visitorIn(browser, { serviceWorkers: 'block' });
    await visitor.context.addInitScript(() =>
      Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true }),
    );
    const fetched: string[] = [];
    visitor.context.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    await beginPractice(visitor.page);
    await pauseIn(visitor.page, "Child's Pose");
    await expectCardOf(visitor, /\w/, 'session-data-saver');
    expect(fetched.filter((path) => path.includes('/atlas/'))).toEqual([]);
    await visitor.leave();
  });

  test('while the browser has taken the graphics away, and the figure comes back with them', async () => {
    const visitor = await visitorIn(browser);
    const { page } = visitor;
    await beginPractice(page);
    await pauseIn(page, "Child's Pose");
    await settledPicture(page, 'figure');
    const graphics = await page.locator('main.session canvas').evaluateHandle((canvas: HTMLCanvasElement) => {
      const found = canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context');
      if (!found) throw new Error('this browser cannot lose its graphics');
      found.loseContext();
      return found;
    });
    await settledPicture(page, 'card');
    expect(await page.locator('.pictures img').getAttribute('alt')).toMatch(/\w/);
    await graphics.evaluate((found) => found.restoreContext());
    await settledPicture(page, 'figure');
    await expect.poll(() => page.locator('.pictures img').count()).toBe(0);
    await visitor.leave();
  });
});

describe('the session on a narrow screen and with large text', () => {
  test.each([
    ['320 px wide', { width: 320, height: 640 }, 16],
    ['200 % text', screens.phone, 32],
    ['200 % text on a desktop', screens.desktop, 32],
  ] as const)(
    '%s: nothing sticks out, the figure has its room, and axe finds nothing',
    async (name, viewport, textPx) => {
      const visitor = await visitorIn(browser, { viewport });
      const { page } = visitor;
      // as the browser's own setting does it
      const browserSettings = await visitor.context.newCDPSession(page);
      await browserSettings.send('Page.setFontSizes', { fontSizes: { standard: textPx } });
      await beginPractice(page);
      await pauseIn(page, "Child's Pose");
      await settledPicture(page, 'figure');
      await page.evaluate(() => scrollTo(0, 0));
      await keepScreenshot(page, `session-${name.replaceAll(/\W+/g, '-')}`);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(sideways).toBeLessThanOrEqual(0);
      const canvas = (await page.locator('main.session canvas').boundingBox())!;
      const title = (await page.getByRole('heading', { level: 2 }).boundingBox())!;
      expect(canvas.height).toBeGreaterThan(150);
      // no words over the figure where there is no room beside it
      expect(await page.getByText('May be felt').count()).toBe(0);
      // the words stand below the figure, or beside it
      expect(title.y >= canvas.y + canvas.height || title.x >= canvas.x + canvas.width).toBe(true);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(visitor.complaints).toEqual([]);
      await visitor.leave();
    },
  );
});
