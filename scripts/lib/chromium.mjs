import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @typedef {{ platform: string, env: Record<string, string | undefined>, exists: (path: string) => boolean }} Machine */

/** This machine. @returns {Machine} */
export const thisMachine = () => ({ platform: process.platform, env: process.env, exists: existsSync });

/**
 * Where an installed Chrome or Chromium is: the one that CHROME_PATH names, else one on the PATH, else one in a usual place.
 * @param {Machine} machine
 * @returns {string | undefined}
 */
export function findChromium({ platform, env, exists }) {
  const named = env.CHROME_PATH;
  if (named !== undefined && named !== '') return exists(named) ? named : undefined;
  return candidates(platform, env).find(exists);
}

/** What to tell someone whose machine has none. */
export function howToGetChromium(/** @type {Machine} */ { platform, env, exists }) {
  const named = env.CHROME_PATH;
  if (named !== undefined && named !== '' && !exists(named))
    return `CHROME_PATH is ${named}, and there is no such file.`;
  const advice =
    platform === 'darwin'
      ? 'install Chrome from https://www.google.com/chrome or run: brew install --cask chromium'
      : platform === 'win32'
        ? 'install Chrome from https://www.google.com/chrome or run: winget install Google.Chrome'
        : 'install it, for example with: sudo apt-get install chromium   or: sudo dnf install chromium';
  return `The journeys need Chrome or Chromium, and none was found: ${advice}. One in an unusual place: set CHROME_PATH to it.`;
}

/** May this machine's own packages be used: Debian or Ubuntu, and we are root? */
export function canInstallFromDebian(/** @type {Machine & { isRoot: boolean }} */ { platform, exists, isRoot }) {
  return platform === 'linux' && isRoot && exists('/etc/debian_version') && exists('/usr/bin/apt-get');
}

function candidates(/** @type {string} */ platform, /** @type {Machine['env']} */ env) {
  if (platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Google Chrome Beta', 'Microsoft Edge'];
    return ['/Applications', join(env.HOME ?? '', 'Applications')].flatMap((folder) =>
      apps.map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`),
    );
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (folder) => folder !== undefined,
    );
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe'];
    return [...folders.flatMap((folder) => programs.map((program) => `${folder}\\${program}`))];
  }
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];
  const folders = [
    ...(env.PATH ?? '').split(delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
    '/opt/google/chrome',
  ];
  return names.flatMap((name) => folders.filter((folder) => folder !== '').map((folder) => join(folder, name)));
}
