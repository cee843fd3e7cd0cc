import { SHADOW_DEPTH_M, SHADOW_TEXEL_M } from './lights.ts';

/**
 * Shadows on the ground: sharp where the body lies on it, softer the higher above it is what casts them, as under a wide window. The
 * distance is asked of the shadow map in five depths, by how much of the neighbourhood lies behind something at least that far away.
 *
 * @returns the shader with the renderer's five taps replaced
 */
export function softenWithDistance(fragmentShader: string, shadowChunk: string): string {
  const taps = /shadow = \(\s*(?:texture\([^;]*?\)\s*\+?\s*){5}\) \* 0\.2;/;
  const softer = shadowChunk.replace(
    taps,
    /* glsl */ `
    float farther[${DEPTHS_M.length}];
    ${DEPTHS_M.map((depthM, i) => `farther[${i}] = ${(depthM / SHADOW_DEPTH_M).toFixed(5)};`).join(' ')}
    float reach[${DEPTHS_M.length}];
    for (int k = 0; k < ${DEPTHS_M.length}; k++) {
      reach[k] = 0.0;
      for (int tap = 0; tap < 6; tap++)
        reach[k] += 1.0 - texture(shadowMap, vec3(shadowCoord.xy + vogelDiskSample(tap, 6, phi) * texelSize * ${WIDEST_TEXELS.toFixed(1)}, shadowCoord.z - farther[k]));
      if (reach[k] == 0.0) break;
    }
    shadow = 1.0;
    if (reach[0] > 0.0) {
      float awayM = (${DEPTHS_M.slice(1)
        .map((depthM, i) => `${(depthM - DEPTHS_M[i]!).toFixed(3)} * reach[${i + 1}]`)
        .join(' + ')}) / reach[0];
      vec2 penumbra = texelSize * clamp(awayM * ${(LAMP_SIZE / SHADOW_TEXEL_M).toFixed(2)}, 4.0, ${WIDEST_TEXELS.toFixed(1)});
      shadow = 0.0;
      for (int tap = 0; tap < 20; tap++)
        shadow += texture(shadowMap, vec3(shadowCoord.xy + vogelDiskSample(tap, 20, phi) * penumbra, shadowCoord.z));
      shadow = mix(0.05 * shadow, 1.0, 0.45 * smoothstep(0.08, 0.9, awayM));
    }`,
  );
  return fragmentShader.replace('#include <shadowmap_pars_fragment>', softer);
}

const DEPTHS_M = [0, 0.05, 0.15, 0.35, 0.7] as const;
const WIDEST_TEXELS = 44;
/** How wide the lamp is, as a share of its distance. */
const LAMP_SIZE = 0.1;

/**
 * `groundShade(point)`: 1 in the open, less under the capsules of the body: a wide shade as `contactShade` has it, and a narrow one where they all but
 * touch, so that hands, feet and knees stand on the ground rather than above it.
 */
export const groundShadeDeclarations = (capsuleCount: number): string => /* glsl */ `
  uniform vec4 shadeCapsules[${2 * capsuleCount}];

  float groundShade(vec3 point) {
    float open = 1.0;
    for (int i = 0; i < ${capsuleCount}; i++) {
      vec4 start = shadeCapsules[2 * i];
      vec4 along = shadeCapsules[2 * i + 1] - start;
      float t = clamp(dot(point - start.xyz, along.xyz) / max(dot(along.xyz, along.xyz), 1e-8), 0.0, 1.0);
      vec3 towards = start.xyz + along.xyz * t - point;
      float radius = start.w + along.w * t;
      float away = max(length(towards), 1e-4);
      float facing = max(towards.z / away, 0.0);
      float ratio = min(radius / away, 1.0);
      float wide = 0.8 * facing * ratio * ratio * max(1.0 - away / 0.6, 0.0);
      float narrow = 0.5 * exp(-max(away - radius, 0.0) / 0.016);
      open *= (1.0 - wide) * (1.0 - narrow);
    }
    return open;
  }
`;
