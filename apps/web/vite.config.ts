import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-static';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

// The same inputs give the same build: scripts/lib/prepare.mjs hands in a hash of everything the build reads. A build by hand is stamped
// with the time, kept in the environment because this file is read more than once in a build.
const version = (process.env['SACRA_BUILD'] ??= String(Date.now()));

/** The hash of the one script that stands in app.html: Kit names only those that it writes itself in the policy. */
const [, scriptOfPage = ''] =
  /<script>([^]*?)<\/script>/.exec(readFileSync(new URL('src/app.html', import.meta.url), 'utf8')) ?? [];
const hashOfScript = `sha256-${createHash('sha256').update(scriptOfPage).digest('base64')}` as const;

/**
 * What is always wanted together comes in one file: on a slow line each further file costs a turn of its own, and its headers are
 * often longer than what is in it. Each group takes what it names and everything that this imports, unless an earlier group has it.
 */
const inFewFiles = [
  {
    name: 'start',
    test: /[\\/]routes[\\/]\+|[\\/]client-optimized[\\/]app\.js$|node_modules[\\/]svelte[\\/]|preload-helper|[\\/]diary[\\/]src[\\/]moment\.ts$/,
  },
  { name: 'diary', test: /[\\/]packages[\\/]diary[\\/]|[\\/]lib[\\/]diary[\\/]place-words/ },
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
          'script-src': ['self', hashOfScript],
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
