import { join } from 'node:path';
import { root } from './root.mjs';
import { runNode } from './run.mjs';

/** @typedef {{ name: string, run: () => ReturnType<typeof runNode> }} Check */

/** Where an installed tool's program lies. */
export const tool = (/** @type {string} */ path) => join(root, 'node_modules', path);

const nativeCompiler = tool('@typescript/native/bin/tsc');
const web = { cwd: join(root, 'apps/web') };

/** Writes the routes' types and the settings that the web app's own extend: whatever reads those comes after. @type {Check} */
export const routes = {
  name: 'types: routes',
  run: () => runNode([tool('@sveltejs/kit/svelte-kit.js'), 'sync'], web),
};

/** @type {readonly Check[]} */
export const typeChecks = [
  { name: 'types', run: () => runNode([nativeCompiler, '-p', 'tsconfig.json']) },
  { name: 'types: in a browser', run: () => runNode([nativeCompiler, '-p', 'tsconfig.browser.json']) },
  { name: 'types: service worker', run: () => runNode([nativeCompiler, '-p', 'apps/web/tsconfig.worker.json']) },
  {
    name: 'types: web',
    run: () => runNode([tool('svelte-check/bin/svelte-check'), '--tsgo', '--fail-on-warnings'], web),
  },
];

/** @type {readonly Check[]} */
export const lintChecks = [
  { name: 'eslint', run: () => runNode([tool('eslint/bin/eslint.js'), '.', '--max-warnings', '0']) },
  {
    name: 'prettier',
    run: () => runNode([tool('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']),
  },
  { name: 'knip', run: () => runNode([tool('knip/bin/knip.js'), '--strict', '--no-progress']) },
];
