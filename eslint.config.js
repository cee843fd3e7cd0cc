import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import { importRules } from './lint/imports.mjs';

/** Rules of ESLint itself against code that runs but cannot be meant. */
const slips = [
  ...[
    'for-direction',
    'no-async-promise-executor',
    'no-cond-assign',
    'no-constant-binary-expression',
    'no-control-regex',
  ],
  ...['no-debugger', 'no-dupe-else-if', 'no-duplicate-case', 'no-empty', 'no-ex-assign', 'no-fallthrough'],
  ...['no-irregular-whitespace', 'no-loss-of-precision', 'no-misleading-character-class', 'no-prototype-builtins'],
  ...['no-regex-spaces', 'no-self-assign', 'no-self-compare', 'no-sparse-arrays', 'no-template-curly-in-string'],
  ...[
    'no-unmodified-loop-condition',
    'no-unsafe-finally',
    'no-unsafe-optional-chaining',
    'no-unused-private-class-members',
  ],
  ...['no-useless-backreference', 'no-useless-catch', 'no-useless-escape', 'no-var', 'use-isnan', 'valid-typeof'],
  ...['eqeqeq', 'object-shorthand', 'prefer-const'],
];

export default defineConfig(
  {
    ignores: [
      '**/node_modules/',
      '**/build/',
      '**/.svelte-kit/',
      '**/generated/',
      'apps/web/static/',
      '**/coverage/',
      '**/artifacts/',
    ],
  },
  ts.configs.recommended,
  svelte.configs.recommended,
  {
    name: 'house',
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      ...Object.fromEntries(slips.map((rule) => [rule, 'error'])),
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    name: 'no-enums-no-defaults',
    files: ['packages/**/*.ts', 'tools/**/*.ts', 'apps/web/src/lib/**/*.ts'],
    rules: {
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } }],
    },
  },
  {
    name: 'svelte-typescript',
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser }, globals: globals.browser },
    rules: {
      // Kit's resolve() is for apps under a moving base path; this app's links are relative to its root.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  { name: 'node-scripts', files: ['scripts/**/*.mjs', 'lint/**/*.mjs'], languageOptions: { globals: globals.node } },
  ...importRules(),
);
