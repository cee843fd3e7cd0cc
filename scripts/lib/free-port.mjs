import { createServer } from 'node:net';

/**
 * The first free port from `wanted` upwards.
 * @param {number} wanted @param {string} host @param {number} [tries] how many ports to try
 */
export async function firstFreePort(wanted, host, tries = 100) {
  for (let port = wanted; port < wanted + tries && port < 65536; port += 1) {
    if (await isFree(port, host)) return port;
  }
  throw new Error(`no port from ${wanted} to ${Math.min(wanted + tries, 65536) - 1} is free on ${host}`);
}

function isFree(/** @type {number} */ port, /** @type {string} */ host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}
