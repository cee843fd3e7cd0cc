import type { Chain, Joint, Segment } from './body.ts';
import { mirrorName } from './sides.ts';

/** Lays the skeleton out in flat arrays. */
export function createChain(segments: readonly Segment[], joints: readonly Joint[]): Chain {
  const jointByName = new Map(joints.map((joint, index) => [joint.name as string, index]));
  return {
    parent: Int32Array.from(segments, ({ parent }) => parent),
    subtreeEnd: Int32Array.from(segments, ({ subtreeEnd }) => subtreeEnd),
    offsetM: Float64Array.from(segments.flatMap(({ offsetM }) => offsetM)),
    massKg: Float64Array.from(segments, ({ massKg }) => massKg),
    totalMassKg: segments.reduce((sum, { massKg }) => sum + massKg, 0),
    jointKind: Uint8Array.from(joints, ({ kind }) => (kind === 'free' ? 0 : kind === 'hinge' ? 1 : 2)),
    jointSegment: Int32Array.from(joints, ({ segment }) => segment),
    jointQ: Int32Array.from(joints, ({ qIndex }) => qIndex),
    jointV: Int32Array.from(joints, ({ vIndex }) => vIndex),
    jointAxis: Float64Array.from(joints.flatMap((joint) => (joint.kind === 'hinge' ? joint.axis : [0, 0, 0]))),
    jointMirror: Int32Array.from(joints, ({ name }) => jointByName.get(mirrorName(name))!),
    jointMirrorSign: Int8Array.from(joints, (joint) => (turnsOverInMirror(joint) ? -1 : 1)),
    dofSegment: Int32Array.from(
      joints.flatMap(({ kind, segment }) => Array<number>(kind === 'free' ? 6 : kind === 'ball' ? 3 : 1).fill(segment)),
    ),
  };
}

/** A hinge of the middle that does not turn about y bends to the other side in the mirror. */
const turnsOverInMirror = (joint: Joint): boolean =>
  joint.kind === 'hinge' && joint.side === undefined && joint.axis[1] === 0;
