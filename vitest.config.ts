import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const seed = fileURLToPath(new URL('scripts/lib/seed.ts', import.meta.url));
const packageFolder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  test: {
    passWithNoTests: false,
    // By itself Vitest leaves one core free, which on a machine of two is half of it.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'packages',
          setupFiles: [seed],
          include: ['packages/*/test/**/*.test.ts'],
          environment: 'node',
          // Pure packages keep nothing between two calls: what one file has loaded, the next may use.
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'tools',
          setupFiles: [seed],
          include: ['tools/test/**/*.test.ts'],
          environment: 'node',
          isolate: false,
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'house',
          setupFiles: [seed],
          include: ['lint/**/*.test.mjs', 'scripts/**/*.test.mjs'],
          environment: 'node',
          testTimeout: 60_000,
        },
      },
      {
        plugins: [svelte({ configFile: false })],
        root: packageFolder('apps/web'),
        resolve: { conditions: ['browser'] },
        test: {
          name: 'web',
          setupFiles: [seed],
          include: ['{src,test}/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
        },
      },
    ],
  },
});
