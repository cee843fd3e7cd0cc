import { serveApp } from '@sacra/tools';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { startChromium } from './browser.ts';
import { someoneWhoIsBack, type Remembered } from './remembered.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built app is served while the journeys run, with a slash at its end. */
    appUrl: string;
    /** Where the built app lies. */
    buildFolder: string;
    /** What the browser of someone who is back holds: first start read, checklist answered yesterday. */
    remembered: Remembered;
  }
}

/** Serves the built app for all journeys, just as `npm start` does. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const buildFolder = fileURLToPath(new URL('../../apps/web/build', import.meta.url));
  const server = await serveApp({ folder: buildFolder, host: '127.0.0.1', port: 0 });
  project.provide('appUrl', server.url);
  project.provide('buildFolder', buildFolder);
  const browser = await startChromium();
  project.provide('remembered', await someoneWhoIsBack(browser, server.url).finally(() => browser.close()));
  return () => server.close();
}
