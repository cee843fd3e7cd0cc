import { mayHoldDatabase } from '../storage/database-name.ts';

/** What belongs to the body of this device. Not fetched where nothing was ever kept: there no body has been set up. */
export async function ownBodyIfAny() {
  return (await mayHoldDatabase(indexedDB)) ? import('./this-device.svelte.ts') : undefined;
}
