import { practiceById } from '../practice/practice-by-id.ts';
import { safetyDesk } from '../safety/clearance.ts';
import { settings } from '../settings/settings-store.svelte.ts';
import { openStores, openStoresIfAny } from '../storage/stores.ts';
import { ComposeRoom } from './compose-room.svelte.ts';
import { composeDesk, startComposing } from './composing.ts';
import { keptAsked, likings } from './device.ts';

/** The room on this device. All poses are fetched when they are first needed: the questions come before. */
export function composeRoom(now: () => string): ComposeRoom {
  return new ComposeRoom({
    ...{ keptAsked, likings, now },
    settings: () => settings.current,
    clearance: () => (safetyDesk.outlook.kind === 'cleared' ? safetyDesk.outlook.clearance : undefined),
    catalogue: async () => (await import('../content/whole-catalogue.ts')).wholeCatalogue,
    desk: (catalogue) => composeDesk(catalogue, startComposing),
    practices: async () => (await openStores()).practices,
    find: (id, catalogue) => practiceById(id, catalogue, openStoresIfAny),
    diary: async () => (await (await openStoresIfAny())?.diary.readAll()) ?? [],
    newId: () => crypto.randomUUID(),
  });
}
