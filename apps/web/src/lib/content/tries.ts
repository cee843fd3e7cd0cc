import type { Try } from '@sacra/pose';
import written from './generated/tries.json';

// Checked when it is made (tools), so it is taken at its word here.

/** What one can try at home, in its order. */
export const tries = written as unknown as readonly Try[];
