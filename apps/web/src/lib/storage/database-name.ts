/** The name of the app's database. Apart from the database itself, so that one can ask for it without fetching what opens it. */
export const databaseName = 'sacra';

/** Whether this device holds the app's database already. Where a browser doesn't tell, it may. */
export async function mayHoldDatabase(factory: IDBFactory): Promise<boolean> {
  if (!('databases' in factory)) return true;
  const databases = await factory.databases();
  return databases.some(({ name }) => name === databaseName);
}
