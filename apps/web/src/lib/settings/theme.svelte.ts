import { MediaQuery } from 'svelte/reactivity';
import { settings } from './settings-store.svelte.ts';

const prefersDark = new MediaQuery('(prefers-color-scheme: dark)');

/** Light or dark, as chosen or as the device has it. */
export function currentTheme(): 'light' | 'dark' {
  const { theme } = settings.current;
  if (theme !== 'auto') return theme;
  return prefersDark.current ? 'dark' : 'light';
}
