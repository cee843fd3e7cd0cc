import { createState, forwardKinematics, type Body } from '@sacra/body';
import { bindState } from '@sacra/figure';
import { quatConjugate, quatMultiply, quatRotate, type Quaternion, type Vec3 } from '@sacra/geometry';
import { sampleClip, type Clip } from '@sacra/solve';
import { AnimationClip, AnimationMixer, Bone, QuaternionKeyframeTrack, Skeleton, VectorKeyframeTrack } from 'three';

/** A movement as three.js usually gets it: one bone a segment, and a turn a bone and frame. Plain data: a page can be handed it. */
export interface BakedMovement {
  readonly bones: readonly { readonly name: string; readonly parent: number; readonly bind: readonly number[] }[];
  /** `AnimationClip.toJSON`, one second long. */
  readonly clip: object;
}

/** Thirty frames a second of a movement of this length, as one would bake it. */
const FRAMES = 240;

export function bakeMovement(body: Body, clip: Clip): BakedMovement {
  const times = Array.from({ length: FRAMES }, (_, frame) => frame / (FRAMES - 1));
  const names = body.segments.map(({ name }) => name.replaceAll('.', '_'));
  const turns = names.map((): number[] => []);
  const places = names.map((): number[] => []);
  const state = createState(body);
  for (const time of times) {
    forwardKinematics(body, sampleClip(body, clip, time), state);
    body.segments.forEach(({ parent }, index) => {
      const parentTurn: Quaternion = parent < 0 ? [1, 0, 0, 0] : quaternionAt(state.rotation, parent);
      const parentPlace: Vec3 = parent < 0 ? [0, 0, 0] : vectorAt(state.positionM, parent);
      const toParent = quatConjugate(parentTurn);
      const [w, x, y, z] = quatMultiply(toParent, quaternionAt(state.rotation, index));
      const place = vectorAt(state.positionM, index);
      const apart: Vec3 = [place[0] - parentPlace[0], place[1] - parentPlace[1], place[2] - parentPlace[2]];
      turns[index]?.push(x, y, z, w);
      places[index]?.push(...quatRotate(toParent, apart));
    });
  }
  const tracks = names.flatMap((name, index) => [
    new QuaternionKeyframeTrack(`${name}.quaternion`, times, turns[index] ?? []),
    // Only the root moves about; a bone stays where it is joined.
    ...(index === 0 ? [new VectorKeyframeTrack(`${name}.position`, times, places[index] ?? [])] : []),
  ]);
  const bind = bindState(body);
  return {
    bones: body.segments.map(({ parent }, index) => {
      const [w, x, y, z] = quaternionAt(bind.rotation, index);
      // place and turn in the bind pose, world; place within the parent
      const own = (places[index] ?? []).slice(0, 3);
      return { name: names[index] ?? '', parent, bind: [...vectorAt(bind.positionM, index), x, y, z, w, ...own] };
    }),
    clip: AnimationClip.toJSON(new AnimationClip('clip', 1, tracks)),
  };
}

/** Three.js playing a movement as far as its bone matrices, without a renderer. */
export function threePlayer({ bones: plan, clip }: BakedMovement): { show(fraction: number): void } {
  const bones = plan.map(({ name, bind }) => {
    const bone = Object.assign(new Bone(), { name });
    bone.position.fromArray(bind, 7);
    return bone;
  });
  plan.forEach(({ parent }, index) => {
    const bone = bones[index];
    if (bone !== undefined && parent >= 0) bones[parent]?.add(bone);
  });
  const [root] = bones;
  if (root === undefined) throw new Error('a body without segments');
  const skeleton = new Skeleton(bones);
  const mixer = new AnimationMixer(root);
  mixer.clipAction(AnimationClip.parse(clip as never)).play();
  return {
    show(fraction) {
      mixer.setTime(fraction);
      root.updateMatrixWorld(true);
      skeleton.update();
    },
  };
}

function quaternionAt(all: Float64Array, index: number): Quaternion {
  const [w = 1, x = 0, y = 0, z = 0] = all.subarray(4 * index, 4 * index + 4);
  return [w, x, y, z];
}

function vectorAt(all: Float64Array, index: number): Vec3 {
  const [x = 0, y = 0, z = 0] = all.subarray(3 * index, 3 * index + 3);
  return [x, y, z];
}
