import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Folders of which nothing goes into what is made: what was installed, what was made before, and tests. */
const passedOver = new Set([
  'node_modules',
  'generated',
  'build',
  '.svelte-kit',
  'static/atlas',
  'static/cards',
  'static/schema',
  'artifacts',
  'test',
]);

/** Every source file under a file or folder, sorted, so that a hash of them depends on nothing else. */
function sourceFiles(/** @type {string} */ path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.isFile()) return [join(path, entry.name)];
      const isPassedOver = passedOver.has(entry.name) || passedOver.has(`${basename(path)}/${entry.name}`);
      return isPassedOver ? [] : sourceFiles(join(path, entry.name));
    });
}

/**
 * A hash over the names and contents of everything a step reads.
 * @param {string} root
 * @param {readonly string[]} inputs files and folders, from the root
 */
export function hashInputs(root, inputs) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((input) => sourceFiles(join(root, input)))) {
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

/** Remembers, beside node_modules, from which inputs a step last made its outputs. */
export function stamp(/** @type {string} */ root, /** @type {string} */ step) {
  const path = join(root, 'node_modules', '.cache', 'sacra', `${step}.stamp`);
  return {
    matches: (/** @type {string} */ hash) => existsSync(path) && readFileSync(path, 'utf8') === hash,
    write(/** @type {string} */ hash) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, hash);
    },
  };
}
