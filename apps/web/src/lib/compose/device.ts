import { keptJson } from './kept-json.ts';
import { LikingsStore } from './likings.svelte.ts';

/** What was asked for last on this device: `parseAsked` reads it. */
export const keptAsked = keptJson('sacra.asked', () => localStorage);

/** The one list of likings of this device. */
export const likings = new LikingsStore(keptJson('sacra.likings', () => localStorage));
