import { FADES_AT, GENTLE_START, PRESSED, PRESSING_SIZE, pressingParts, SLOPE, YIELDS_IN_FULL_M } from '@sacra/figure';
import { DRIVER_VECTORS } from './correction-attributes.ts';

const number = (value: number): string => (Number.isInteger(value) ? value.toFixed(1) : String(value));
const numbers = (values: readonly number[]): string => `float[](${values.map(number).join(', ')})`;

/**
 * `pressedIn(place, unitNormal)`: how far flesh goes in along its normal for the arms and hands that press on it (w, metres), and what that
 * adds to its normal (xyz). The twin of `pressFlesh` in @sacra/figure; reads bones, boneWeights and segmentMotion.
 */
export const pressingDeclarations = (segmentCount: number): string => {
  const partsAt = 2 * segmentCount + DRIVER_VECTORS;
  const givesAt = partsAt + PRESSING_SIZE / 4;
  return /* glsl */ `
  const float pressHalfBreadth[${pressingParts.length}] = ${numbers(pressingParts.map(({ halfBreadthM }) => halfBreadthM))};
  const float pressDepth[${pressingParts.length}] = ${numbers(pressingParts.map(({ depth }) => depth))};
  const float pressStart[${pressingParts.length}] = ${numbers(pressingParts.map(({ fromShare }) => (fromShare > 0 ? GENTLE_START : 0)))};

  vec4 pressedIn(vec3 place, vec3 facing) {
    vec4 found = vec4(0.0);
    float gives = 0.0;
    for (int k = 0; k < 4; k++) {
      int bone = int(bones[k]);
      gives += boneWeights[k] * segmentMotion[${givesAt} + bone / 4][bone % 4];
    }
    if (gives <= 0.0) return found;
    float yields = smoothstep(0.0, ${number(YIELDS_IN_FULL_M)}, gives);
    for (int i = 0; i < ${pressingParts.length}; i++) {
      vec4 start = segmentMotion[${partsAt} + 2 * i];
      vec4 end = segmentMotion[${partsAt + 1} + 2 * i];
      vec3 axis = end.xyz - start.xyz;
      float along = clamp(dot(place - start.xyz, axis) / max(dot(axis, axis), 1e-8), 0.0, 1.0);
      vec3 towards = start.xyz + along * axis - place;
      float radius = mix(start.w, end.w, along);
      float deep = -dot(towards, facing);
      float pressed = deep + pressDepth[i] * radius;
      if (pressed <= 0.0 || deep >= ${number(FADES_AT)} * gives) continue;
      vec3 beside = towards + deep * facing;
      float aside = length(beside);
      float halfBreadth = max(radius, pressHalfBreadth[i]);
      float inner = ${number(PRESSED.inFull)} * halfBreadth;
      float outer = ${number(PRESSED.rim)} * halfBreadth + ${number(SLOPE.leastM)} + ${number(SLOPE.aMetre)} * pressed;
      float inFull = pressed * yields * (1.0 - smoothstep(gives, ${number(FADES_AT)} * gives, deep));
      if (pressStart[i] > 0.0) inFull *= smoothstep(0.0, pressStart[i], along);
      float t = clamp((aside - inner) / (outer - inner), 0.0, 1.0);
      float push = inFull * (1.0 - t * t * (3.0 - 2.0 * t));
      if (push <= found.w) continue;
      found = vec4(beside * (inFull * 6.0 * t * (1.0 - t) / ((outer - inner) * max(aside, 1e-6))), push);
    }
    return found;
  }
`;
};
