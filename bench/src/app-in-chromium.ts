import { serveApp } from '@sacra/tools';
import { chromium, type Page } from 'playwright-core';
import { buildFolder } from './material.ts';

interface OpenApp {
  readonly page: Page;
  close(): Promise<void>;
}

/** The built app on the screen of a phone, for someone who has been through the first start; nothing kept from before. */
export async function openApp(): Promise<OpenApp> {
  const executablePath = process.env['CHROME_PATH'];
  if (!executablePath) throw new Error('CHROME_PATH is not set; `npm run bench` finds a Chromium and sets it');
  const server = await serveApp({ folder: buildFolder, host: '127.0.0.1', port: 0 });
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking'],
  });
  const settings = JSON.stringify({ firstReadAt: '2026-01-01T08:00:00Z' });
  const context = await browser.newContext({
    baseURL: server.url,
    viewport: { width: 390, height: 844 },
    // The service worker fetches the whole app in the background; what is measured is the page.
    serviceWorkers: 'block',
    storageState: {
      cookies: [],
      origins: [{ origin: new URL(server.url).origin, localStorage: [{ name: 'sacra.settings', value: settings }] }],
    },
  });
  // tsx wraps inner functions in a helper of its own, which a function handed to the page would miss.
  await context.addInitScript('globalThis.__name = (it) => it');
  return {
    page: await context.newPage(),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
