import { breathLimits, defaultBreath, defaultBreaths } from '@sacra/practice';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SETTINGS_KEY, SettingsStore } from '../src/lib/settings/settings-store.svelte.ts';
import { defaultSettings, parseSettings, settingRanges } from '../src/lib/settings/settings.ts';

function memory(initial?: string) {
  let text: string | null = initial ?? null;
  return {
    getItem: () => text,
    setItem: (_key: string, value: string) => {
      text = value;
    },
  };
}

describe('settings', () => {
  test('whatever was stored, what is read is within its ranges', () => {
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        const read = parseSettings(raw);
        for (const [name, { min, max }] of Object.entries(settingRanges)) {
          const value = read[name as keyof typeof settingRanges];
          expect(value).toBeGreaterThanOrEqual(min);
          expect(value).toBeLessThanOrEqual(max);
        }
      }),
    );
  });

  test('one damaged field does not take the others with it', () => {
    const read = parseSettings({ ...defaultSettings, theme: 'dark', breathInS: 'four', breathOutS: 8 });
    expect(read).toEqual({ ...defaultSettings, theme: 'dark', breathOutS: 8 });
  });

  test('stay inside what a practice can be, and start where it starts', () => {
    for (const name of ['inS', 'outS'] as const) {
      const range = settingRanges[name === 'inS' ? 'breathInS' : 'breathOutS'];
      expect(range.min).toBeGreaterThanOrEqual(breathLimits[name].min);
      expect(range.max).toBeLessThanOrEqual(breathLimits[name].max);
    }
    expect(defaultSettings.breathInS).toBe(defaultBreath.inS);
    expect(defaultSettings.breathOutS).toBe(defaultBreath.outS);
    expect(defaultSettings.breaths).toBe(defaultBreaths);
  });

  test('a change is there when the app is opened again', () => {
    const storage = memory();
    new SettingsStore(storage).change({ theme: 'dark', voiceUri: 'Daniel' });
    expect(new SettingsStore(storage).current).toEqual({ ...defaultSettings, theme: 'dark', voiceUri: 'Daniel' });
  });

  test('unreadable text and shut storage give the defaults', () => {
    expect(new SettingsStore(memory('{ not json')).current).toEqual(defaultSettings);
    const shut = {
      getItem: () => {
        throw new Error('denied');
      },
      setItem: () => {
        throw new Error('denied');
      },
    };
    const store = new SettingsStore(shut);
    store.change({ theme: 'light' });
    expect(store.current.theme).toBe('light');
  });

  test('are kept under the name that the page reads before its first picture', async () => {
    const { readFile } = await import('node:fs/promises');
    const beforePaint = await readFile(new URL('../src/app.html', import.meta.url), 'utf8');
    expect(beforePaint).toContain(`'${SETTINGS_KEY}'`);
    expect(beforePaint).toContain('settings.theme');
    expect(beforePaint).toContain('settings.firstReadAt');
  });
});
