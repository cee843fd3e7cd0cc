import { serveApp, type AppServer } from '@sacra/tools';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { startChromium } from '../src/browser.ts';
import { copyToRelease, type Release } from '../src/second-version.ts';
import { visit, type Visitor } from '../src/visitor.ts';
import { kept } from '../src/service-worker.ts';

const host = '127.0.0.1';
let browser: Browser;
let release: Release;
let server: AppServer;
let visitor: Visitor;

beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

beforeEach(async () => {
  release = copyToRelease(inject('buildFolder'));
  server = await serveApp({ folder: release.folder, host, port: 0 });
  visitor = await visit(browser, { appUrl: server.url });
  await visitor.open('');
  await kept(visitor.page);
});
afterEach(async () => {
  await visitor.leave();
  await server.close();
  release.remove();
});

/** What the next version is known by. */
const titleOf = (): Promise<string | null> => visitor.page.locator('body').getAttribute('title');

async function publish(title: string): Promise<void> {
  const port = Number(new URL(server.url).port);
  await server.close();
  release.publish(title);
  server = await serveApp({ folder: release.folder, host, port });
}

/** The page asks whether there is a newer version, as a browser does by itself now and then, and waits until it has come. */
async function newerVersionHasCome(): Promise<void> {
  await visitor.page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    while (registration.waiting === null) await new Promise((resolve) => setTimeout(resolve, 20));
  });
}

describe('a newer version', () => {
  test('takes over when the only page is reloaded, and the older files go', async () => {
    await publish('second');
    await newerVersionHasCome();
    expect(await titleOf()).toBeNull();

    await visitor.page.reload();
    await expect.poll(titleOf).toBe('second');
    await expect.poll(() => visitor.page.evaluate(async () => (await caches.keys()).length)).toBe(1);
    expect(visitor.complaints).toEqual([]);
  });

  test('waits while another window still uses the older one', async () => {
    const other = await visitor.context.newPage();
    await other.goto('history/');
    await publish('second');
    await newerVersionHasCome();

    await visitor.page.reload();
    expect(await titleOf()).toBeNull();

    await other.close();
    await visitor.page.reload();
    await expect.poll(titleOf).toBe('second');
  });

  test('that has come works at once without a network', async () => {
    await publish('second');
    await newerVersionHasCome();
    await visitor.context.setOffline(true);
    await visitor.page.reload();
    await expect.poll(titleOf).toBe('second');
  });
});
