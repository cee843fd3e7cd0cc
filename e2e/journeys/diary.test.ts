import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startChromium } from '../src/browser.ts';
import { visit } from '../src/visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

const whole = {
  kind: 'session',
  recordVersion: 1,
  id: 'session-1',
  recordedAt: '2026-03-01T07:45:00+00:00',
  corrects: null,
  startedAt: '2026-03-01T07:30:00+00:00',
  endedAt: '2026-03-01T07:44:00+00:00',
  practiceId: 'five-poses',
  practiceTitle: 'The five-pose practice',
  stepsDone: ['childs-pose'],
  stepsPlanned: 7,
  secondsPractised: 780,
  completed: true,
};
const damaged = { ...whole, id: 'session-2', startedAt: 'yesterday' };
const fromLater = { ...whole, id: 'session-3', recordVersion: 7, mood: { light: 0.8 } };

/** Writes records straight into the app's storage, as another version of the app would have left them. */
async function putIntoStorage(page: Page, records: readonly unknown[]): Promise<void> {
  await page.evaluate(async (raws) => {
    const open = indexedDB.open('sacra');
    await new Promise((resolve, reject) => Object.assign(open, { onsuccess: resolve, onerror: reject }));
    const writing = open.result.transaction('entries', 'readwrite');
    for (const raw of raws) writing.objectStore('entries').add({ raw });
    await new Promise((resolve, reject) => Object.assign(writing, { oncomplete: resolve, onerror: reject }));
    open.result.close();
  }, records);
}

async function readFromStorage(page: Page): Promise<unknown[]> {
  return page.evaluate(async () => {
    const open = indexedDB.open('sacra');
    await new Promise((resolve, reject) => Object.assign(open, { onsuccess: resolve, onerror: reject }));
    const reading = open.result.transaction('entries').objectStore('entries').getAll();
    await new Promise((resolve, reject) => Object.assign(reading, { onsuccess: resolve, onerror: reject }));
    open.result.close();
    return (reading.result as { raw: unknown }[]).map(({ raw }) => raw);
  });
}

describe('a diary with a damaged record and one of a later version', () => {
  test('opens, shows what can be read, says what cannot, and loses nothing', async () => {
    const visitor = await visit(browser, { appUrl: inject('appUrl'), isBack: true });
    const { page } = visitor;
    await visitor.open('history/');
    await page.waitForFunction(async () => (await indexedDB.databases()).some(({ name }) => name === 'sacra'));
    await putIntoStorage(page, [damaged, whole, fromLater]);

    await page.reload();
    const words = (): Promise<string> => page.locator('main').innerText();
    await expect.poll(words).toContain('The five-pose practice');
    await expect.poll(words).toContain('2 entries can’t be shown here');
    await expect.poll(words).toContain('1 of them was written by a newer version');
    await visitor.open('');
    await expect.poll(() => page.getByRole('button', { name: /five-pose practice/ }).count()).toBe(1);

    expect(await readFromStorage(page)).toEqual([damaged, whole, fromLater]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });
});
