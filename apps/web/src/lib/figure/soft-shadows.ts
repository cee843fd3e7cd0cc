import { ShaderChunk } from 'three';
import { SHADOW_DEPTH_M, SHADOW_TEXEL_M } from './lights.ts';

const DEPTHS_M = [0, 0.05, 0.15, 0.35, 0.7] as const;
const WIDEST_TEXELS = 44;
/** How wide the lamp is, as a share of its distance. */
const LAMP_SIZE = 0.1;

/** The renderer's five taps of a shadow map. */
const TAPS = /shadow = \(\s*(?:texture\([^;]*?\)\s*\+?\s*){5}\) \* 0\.2;/;

/** @throws when the renderer's shader has no such taps: another version of it, for which this must be written anew */
function withTaps(fragmentShader: string, taps: string): string {
  const chunk = ShaderChunk.shadowmap_pars_fragment;
  if (!TAPS.test(chunk)) throw new Error('The shadows of this version of three.js have other taps.');
  return fragmentShader.replace('#include <shadowmap_pars_fragment>', chunk.replace(TAPS, taps));
}

/** Sixteen taps on a turned spiral in place of the renderer's five: soft edges without grain. */
export const softenShadows = (fragmentShader: string): string =>
  withTaps(
    fragmentShader,
    /* glsl */ `
    shadow = 0.0;
    for (int tap = 0; tap < 16; tap++)
      shadow += texture(shadowMap, vec3(shadowCoord.xy + vogelDiskSample(tap, 16, phi) * radius, shadowCoord.z));
    shadow *= 0.0625;`,
  );

/**
 * Shadows on the ground: sharp where the body lies on it, softer the higher above it is what casts them, as under a wide window. The
 * distance is asked of the shadow map in five depths, by how much of the neighbourhood lies behind something at least that far away.
 *
 * @returns the shader with the renderer's five taps replaced
 */
export const softenWithDistance = (fragmentShader: string): string =>
  withTaps(
    fragmentShader,
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
