import { serveAtlases } from './serve-atlases.ts';
import { servePreviews } from './serve-previews.ts';

// One file for both workers, told apart by their name: each holds the solver and every shape, which the device need keep only once.
const services: Readonly<Record<string, () => void>> = { atlas: serveAtlases, preview: servePreviews };
const serve = services[(globalThis as unknown as { readonly name: string }).name];
if (serve === undefined) throw new Error(`a worker of bodies is called ${Object.keys(services).join(' or ')}`);
serve();
