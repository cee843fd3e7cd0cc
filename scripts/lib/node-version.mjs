/** @typedef {{ ok: true } | { ok: false, why: string }} Verdict */

/**
 * Is this Node new enough? The project runs on 20.19 and later of 20, and on everything from 22.12.
 * @param {string} version such as `20.19.0`
 * @returns {Verdict}
 */
export function nodeIsNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if ((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22) return { ok: true };
  return {
    ok: false,
    why: `Sacra needs Node 20.19 or later, or 22.12 or later; this is Node ${version}. A current one is at https://nodejs.org.`,
  };
}
