import { armParts } from './arm-parts.ts';
import { footParts } from './foot-parts.ts';
import { handParts } from './hand-parts.ts';
import { headParts } from './head-parts.ts';
import { legParts } from './leg-parts.ts';
import type { Part } from './parts.ts';
import type { Proportions } from './proportions.ts';
import { trunkParts } from './trunk-parts.ts';

/** Every solid of the left half and the middle, in the order in which they are joined. */
export function figureParts(p: Proportions): Part[] {
  return [...trunkParts(p), ...headParts(p), ...legParts(p), ...footParts(p), ...armParts(p), ...handParts(p)];
}
