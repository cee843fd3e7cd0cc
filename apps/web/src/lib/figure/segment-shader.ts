import { SIDE_SHARES } from '@sacra/figure';
import { pressingDeclarations } from './pressing-shader.ts';
import {
  CODE_OFFSET,
  CORRECTION_STEP_M,
  correctionSlots,
  motionVectors,
  SHAPES,
  TURN_STEP,
  turnSlots,
} from './correction-attributes.ts';

/**
 * Declares the skinning of a mesh of `segmentCount` segments by dual quaternions, the twin of `skinVertices` in @sacra/figure. Attributes:
 * bones, boneWeights, swell, and `correction0`…, `correctionTurn0`… as `setCorrectionAttributes` writes them. `segmentMotion` is what
 * `createSegmentMotion` gives.
 */
export const skinningDeclarations = (segmentCount: number): string => /* glsl */ `
  attribute vec4 bones;
  attribute vec4 boneWeights;
  attribute float swell;
  ${[...correctionSlots, ...turnSlots].map((name) => `attribute vec4 ${name};`).join('\n')}
  uniform vec4 segmentMotion[${motionVectors(segmentCount)}];
  uniform float breath;

  // rotation in [0], dual part in [1]; x, y, z, w order
  mat2x4 blendedMotion() {
    vec4 first = segmentMotion[2 * int(bones.x)];
    vec4 turn = first * boneWeights.x;
    vec4 dual = segmentMotion[2 * int(bones.x) + 1] * boneWeights.x;
    for (int k = 1; k < 4; k++) {
      int bone = int(bones[k]);
      vec4 next = segmentMotion[2 * bone];
      float weight = dot(next, first) < 0.0 ? -boneWeights[k] : boneWeights[k];
      turn += next * weight;
      dual += segmentMotion[2 * bone + 1] * weight;
    }
    float scale = 1.0 / length(turn);
    return mat2x4(turn * scale, dual * scale);
  }

  vec3 turned(vec4 turn, vec3 v) {
    vec3 t = 2.0 * cross(turn.xyz, v);
    return v + turn.w * t + cross(turn.xyz, t);
  }

  float driver(int index) {
    return segmentMotion[${2 * segmentCount} + index / 4][index % 4];
  }

  // how much of a correction there is: its code tells which drivers it hears
  float shareOf(float slotCode) {
    int code = int(slotCode) + ${CODE_OFFSET};
    int shape = code % ${SHAPES};
    float left = float(code / ${SHAPES}) / ${SIDE_SHARES}.0;
    return mix(driver(${SHAPES} + shape), driver(shape), left);
  }

  // where the vertex is and where it faces, before flesh makes way: a place in the bind pose, with what the pose corrects there, carried along
  vec3 skinnedPlace(mat2x4 motion, vec3 bound) {
    vec4 turn = motion[0];
    vec4 dual = motion[1];
    vec3 p = bound${correctionSlots.map((name) => ` + ${name}.xyz * (${CORRECTION_STEP_M} * shareOf(${name}.w))`).join('')};
    return turned(turn, p) + 2.0 * (turn.w * dual.xyz - dual.w * turn.xyz + cross(turn.xyz, dual.xyz));
  }

  vec3 skinnedNormal(mat2x4 motion) {
    vec3 n = normal${correctionSlots.map((name, i) => ` + ${turnSlots[i]}.xyz * (${TURN_STEP} * shareOf(${name}.w))`).join('')};
    return turned(motion[0], normalize(n));
  }

  ${pressingDeclarations(segmentCount)}

  // a place in the bind pose, near the vertex, carried along with it
  vec3 moved(mat2x4 motion, vec3 bound) {
    vec3 p = skinnedPlace(motion, bound);
    vec3 n = skinnedNormal(motion);
    return p - n * pressedIn(p, n).w;
  }

  // the vertex's normal, of unit length, carried along
  vec3 movedNormal(mat2x4 motion) {
    vec3 n = skinnedNormal(motion);
    return normalize(n + pressedIn(skinnedPlace(motion, position), n).xyz);
  }
`;
