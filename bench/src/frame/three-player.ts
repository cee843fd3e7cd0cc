import { createState, forwardKinematics, type Body } from '@sacra/body';
import { quatConjugate, quatMultiply, quatRotate, type Quaternion, type Vec3 } from '@sacra/geometry';
import { sampleClip, type Clip } from '@sacra/solve';
import { AnimationClip, AnimationMixer, Bone, QuaternionKeyframeTrack, Skeleton, VectorKeyframeTrack } from 'three';

/** The usual way of three.js to show the same movement: a baked clip on a skeleton with one bone a segment. */
export function threePlayer(body: Body, clip: Clip): { show(fraction: number): void } {
  const bones = body.segments.map(({ name }) => Object.assign(new Bone(), { name: name.replaceAll('.', '_') }));
  body.segments.forEach(({ parent }, index) => {
    const bone = bones[index];
    if (bone !== undefined && parent >= 0) bones[parent]?.add(bone);
  });
  const [root] = bones;
  if (root === undefined) throw new Error('a body without segments');
  const skeleton = new Skeleton(bones);
  const mixer = new AnimationMixer(root);
  mixer.clipAction(bakedClip(body, clip, bones)).play();
  return {
    show(fraction) {
      mixer.setTime(fraction);
      root.updateMatrixWorld(true);
      skeleton.update();
    },
  };
}

/** Thirty frames a second of a movement of this length, as one would bake it. */
const FRAMES = 240;

/** A clip of one second with a turn a bone and frame, and the root's place. */
function bakedClip(body: Body, clip: Clip, bones: readonly Bone[]): AnimationClip {
  const times = Array.from({ length: FRAMES }, (_, frame) => frame / (FRAMES - 1));
  const turns = bones.map((): number[] => []);
  const places = bones.map((): number[] => []);
  const state = createState(body);
  for (const time of times) {
    forwardKinematics(body, sampleClip(body, clip, time), state);
    body.segments.forEach(({ parent }, index) => {
      const worldTurn = quaternionAt(state.rotation, index);
      const worldPlace = vectorAt(state.positionM, index);
      const parentTurn: Quaternion = parent < 0 ? [1, 0, 0, 0] : quaternionAt(state.rotation, parent);
      const parentPlace: Vec3 = parent < 0 ? [0, 0, 0] : vectorAt(state.positionM, parent);
      const toParent = quatConjugate(parentTurn);
      const [w, x, y, z] = quatMultiply(toParent, worldTurn);
      const apart: Vec3 = [
        worldPlace[0] - parentPlace[0],
        worldPlace[1] - parentPlace[1],
        worldPlace[2] - parentPlace[2],
      ];
      turns[index]?.push(x, y, z, w);
      places[index]?.push(...quatRotate(toParent, apart));
    });
  }
  const tracks = bones.flatMap((bone, index) => [
    new QuaternionKeyframeTrack(`${bone.name}.quaternion`, times, turns[index] ?? []),
    // Only the root moves about; a bone stays where it is joined.
    ...(index === 0 ? [new VectorKeyframeTrack(`${bone.name}.position`, times, places[index] ?? [])] : []),
  ]);
  bones.forEach((bone, index) => bone.position.fromArray(places[index] ?? [0, 0, 0]));
  return new AnimationClip('clip', 1, tracks);
}

function quaternionAt(all: Float64Array, index: number): Quaternion {
  const [w = 1, x = 0, y = 0, z = 0] = all.subarray(4 * index, 4 * index + 4);
  return [w, x, y, z];
}

function vectorAt(all: Float64Array, index: number): Vec3 {
  const [x = 0, y = 0, z = 0] = all.subarray(3 * index, 3 * index + 3);
  return [x, y, z];
}
