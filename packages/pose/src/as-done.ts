import { keyframeOf, poseOf, type Catalogue } from './catalogue.ts';
import { formatKey, mirrorKey, parseKey, type KeyframeKey } from './key.ts';
import type { Camera, Character, Cycle, Need, Pose, Position, PracticePose, Remark, Variation, Words } from './pose.ts';
import type { Side } from './side.ts';

/** A pose as it is done: with a variation's words, form and needs laid over its own, or over those of the pose that the variation is. */
export interface PoseAsDone {
  readonly pose: PracticePose;
  readonly variation: Variation | null;
  /** e.g. `Pigeon`, and with a variation its name beside it */
  readonly title: string;
  readonly variationName: string | null;
  readonly position: Position;
  readonly words: Words;
  readonly needs: readonly Need[];
  readonly reach: Remark;
  /** the variation's first */
  readonly cautions: readonly Remark[];
  readonly character: Character;
  /** the variation's first */
  readonly faults: readonly Remark[];
  readonly camera: Camera;
}

/** What the figure does in a step: stands in one keyframe, or goes to and fro between two. Keys carry their side. */
export type Doing =
  | { readonly kind: 'hold'; readonly keyframe: KeyframeKey }
  | {
      readonly kind: 'cycle';
      readonly home: KeyframeKey;
      readonly in: KeyframeKey;
      readonly out: KeyframeKey;
      readonly pace: Cycle['pace'];
    };

/** @throws when the pose is not one to practise, or has no such variation (both named) */
export function poseAsDone(catalogue: Catalogue, poseId: string, variationId: string | null): PoseAsDone {
  const pose = practisedPose(catalogue, poseId);
  const variation = variationOf(pose, variationId);
  const described = variation?.form.kind === 'pose' ? practisedPose(catalogue, variation.form.pose) : pose;
  return {
    pose,
    variation,
    title: pose.names.english,
    variationName: variation?.name ?? null,
    position: variation?.position ?? described.position,
    words: { ...described.words, ...variation?.words },
    needs: variation === null ? pose.needs : [...variation.needs, ...(described === pose ? [] : described.needs)],
    reach: variation?.reach ?? described.reach,
    cautions: [...(variation?.cautions ?? []), ...described.cautions],
    character: variation?.character ?? described.character,
    faults: [...(variation?.faults ?? []), ...described.faults],
    camera: variation?.camera ?? described.camera,
  };
}

/** Where a step is entered, `home` of a cycle or the keyframe that is held, and what happens there. */
export function doingOf(catalogue: Catalogue, poseId: string, variationId: string | null, side: Side | 'both'): Doing {
  const { pose, variation } = poseAsDone(catalogue, poseId, variationId);
  const sided = pose.sides === 'one-then-other';
  if (sided !== (side !== 'both')) {
    throw new Error(
      `"${poseId}" is done ${sided ? 'with a leading side: right or left' : 'with both sides together'}, not "${side}".`,
    );
  }
  const form = variation?.form ?? pose.form;
  if (form.kind === 'pose') return doingOf(catalogue, form.pose, null, side);
  const forSide = (rightKey: KeyframeKey): KeyframeKey => (side === 'left' ? mirrorKey(rightKey) : rightKey);
  if (form.kind === 'hold') {
    const key = formatKey({
      pose: pose.id,
      ...(variation === null ? {} : { variation: variation.id }),
      ...(sided ? { side: 'right' } : {}),
    });
    return { kind: 'hold', keyframe: forSide(keyframeOf(catalogue, key).key) };
  }
  const leading = (written: string): KeyframeKey => forSide(withLeadingSide(catalogue, written));
  return { kind: 'cycle', home: leading(form.home), in: leading(form.in), out: leading(form.out), pace: form.pace };
}

/** The keyframes that a pose needs, written for the right side: for a cycle its home, its in and its out. */
export function keyframesNeeded(doing: Doing): KeyframeKey[] {
  return doing.kind === 'hold' ? [doing.keyframe] : [doing.home, doing.in, doing.out];
}

/** The variation that a practice plays unless the person chooses otherwise. */
export const variationFromStart = (pose: PracticePose): Variation | null =>
  pose.variations.find((variation) => variation.offered === 'from-start') ?? null;

function practisedPose(catalogue: Catalogue, id: string): PracticePose {
  const pose = poseOf(catalogue, id);
  if (pose.purpose === 'practice') return pose;
  throw new Error(`"${id}" is a passage: one moves through it and doesn't practise it.`);
}

function variationOf(pose: PracticePose, id: string | null): Variation | null {
  if (id === null) return null;
  const variation = pose.variations.find((one) => one.id === id);
  if (variation === undefined) {
    throw new Error(
      `"${pose.id}" has no variation "${id}"; it has ${pose.variations.map((one) => one.id).join(', ') || 'none'}.`,
    );
  }
  return variation;
}

/** A key written without side for a keyframe that has one means the right one. */
function withLeadingSide(catalogue: Catalogue, written: string): KeyframeKey {
  const parts = parseKey(written);
  const pose: Pose | undefined = parts && catalogue.poses.get(parts.pose);
  return parts && parts.side === undefined && pose?.sides === 'one-then-other'
    ? formatKey({ ...parts, side: 'right' })
    : written;
}
