const USUAL_PORT = 4173;

/**
 * The port that the environment asks for, or the usual one.
 * @param {string | undefined} asked the value of PORT
 * @returns {{ ok: true, port: number } | { ok: false, why: string }}
 */
export function portAskedFor(asked) {
  if (asked === undefined || asked === '') return { ok: true, port: USUAL_PORT };
  const port = Number(asked);
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return { ok: true, port };
  return { ok: false, why: `PORT is ${JSON.stringify(asked)}; it must be a whole number from 1 to 65535.` };
}
