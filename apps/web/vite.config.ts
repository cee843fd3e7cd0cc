import adapter from '@sveltejs/adapter-static';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

// The same inputs give the same build: scripts/lib/prepare.mjs hands in a hash of everything the build reads. A build by hand is stamped
// with the time, kept in the environment because this file is read more than once in a build.
const version = (process.env['SACRA_BUILD'] ??= String(Date.now()));

/**
 * What is always wanted together comes in one file: on a slow line each further file costs a turn of its own, and its headers are
 * often longer than what is in it. Each group takes what it names and everything that this imports, unless an earlier group has it.
 */
const inFewFiles = [
  {
    name: 'start',
    test: /[\\/]routes[\\/]\+|[\\/]client-optimized[\\/]app\.js$|node_modules[\\/]svelte[\\/]|preload-helper/,
  },
  { name: 'diary', test: /[\\/]packages[\\/]diary[\\/]|[\\/]lib[\\/]diary[\\/](?:now|place-words)/ },
  { name: 'practice', test: /[\\/]lib[\\/]practice[\\/]chosen-practice/ },
  { name: 'session', test: /[\\/]routes[\\/]session[\\/]/ },
];

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter({ fallback: '200.html', precompress: true }),
      version: { name: version },
      // Web servers keep files with a leading dot to themselves; one that cannot be fetched would stop the whole install.
      serviceWorker: { files: (path) => !/(^|\/)\./.test(path) },
      csp: {
        mode: 'hash',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self', 'unsafe-inline'],
          'img-src': ['self', 'data:', 'blob:'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'worker-src': ['self'],
          'object-src': ['none'],
          'base-uri': ['self'],
          'form-action': ['none'],
        },
      },
    }),
  ],
  build: { assetsInlineLimit: 0, rolldownOptions: { output: { codeSplitting: { groups: inFewFiles } } } },
  worker: { format: 'es' },
});
