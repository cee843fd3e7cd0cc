import { describe, expect, test } from 'vitest';
import { canInstallFromDebian, findChromium, howToGetChromium } from '../lib/chromium.mjs';
import { sum, tallyOfVitest } from '../lib/tally.mjs';

const machine = (platform, files, env = {}) => ({ platform, env, exists: (path) => files.includes(path) });

describe('Chromium', () => {
  test('is the one that CHROME_PATH names, before any other', () => {
    const named = machine('linux', ['/opt/mine/chrome', '/usr/bin/chromium'], { CHROME_PATH: '/opt/mine/chrome' });
    expect(findChromium(named)).toBe('/opt/mine/chrome');
  });

  test('is not quietly another one when CHROME_PATH names none', () => {
    const misnamed = machine('linux', ['/usr/bin/chromium'], { CHROME_PATH: '/nowhere' });
    expect(findChromium(misnamed)).toBeUndefined();
    expect(howToGetChromium(misnamed)).toContain('/nowhere');
  });

  test.each([
    ['linux', '/usr/bin/chromium', {}],
    ['linux', '/home/me/bin/google-chrome', { PATH: '/usr/bin:/home/me/bin' }],
    ['darwin', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', {}],
    ['win32', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', { PROGRAMFILES: 'C:\\Program Files' }],
  ])('is found on %s at %s', (platform, path, env) => {
    expect(findChromium(machine(platform, [path], env))).toBe(path);
  });

  test.each(['linux', 'darwin', 'win32'])('missing on %s, there is a message that says what to install', (platform) => {
    expect(findChromium(machine(platform, []))).toBeUndefined();
    expect(howToGetChromium(machine(platform, []))).toMatch(/install/);
  });

  test('is installed for the person only as root on a machine with Debian packages', () => {
    const debian = machine('linux', ['/etc/debian_version', '/usr/bin/apt-get']);
    expect(canInstallFromDebian({ ...debian, isRoot: true })).toBe(true);
    expect(canInstallFromDebian({ ...debian, isRoot: false })).toBe(false);
    expect(canInstallFromDebian({ ...machine('linux', []), isRoot: true })).toBe(false);
  });
});

describe('the count', () => {
  const file = (status, ...assertionResults) => ({ name: 'a.test.ts', status, assertionResults });
  const result = (status) => ({ status, fullName: `a test that ${status}` });

  test('adds up', () => {
    expect(
      sum([
        { passed: 3, failed: 0 },
        { passed: 1, failed: 2 },
      ]),
    ).toEqual({ passed: 4, failed: 2 });
  });

  test('takes a skipped test, one left to do and a file that does not load as failed', () => {
    const report = {
      testResults: [file('passed', result('passed'), result('skipped'), result('todo')), file('failed')],
    };
    const { passed, failed, notes } = tallyOfVitest(report);
    expect({ passed, failed }).toEqual({ passed: 1, failed: 3 });
    expect(notes.join('\n')).toMatch(/skipped.*\n.*todo.*\n.*could not be loaded/);
  });

  test('names what failed and the beginning of why', () => {
    const failed = { ...result('failed'), failureMessages: [`expected 1 to be 2\n${'at somewhere\n'.repeat(500)}`] };
    const [note] = tallyOfVitest({ testResults: [file('failed', failed)] }).notes;
    expect(note).toMatch(/^failed: a test that failed\nexpected 1 to be 2\n/);
    expect(note.length).toBeLessThan(700);
  });

  test('takes a report without a test as failed', () => {
    expect(tallyOfVitest({ testResults: [] })).toMatchObject({ passed: 0, failed: 1 });
  });
});
