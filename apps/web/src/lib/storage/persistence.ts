/**
 * Asks the browser not to throw the diary away when the device runs short of room.
 * Asked after the first saved session, when it is clear what is to be kept; a refusal changes nothing else.
 */
export async function askToPersist(storage: StorageManager | undefined): Promise<boolean> {
  if (storage?.persist === undefined) return false;
  if (await storage.persisted()) return true;
  return storage.persist();
}
