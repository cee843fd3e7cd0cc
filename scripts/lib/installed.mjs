/**
 * The packages that the lock file asks for and npm's own record of node_modules does not have in that version.
 * Packages for other machines (optional ones) are not missed.
 * @param {{ packages: Record<string, { version?: string, link?: boolean, optional?: boolean, devOptional?: boolean }> }} lock package-lock.json
 * @param {{ packages: Record<string, { version?: string, link?: boolean }> } | undefined} installed node_modules/.package-lock.json
 * @returns {string[]} paths such as `node_modules/svelte`
 */
export function missingPackages(lock, installed) {
  return Object.entries(lock.packages).flatMap(([path, wanted]) => {
    if (!path.includes('node_modules/') || wanted.optional || wanted.devOptional) return [];
    const found = installed?.packages[path];
    const isThere = found !== undefined && found.version === wanted.version && found.link === wanted.link;
    return isThere ? [] : [path];
  });
}
