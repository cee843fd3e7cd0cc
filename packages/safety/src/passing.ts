import type { Limit, Position } from '@sacra/pose';
import type { Clearance } from './clearance.ts';

/** A pose names the limits that bar it. A passage has none, but being in its position asks the same of the person. */
const positionsBarredBy: Partial<Readonly<Record<Limit, readonly Position[]>>> = {
  'no-kneeling': ['kneeling', 'all-fours'],
  'chair-only': ['kneeling', 'all-fours', 'lying', 'inverted-v'],
};

/** Positions that a person must not even pass through on the way from one pose to another. */
export function positionsBarred({ limits }: Clearance): ReadonlySet<Position> {
  return new Set(limits.flatMap(({ limit }) => positionsBarredBy[limit] ?? []));
}
