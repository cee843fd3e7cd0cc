import type { Body } from '@sacra/body';
import type { Fault } from './fault.ts';
import { nearestFirst } from './nearest.ts';

/** The names of a body that a pose file may use; a paired name stands with each side and, for both sides, without. */
export interface Vocabulary {
  /** hinge joints with their range */
  readonly joints: ReadonlyMap<string, { readonly minDeg: number; readonly maxDeg: number }>;
  readonly patches: ReadonlySet<string>;
  readonly landmarks: ReadonlySet<string>;
  readonly segments: ReadonlySet<string>;
}

/** What a body lets a pose file say. */
export function vocabularyOf(body: Pick<Body, 'joints' | 'patches' | 'landmarks' | 'segments'>): Vocabulary {
  const joints = new Map<string, { minDeg: number; maxDeg: number }>();
  for (const joint of body.joints) {
    if (joint.kind !== 'hinge') continue;
    const range = { minDeg: radToDeg(joint.range.minRad), maxDeg: radToDeg(joint.range.maxRad) };
    for (const name of withBoth([joint.name])) joints.set(name, range);
  }
  return {
    joints,
    patches: withBoth(body.patches.keys()),
    landmarks: withBoth(body.landmarks.keys()),
    segments: withBoth(body.segments.map((segment) => segment.name)),
  };
}

/** A fault when `name` is not one of `known`; none otherwise. */
export function checkName(
  what: string,
  name: string,
  known: ReadonlySet<string> | ReadonlyMap<string, unknown>,
  path: readonly (string | number)[],
  at: 'key' | 'value' = 'value',
): Fault[] {
  if (known.has(name)) return [];
  return [{ path, at, message: `unknown ${what} "${name}"`, valid: nearestFirst(name, known.keys()) }];
}

const withBoth = (names: Iterable<string>): Set<string> =>
  new Set([...names].flatMap((name) => [name, name.replace(/\.(left|right)$/, '')]));

const radToDeg = (rad: number): number => (rad * 180) / Math.PI;
