import { SvelteMap } from 'svelte/reactivity';

/** Cards drawn for the body of this device, by key of their keyframe: addresses for an `img`. Filled by lib/body when there is one. */
export const ownCards = new SvelteMap<string, string>();
