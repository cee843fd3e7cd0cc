import { chromium, type Browser } from 'playwright-core';

/** Starts the Chromium that CHROME_PATH names, drawing without a graphics card and calling nobody; `more` are switches of its own. */
export async function startChromium(more: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env['CHROME_PATH'];
  if (!executablePath) throw new Error('CHROME_PATH is not set; `npm run journeys` finds a Chromium and sets it');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      // The page itself is painted without it: only WebGL is drawn as on a graphics card.
      '--disable-gpu-compositing',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      ...more,
    ],
  });
}
