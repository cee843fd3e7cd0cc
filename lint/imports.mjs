// The one table of who may import whom. ESLint's rules are made from it, docs/architecture.md draws it, and a test
// compares it with the package.json files. An arrow that is missing here is missing on purpose: change it with a decision.

/**
 * @typedef {object} Part
 * @property {string} folder      where it lives, from the root
 * @property {readonly string[]} siblings   the @sacra packages it may import
 * @property {readonly string[] | 'any'} libraries   what its src may import from the registry or from Node; 'any' for the shells
 */

/** @type {Readonly<Record<string, Part>>} */
export const parts = {
  geometry: { folder: 'packages/geometry', siblings: [], libraries: [] },
  body: { folder: 'packages/body', siblings: ['geometry'], libraries: ['valibot'] },
  pose: { folder: 'packages/pose', siblings: ['geometry', 'body'], libraries: ['valibot', 'yaml'] },
  solve: { folder: 'packages/solve', siblings: ['geometry', 'body', 'pose'], libraries: [] },
  figure: { folder: 'packages/figure', siblings: ['geometry', 'body'], libraries: [] },
  safety: { folder: 'packages/safety', siblings: ['pose'], libraries: [] },
  practice: { folder: 'packages/practice', siblings: ['pose', 'safety'], libraries: ['valibot'] },
  session: { folder: 'packages/session', siblings: ['practice'], libraries: [] },
  diary: { folder: 'packages/diary', siblings: [], libraries: ['valibot'] },
  web: {
    folder: 'apps/web',
    siblings: ['geometry', 'body', 'pose', 'solve', 'figure', 'safety', 'practice', 'session', 'diary'],
    libraries: 'any',
  },
  tools: {
    folder: 'tools',
    siblings: ['geometry', 'body', 'pose', 'solve', 'figure', 'safety', 'practice'],
    libraries: 'any',
  },
  bench: {
    folder: 'bench',
    siblings: ['geometry', 'body', 'pose', 'solve', 'figure', 'practice', 'tools'],
    libraries: 'any',
  },
  e2e: { folder: 'e2e', siblings: ['tools'], libraries: 'any' },
};

/** Globals that are effects. A pure package takes them as arguments. */
const effects = [
  ...['window', 'document', 'navigator', 'location', 'self', 'localStorage', 'sessionStorage', 'indexedDB', 'caches'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'Worker', 'speechSynthesis', 'AudioContext'],
  ...['setTimeout', 'setInterval', 'requestAnimationFrame', 'queueMicrotask', 'performance', 'crypto'],
  ...['process', 'Buffer', 'global', '__dirname', 'require', 'console'],
];

const anyOf = (/** @type {readonly string[]} */ names) =>
  names.map((name) => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|');

/** What `no-restricted-imports` is told for one part. */
export function restrictedImports(/** @type {string} */ name) {
  const { siblings } = part(name);
  const listed = siblings.length === 0 ? 'nothing' : siblings.map((sibling) => `@sacra/${sibling}`).join(', ');
  return {
    patterns: [
      {
        regex: '^@sacra/[^/]+/',
        message: 'Import a package by its name: what its index.ts does not export is its own.',
      },
      {
        regex: siblings.length === 0 ? '^@sacra/' : `^@sacra/(?!(?:${anyOf(siblings)})(?:/|$))`,
        message: `From its siblings, ${name} may import ${listed} (lint/imports.mjs).`,
      },
      {
        regex: '^(?:\\.\\./)+(?:packages/|apps/)?[a-z-]+/src/',
        message: 'Reach another package by its name, not by a path.',
      },
      { regex: '^(?:\\.\\./){4,}', message: 'Too far up. What is needed that widely has a package of its own.' },
    ],
  };
}

/** The same for the src of a pure package, where only the listed libraries may come in: no DOM, no Node, no framework. */
export function restrictedImportsOfPureSource(/** @type {string} */ name) {
  const { libraries } = part(name);
  if (libraries === 'any')
    throw new Error(`${name} is a shell, not a pure package; pure are ${pureNames().join(', ')}`);
  const allowed = ['\\.{1,2}/', '@sacra/', ...libraries.map((library) => `${anyOf([library])}(?:/|$)`)].join('|');
  const listed = libraries.length === 0 ? 'no library' : `of the libraries only ${libraries.join(', ')}`;
  const { patterns } = restrictedImports(name);
  return {
    patterns: [
      ...patterns,
      { regex: `^(?!${allowed})`, message: `${name} is pure: it may import ${listed} (lint/imports.mjs).` },
    ],
  };
}

/** Names of the pure packages, in the order of the arrows. */
export function pureNames() {
  return Object.entries(parts).flatMap(([name, { libraries }]) => (libraries === 'any' ? [] : [name]));
}

/** ESLint flat-config entries that hold every part to its arrows. */
export function importRules() {
  const arrows = Object.entries(parts).map(([name, { folder }]) => ({
    name: `arrows/${name}`,
    files: [`${folder}/**/*.{ts,js,mjs,svelte}`],
    rules: { 'no-restricted-imports': ['error', restrictedImports(name)] },
  }));
  const pure = pureNames().map((name) => ({
    name: `pure/${name}`,
    files: [`${part(name).folder}/src/**/*.ts`],
    rules: {
      'no-restricted-imports': ['error', restrictedImportsOfPureSource(name)],
      'no-restricted-globals': [
        'error',
        ...effects.map((effect) => ({ name: effect, message: 'An effect: take it as an argument.' })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Take the source of chance as an argument.' },
        { object: 'Date', property: 'now', message: 'Take the clock as an argument.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Take the clock as an argument.',
        },
      ],
    },
  }));
  return [...arrows, ...pure];
}

function part(/** @type {string} */ name) {
  const found = parts[name];
  if (found === undefined) throw new Error(`no part is called ${name}; there are ${Object.keys(parts).join(', ')}`);
  return found;
}
