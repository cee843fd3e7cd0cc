import { defaultSettings, parseSettings, storedSettings, type Settings } from './settings.ts';

/** The part of `localStorage` this needs. Reading or writing may throw when storage is shut. */
type TextStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** @internal Also read by app.html, before the first picture; a test holds the two together. */
export const SETTINGS_KEY = 'sacra.settings';

/** The settings of this device, remembered at each change. The app has one ({@link settings}); tests make their own. */
export class SettingsStore {
  #storage: TextStorage | undefined;
  #current = $state.raw<Settings>(defaultSettings);

  constructor(storage: TextStorage | undefined) {
    this.#storage = storage;
    this.#current = this.#read();
  }

  get current(): Settings {
    return this.#current;
  }

  change(changes: Partial<Settings>): void {
    this.#current = { ...this.#current, ...changes };
    try {
      this.#storage?.setItem(SETTINGS_KEY, JSON.stringify(storedSettings(this.#current)));
    } catch {
      // Storage is full or shut: the change holds until the page is closed.
    }
  }

  #read(): Settings {
    try {
      return parseSettings(JSON.parse(this.#storage?.getItem(SETTINGS_KEY) ?? '{}'));
    } catch {
      return defaultSettings;
    }
  }
}

export const settings = new SettingsStore(typeof window === 'undefined' ? undefined : openLocalStorage());

/** Even naming `localStorage` throws when a browser is told to keep nothing. */
function openLocalStorage(): TextStorage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
