import { momentOf } from '../diary/now.ts';
import { safetyStore } from '../storage/safety-store.ts';
import { openStoresIfAny } from '../storage/stores.ts';
import { checklist } from './safety-content.ts';
import { SafetyDesk } from './safety-desk.svelte.ts';

/** The one desk of this device: whatever is to be played is asked here first. */
export const safetyDesk = new SafetyDesk({
  checklist,
  store: safetyStore(() => localStorage),
  openDiary: async () => (await openStoresIfAny())?.diary,
  now: () => momentOf(new Date()),
});
