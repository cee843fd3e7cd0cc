import type { Body, Configuration } from '@sacra/body';
import type { RowSource } from '../row-source.ts';
import { matLimit } from './mat.ts';
import { selfCollisionLimit } from './self-collision.ts';
import { shoulderLimit } from './shoulder-range.ts';
import { twoJointLimit } from './two-joint.ts';

/**
 * What a body can't do, whatever the shape: its shoulders' ranges and what muscles over two joints let them do, the mat, and itself. (Hinges are boxed in by the solver.)
 *
 * @param granted configurations that must be possible, such as the ends of a movement: what they don't keep is not asked
 */
export const bodyLimits = (body: Body, granted: readonly Configuration[] = []): RowSource[] => [
  shoulderLimit(body),
  twoJointLimit(body),
  matLimit(body, granted),
  selfCollisionLimit(body, granted),
];
