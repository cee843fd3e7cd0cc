import { ESLint } from 'eslint';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parts, pureNames } from './imports.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const eslint = new ESLint({ cwd: root });

/** The rules that a source text breaks when it stands at a path of the project. */
async function rulesBroken(path, source) {
  const [result] = await eslint.lintText(source, { filePath: `${root}${path}` });
  return result.messages.map(({ ruleId }) => ruleId);
}

const names = Object.keys(parts);
const importing = (name) => `export * from '${name}';\n`;

describe('the table of arrows', () => {
  test('names every package on disk, and no other', () => {
    const onDisk = readdirSync(`${root}packages`).map((name) => `packages/${name}`);
    const inTable = Object.values(parts).flatMap(({ folder }) => (folder.startsWith('packages/') ? [folder] : []));
    expect(inTable.sort()).toEqual(onDisk.sort());
  });

  test('has no way round in a circle', () => {
    const reaches = (from, seen = new Set()) => {
      for (const next of parts[from].siblings) if (!seen.has(next)) reaches(next, seen.add(next));
      return seen;
    };
    for (const name of names) expect(reaches(name), name).not.toContain(name);
  });

  test.each(names)('lets %s import exactly the siblings that its package.json declares', (name) => {
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(`${root}${parts[name].folder}/package.json`, 'utf8'),
    );
    const all = Object.keys({ ...dependencies, ...devDependencies });
    const declared = all.flatMap((dependency) => dependency.match(/^@sacra\/(.+)$/)?.[1] ?? []);
    expect(declared.sort()).toEqual([...parts[name].siblings].sort());
  });
});

describe('lint', () => {
  test.each(names)('stops %s from importing what its row does not list, and lets the rest in', async (name) => {
    const { folder, siblings } = parts[name];
    for (const other of names.filter((candidate) => candidate !== name)) {
      const broken = await rulesBroken(`${folder}/src/probe.ts`, importing(`@sacra/${other}`));
      if (siblings.includes(other)) expect(broken, other).toEqual([]);
      else expect(broken, other).toContain('no-restricted-imports');
    }
  });

  test.each(pureNames())('keeps the DOM, Node and frameworks out of the source of %s', async (name) => {
    const path = `${parts[name].folder}/src/probe.ts`;
    for (const outside of ['node:fs', 'three', 'svelte', 'dexie', 'fs']) {
      expect(await rulesBroken(path, importing(outside)), outside).toContain('no-restricted-imports');
    }
    expect(await rulesBroken(path, 'export const width = window.innerWidth;\n')).toContain('no-restricted-globals');
    expect(await rulesBroken(path, 'export const now = Date.now();\n')).toContain('no-restricted-properties');
    expect(await rulesBroken(path, 'export const chance = Math.random();\n')).toContain('no-restricted-properties');
    expect(await rulesBroken(path, 'export const now = new Date();\n')).toContain('no-restricted-syntax');
    for (const library of parts[name].libraries) expect(await rulesBroken(path, importing(library))).toEqual([]);
  });

  test('lets the tests of a pure package use Node', async () => {
    expect(await rulesBroken('packages/body/test/probe.test.ts', importing('node:fs'))).toEqual([]);
  });

  test('stops an import that reaches inside another package, by name or by path', async () => {
    for (const inside of ['@sacra/geometry/src/vector.ts', '../../geometry/src/vector.ts']) {
      expect(await rulesBroken('packages/body/src/probe.ts', importing(inside)), inside).toContain(
        'no-restricted-imports',
      );
    }
  });

  test('stops a file that grows past 300 lines of code', async () => {
    const lines = (count) =>
      Array.from({ length: count }, (_, line) => `export const line${line} = ${line};\n`).join('');
    expect(await rulesBroken('packages/body/src/probe.ts', lines(300))).toEqual([]);
    expect(await rulesBroken('packages/body/src/probe.ts', lines(301))).toContain('max-lines');
  });
});
