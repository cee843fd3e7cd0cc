import { MeshDepthMaterial, MeshStandardMaterial } from 'three';
import {
  colourFragmentDeclarations,
  colourVertex,
  colourVertexDeclarations,
  type ColourUniforms,
} from './figure-colours.ts';
import { contactShadeDeclarations } from './capsule-shade.ts';
import { skinningDeclarations } from './segment-shader.ts';
import { softenShadows } from './soft-shadows.ts';

/** Values that change from frame to frame, shared by the figure's materials. */
export interface FigureUniforms extends ColourUniforms {
  readonly segmentMotion: { value: Float32Array };
  readonly shadeCapsules: { value: Float32Array };
  /** Height of the breath, metres of swell at the fullest place. */
  readonly breath: { value: number };
}

/** Light on skin that nothing shades, as a share of what it would send back in full. */
const FULLY_LIT = '0.95';

export interface FigureMaterials {
  readonly surface: MeshStandardMaterial;
  readonly depth: MeshDepthMaterial;
}

/** Skin, hair and clothes as one material, and its twin that fills the shadow map. */
export function createFigureMaterials(
  uniforms: FigureUniforms,
  segmentCount: number,
  capsuleCount: number,
): FigureMaterials {
  const skinning = skinningDeclarations(segmentCount);
  const surface = new MeshStandardMaterial({ roughness: 0.78, dithering: true });
  surface.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, uniforms);
    shader.vertexShader = withSkinning(shader.vertexShader, skinning)
      .replace(
        '#include <common>',
        `#include <common>\n${surfaceVertexDeclarations}\n${contactShadeDeclarations(capsuleCount)}`,
      )
      .replace('#include <skinning_vertex>', `#include <skinning_vertex>\n${surfaceVertex}`);
    shader.fragmentShader = softenShadows(shader.fragmentShader)
      .replace('#include <common>', `#include <common>\n${surfaceFragmentDeclarations}`)
      .replace('#include <color_fragment>', 'diffuseColor.rgb = figureColour();')
      .replace('#include <roughnessmap_fragment>', 'float roughnessFactor = roughness - 0.22 * hairLook.z * hairShare;')
      .replace('#include <lights_fragment_end>', `#include <lights_fragment_end>\n${shadedLight}`);
  };
  const depth = new MeshDepthMaterial();
  depth.onBeforeCompile = (shader) => {
    // At rest between breaths: a shadow needn't be drawn anew for a breath, and nothing that swells lies in its own.
    Object.assign(shader.uniforms, uniforms, { breath: { value: 0 } });
    shader.vertexShader = withSkinning(shader.vertexShader, skinning);
  };
  return { surface, depth };
}

function withSkinning(vertexShader: string, declarations: string): string {
  return vertexShader
    .replace('#include <skinbase_vertex>', 'mat2x4 figureMotion = blendedMotion();')
    .replace('#include <skinnormal_vertex>', 'objectNormal = movedNormal(figureMotion);')
    .replace(
      '#include <skinning_vertex>',
      'transformed = moved(figureMotion, transformed + normal * (swell * breath));\n#include <skinning_vertex>',
    )
    .replace('#include <common>', `#include <common>\n${declarations}`);
}

const surfaceVertexDeclarations = /* glsl */ `
  ${colourVertexDeclarations}
  varying float vOpen;
`;

const surfaceVertex = /* glsl */ `
  ${colourVertex}
  float nearMat = exp(-max(transformed.z, 0.0) / 0.07) * (0.5 - 0.5 * objectNormal.z);
  vOpen = contactShade(transformed, objectNormal, 0.62) * (1.0 - 0.45 * nearMat);
`;

/** Occlusion takes most of the sky's light and a little of the lamp's, and leaves warmth in the dark. */
const shadedLight = /* glsl */ `
  vec3 dimmed = mix(vec3(0.30, 0.19, 0.15), vec3(1.0), vOpen);
  reflectedLight.indirectDiffuse *= dimmed;
  reflectedLight.directDiffuse *= mix(vec3(1.0), dimmed, 0.45);
  reflectedLight.indirectDiffuse += skinGlow(reflectedLight.directDiffuse + reflectedLight.indirectDiffuse, diffuseColor.rgb);
  float grazing = 1.0 - saturate(dot(normal, normalize(vViewPosition)));
  totalEmissiveRadiance += diffuseColor.rgb * (mix(0.22, 0.55, hairShare) * grazing * grazing * grazing) * vOpen;
`;

/**
 * `skinGlow(light, colour)`: what light spreads in the skin adds where little falls on it. Shade on skin is warm and shallow, most of all on
 * the face, which is to look calm from every side.
 */
const skinDeclarations = /* glsl */ `
  vec3 skinGlow(vec3 light, vec3 colour) {
    const vec3 eye = vec3(0.2126, 0.7152, 0.0722);
    float lit = dot(light, eye) / max(dot(colour, eye), 1e-4);
    float face = smoothstep(0.02, 0.06, vFace.x) * smoothstep(-0.084, -0.06, vFace.z) * (1.0 - smoothstep(0.11, 0.14, length(vFace)));
    float lack = max(0.0, ${FULLY_LIT} - lit);
    return colour * mix(vec3(1.0), colour / max(colour.r, 1e-3), 0.3) * vec3(1.13, 1.0, 0.93) * (lack * mix(0.28, 0.5, face) * bareSkin);
  }
`;

const surfaceFragmentDeclarations = /* glsl */ `
  ${colourFragmentDeclarations}
  varying float vOpen;
  ${skinDeclarations}
`;
