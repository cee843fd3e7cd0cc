import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { accessibilityFaults } from '../src/accessibility.ts';
import { startChromium } from '../src/browser.ts';
import { answerChecklist, listed } from '../src/checklist.ts';
import { newcomer } from '../src/newcomer.ts';
import { keepScreenshot, screens } from '../src/screenshot.ts';
import { kept } from '../src/service-worker.ts';
import { visit, type Visitor } from '../src/visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

const someone = (options: Partial<Parameters<typeof visit>[1]> = {}): Promise<Visitor> =>
  visit(browser, { appUrl: inject('appUrl'), isBack: true, viewport: screens.phone, ...options });

/** The poses that are listed, by name. */
const listedPoses = (page: Page): Promise<string[]> =>
  page
    .locator('main article a:first-of-type')
    .evaluateAll((links) =>
      links.filter((link) => link.closest('h2, h3') !== null).map((link) => (link.textContent ?? '').trim()),
    );

/** The pages of poses with the most in them, by their path. */
function longestPages(count: number): string[] {
  const folder = join(inject('buildFolder'), 'poses');
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ path: `poses/${name}/`, size: statSync(join(folder, name, 'index.html')).size }))
    .toSorted((a, b) => b.size - a.size)
    .slice(0, count)
    .map(({ path }) => path);
}

describe('finding a pose', () => {
  test('its Sanskrit name without accents finds Pigeon, and the way back leads to the same list', async () => {
    const visitor = await someone();
    const { page } = visitor;
    await visitor.open('poses/');
    const all = await listedPoses(page);
    await page.getByRole('searchbox').fill('rajakapot');
    await expect.poll(() => listedPoses(page)).toEqual(['Pigeon']);
    expect(await page.getByRole('status').innerText()).toBe(`1 of ${all.length} poses`);
    expect(new URL(page.url()).search).toBe('?find=rajakapot');

    await page.getByRole('link', { name: 'Pigeon' }).click();
    await page.getByRole('heading', { level: 1, name: 'Pigeon' }).waitFor();
    await expect.poll(() => page.title()).toContain('Pigeon');
    await page.getByRole('link', { name: 'All poses' }).click();
    await page.getByRole('heading', { level: 1, name: 'Poses' }).waitFor();
    await expect.poll(() => listedPoses(page)).toEqual(['Pigeon']);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  test('a link keeps what was chosen: only poses on a chair', async () => {
    const visitor = await someone();
    const { page } = visitor;
    await visitor.open('poses/');
    await page.getByRole('button', { name: /How you are placed/ }).click();
    await page.getByRole('checkbox', { name: 'On a chair' }).check();
    await expect.poll(() => listedPoses(page)).toContain('Easy Seat: On a chair');
    const chosen = await listedPoses(page);
    const address = page.url();
    expect(address).toContain('place=chair');

    await visitor.open(address);
    await expect.poll(() => listedPoses(page)).toEqual(chosen);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  test('who finds nothing is told what to let go', async () => {
    const visitor = await someone();
    const { page } = visitor;
    await visitor.open('poses/?find=pigeon&place=standing');
    await page.getByRole('button', { name: 'Without On your feet: 1 pose' }).click();
    await expect.poll(() => listedPoses(page)).toEqual(['Pigeon']);
    await visitor.leave();
  });
});

test('someone whose knees hurt sees why Pigeon is not for now, and what stands in its place', async () => {
  const visitor = await newcomer(browser);
  const { page } = visitor;
  await answerChecklist(page, { adapt: [[/^A knee that hurts/, 'Yes']] });
  await listed(page, /^Ready/);

  await visitor.open('poses/?find=pigeon');
  const tile = page.getByRole('article').filter({ hasText: 'Not for now.' });
  await expect.poll(() => tile.innerText()).toMatch(/No deep knee bend/);
  await keepScreenshot(page, 'poses-knee-phone');
  await tile.getByRole('link', { name: 'Pigeon', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Pigeon' }).waitFor();
  const note = page.getByText('because of what you said about your knees').first();
  await note.waitFor();
  expect(await page.getByRole('button', { name: 'Do this pose now' }).count()).toBe(0);

  await page.locator('p').filter({ hasText: 'In its place' }).first().getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: 'Reclined Figure-Four' }).waitFor();
  await page.getByRole('button', { name: 'Do this pose now' }).waitFor();
  expect(visitor.complaints).toEqual([]);
  await visitor.leave();
});

test('a single pose can be done at once, with arriving and leaving', async () => {
  const visitor = await someone({ hook: { clockRate: 20, voice: 'silent-fast' } });
  const { page } = visitor;
  await visitor.open('poses/knees-to-chest/');
  await page.getByRole('button', { name: 'Do this pose now' }).click();
  await page.getByRole('button', { name: 'None of these today' }).click();
  await page.locator('main.session').waitFor();
  await page.locator('main.session').getByRole('heading', { level: 2, name: 'Knees to Chest' }).waitFor();
  await page.getByRole('heading', { name: 'How is it now?' }).waitFor({ timeout: 120_000 });
  expect(visitor.complaints).toEqual([]);
  await visitor.leave();
});

test('a link to one way of doing a pose leads there without a network, after one visit to the app', async () => {
  const visitor = await someone();
  const { page } = visitor;
  await visitor.open('');
  await kept(page);
  await visitor.context.setOffline(true);
  await visitor.open('poses/childs-pose/#cushion');
  await page.getByRole('heading', { level: 1, name: "Child's Pose" }).waitFor();
  const isInSight = (): Promise<boolean> =>
    page.locator('#cushion').evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return top < innerHeight && bottom > 0;
    });
  await expect.poll(isInSight).toBe(true);
  expect(visitor.complaints).toEqual([]);
  await visitor.leave();
});

test('the poses with the most to tell are one sheet of A4, without what is only for pressing', async () => {
  const visitor = await someone({ viewport: screens.desktop, reducedMotion: 'reduce' });
  const { page } = visitor;
  // A sheet that holds the longest pages holds every pose.
  for (const path of longestPages(3)) {
    await page.goto(path, { waitUntil: 'load' });
    const sheet = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(/\/Type\s*\/Pages\b[^>]*?\/Count (\d+)/.exec(sheet)?.[1], path).toBe('1');
  }

  await visitor.open('poses/pigeon/');
  // As wide as a sheet of A4 between its margins.
  await page.setViewportSize({ width: 703, height: 1040 });
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
  expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0);
  await keepScreenshot(page, 'poses-pigeon-print');
  await visitor.leave();
});

test.each([
  ['320 pixels wide', { viewport: { width: 320, height: 700 } }, '100%'],
  ['with letters twice as large', { viewport: screens.phone }, '200%'],
] as const)('list and page hold together, %s', async (how, options, letters) => {
  const visitor = await someone({ ...options, reducedMotion: 'reduce' });
  const { page } = visitor;
  for (const path of ['poses/', 'poses/downward-dog/']) {
    await visitor.open(path);
    await page.addStyleTag({ content: `html { font-size: ${letters} }` });
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
    await page.locator('h1').waitFor();
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(sideways, `pixels that stick out to the side: ${path}`).toBeLessThanOrEqual(0);
    expect(await accessibilityFaults(page), path).toEqual([]);
    await keepScreenshot(page, `${path.replaceAll('/', '-')}${how.replaceAll(' ', '-')}`, true);
  }
  expect(visitor.complaints).toEqual([]);
  await visitor.leave();
});
