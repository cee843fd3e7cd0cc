import type { AtlasWorker } from './personal-atlas.svelte.ts';
import type { PreviewWorker } from './preview.svelte.ts';

/** A worker that shows bodies: as figures that can be turned, or as drawn cards. */
export const startPreview = (): PreviewWorker =>
  new Worker(new URL('./body-worker.ts', import.meta.url), {
    type: 'module',
    name: 'preview',
  }) as unknown as PreviewWorker;

/** A worker that solves a person's atlas. */
export const startAtlas = (): AtlasWorker =>
  new Worker(new URL('./body-worker.ts', import.meta.url), { type: 'module', name: 'atlas' }) as unknown as AtlasWorker;
