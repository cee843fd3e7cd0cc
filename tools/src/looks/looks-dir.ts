import { fileURLToPath } from 'node:url';

/** Where the accepted pictures are kept. */
export const looksDir = fileURLToPath(new URL('../../looks', import.meta.url));
