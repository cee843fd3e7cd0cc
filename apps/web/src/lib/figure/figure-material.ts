import { MeshDepthMaterial, MeshStandardMaterial, ShaderChunk } from 'three';
import {
  colourFragmentDeclarations,
  colourVertex,
  colourVertexDeclarations,
  type ColourUniforms,
} from './figure-colours.ts';
import { contactShadeDeclarations, skinningDeclarations, softenShadows } from './segment-shader.ts';

/** Values that change from frame to frame, shared by the figure's materials. */
export interface FigureUniforms extends ColourUniforms {
  readonly segmentMotion: { value: Float32Array };
  readonly shadeCapsules: { value: Float32Array };
  /** Height of the breath, metres of swell at the fullest place. */
  readonly breath: { value: number };
}

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
    shader.fragmentShader = softenShadows(shader.fragmentShader, ShaderChunk.shadowmap_pars_fragment)
      .replace('#include <common>', `#include <common>\n${surfaceFragmentDeclarations}`)
      .replace('#include <color_fragment>', 'diffuseColor.rgb = figureColour();')
      .replace(
        '#include <roughnessmap_fragment>',
        'float roughnessFactor = roughness - 0.22 * hairLook.z * coverage(vFields.z);',
      )
      .replace('#include <lights_fragment_end>', `#include <lights_fragment_end>\n${shadedLight}`);
  };
  const depth = new MeshDepthMaterial();
  depth.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, uniforms);
    shader.vertexShader = withSkinning(shader.vertexShader, skinning);
  };
  return { surface, depth };
}

function withSkinning(vertexShader: string, declarations: string): string {
  return vertexShader
    .replace('#include <skinbase_vertex>', 'mat2x4 figureMotion = blendedMotion();')
    .replace('#include <skinnormal_vertex>', 'objectNormal = turned(figureMotion[0], objectNormal);')
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
  float grazing = 1.0 - saturate(dot(normal, normalize(vViewPosition)));
  totalEmissiveRadiance += diffuseColor.rgb * (0.22 * grazing * grazing * grazing) * vOpen;
`;

const surfaceFragmentDeclarations = /* glsl */ `
  ${colourFragmentDeclarations}
  varying float vOpen;
`;
