import { mirrorConfiguration, type Body, type Configuration, type Person } from '@sacra/body';
import { mirrorKey } from '@sacra/pose';
import type { Keyframe } from '../keyframe.ts';
import { mirrorKeyframe } from '../mirror.ts';
import type { Clip } from '../transition/clip.ts';

/** Everything that is solved for one body: keyframes and clips of the right side leading, or of both; the left is their mirror. */
export interface Atlas {
  readonly person: Person;
  readonly keyframes: ReadonlyMap<string, Keyframe>;
  /** By the id of their way. */
  readonly clips: ReadonlyMap<string, Clip>;
}

/** The keyframe of a key; one with `@left` is the exact mirror of the right one. Undefined when the atlas has neither. */
export function atlasKeyframe(atlas: Atlas, body: Body, key: string): Keyframe | undefined {
  const known = atlas.keyframes.get(key);
  if (known) return known;
  const twin = atlas.keyframes.get(mirrorKey(key));
  return twin && mirrorKeyframe(body, twin);
}

/**
 * The body at a moment of a clip, between frames by even turning: hinges in proportion, balls and the root by the shorter arc.
 *
 * @param fraction 0 at the clip's first keyframe, 1 at its second; what lies outside is taken as the nearer end
 * @param side `left` gives the mirror image
 */
export function sampleClip(body: Body, clip: Clip, fraction: number, side: 'left' | 'right' = 'right'): Configuration {
  const at = Math.min(1, Math.max(0, fraction)) * (clip.frameCount - 1);
  const index = Math.min(clip.frameCount - 2, Math.floor(at));
  const t = at - index;
  const size = body.configurationSize;
  const a = clip.frames.subarray(index * size, (index + 1) * size);
  const b = clip.frames.subarray((index + 1) * size, (index + 2) * size);
  const q = new Float64Array(size);
  for (let i = 0; i < size; i++) q[i] = a[i]! + (b[i]! - a[i]!) * t;
  // Neighbouring frames are a few degrees apart, where straight mixing and normalising is turning evenly.
  for (const { kind, qIndex } of body.joints) {
    if (kind === 'hinge') continue;
    const o = kind === 'free' ? qIndex + 3 : qIndex;
    let dot = 0;
    for (let i = o; i < o + 4; i++) dot += a[i]! * b[i]!;
    if (dot < 0) for (let i = o; i < o + 4; i++) q[i] = a[i]! + (-b[i]! - a[i]!) * t;
    const length = Math.hypot(q[o]!, q[o + 1]!, q[o + 2]!, q[o + 3]!);
    for (let i = o; i < o + 4; i++) q[i] = q[i]! / length;
  }
  return side === 'left' ? mirrorConfiguration(body, q) : q;
}
