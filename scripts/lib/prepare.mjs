import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compressBakedFiles } from './compress.mjs';
import { hashInputs, stamp } from './inputs.mjs';
import { missingPackages } from './installed.mjs';
import { root } from './root.mjs';
import { run, runNode } from './run.mjs';

/** @typedef {{ done: 'already' | 'now' } | { done: 'failed', output: string }} Outcome */

const bakeInputs = [
  ...['content', 'package-lock.json', 'tools/src', 'tools/package.json'],
  ...['geometry', 'body', 'pose', 'solve', 'figure', 'safety', 'practice'].map((name) => `packages/${name}/src`),
];
const bakeOutputs = [
  ...['apps/web/static/atlas', 'apps/web/static/cards', 'apps/web/static/schema'],
  'apps/web/src/lib/content/generated',
];
/** What was baked into apps/web/static is read by the build as well. */
const buildInputs = [...bakeInputs, 'packages', 'apps/web'];
export const webBuildFolder = join(root, 'apps/web/build');

/** Installs what the lock file names, if some of it is not there. @returns {Promise<Outcome>} */
export async function installWhatIsMissing() {
  const read = (/** @type {string} */ path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
  const record = 'node_modules/.package-lock.json';
  const missing = missingPackages(read('package-lock.json'), existsSync(join(root, record)) ? read(record) : undefined);
  if (missing.length === 0) return { done: 'already' };
  return outcome(await run('npm', ['ci', '--no-audit', '--no-fund']));
}

/** Makes the atlas, the figure, the cards and the catalogue from content, unless nothing they come from has changed. */
export async function bakeWhatChanged() {
  return ifChanged('bake', bakeInputs, bakeOutputs, () => runNode([...tsx, 'tools/src/bake.ts']));
}

/** Builds the web app, unless nothing it comes from has changed. */
export async function buildWhatChanged() {
  return ifChanged('web-build', buildInputs, ['apps/web/build'], async (hash) => {
    const built = await runNode([join(root, 'node_modules/vite/bin/vite.js'), 'build'], {
      cwd: join(root, 'apps/web'),
      env: { SACRA_BUILD: hash },
    });
    if (built.ok) compressBakedFiles(webBuildFolder);
    return built;
  });
}

/** Node's arguments for running a TypeScript file. */
export const tsx = ['--import', 'tsx'];

/**
 * @param {string} step @param {readonly string[]} inputs @param {readonly string[]} outputs
 * @param {(hash: string) => ReturnType<typeof run>} make
 * @returns {Promise<Outcome>}
 */
async function ifChanged(step, inputs, outputs, make) {
  const hash = hashInputs(root, inputs);
  const last = stamp(root, step);
  const isThere = (/** @type {string} */ folder) =>
    existsSync(join(root, folder)) && readdirSync(join(root, folder)).length > 0;
  if (last.matches(hash) && outputs.every(isThere)) return { done: 'already' };
  const made = outcome(await make(hash));
  if (made.done === 'now') last.write(hash);
  return made;
}

/** @returns {Outcome} */
function outcome(/** @type {{ ok: boolean, output: string }} */ { ok, output }) {
  return ok ? { done: 'now' } : { done: 'failed', output };
}
