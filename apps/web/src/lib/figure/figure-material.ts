import { MeshDepthMaterial, MeshStandardMaterial, ShaderChunk, type Color, type Vector3 } from 'three';
import { contactShadeDeclarations, skinningDeclarations, softenShadows } from './segment-shader.ts';

/** Values that change from frame to frame, shared by the figure's materials. */
export interface FigureUniforms {
  readonly segmentMotion: { value: Float32Array };
  readonly shadeCapsules: { value: Float32Array };
  /** Height of the breath, metres of swell at the fullest place. */
  readonly breath: { value: number };
  readonly skin: { value: Color };
  readonly hair: { value: Color };
  readonly top: { value: Color };
  readonly leggings: { value: Color };
  /** The head's joint in the bind pose, and metres to a reference metre: the face is drawn in its frame. */
  readonly headOrigin: { value: Vector3 };
  readonly bodyScale: { value: number };
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
      .replace('#include <roughnessmap_fragment>', 'float roughnessFactor = roughness - 0.22 * coverage(vFields.z);')
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
  attribute vec3 fields;
  uniform vec3 headOrigin;
  uniform float bodyScale;
  varying vec3 vFields;
  varying vec3 vFace;
  varying float vOpen;
`;

const surfaceVertex = /* glsl */ `
  vFields = fields;
  vFace = (position - headOrigin) / bodyScale;
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
  varying vec3 vFields;
  varying vec3 vFace;
  varying float vOpen;
  uniform vec3 skin;
  uniform vec3 hair;
  uniform vec3 top;
  uniform vec3 leggings;

  // 0 outside, 1 inside, with an edge one pixel wide
  float coverage(float field) {
    float width = max(fwidth(field) * 0.75, 1e-6);
    return smoothstep(-width, width, field);
  }

  // a line of the given width (metres) where a value is zero; it fades rather than flickers when it is finer than a pixel
  float line(float value, float width) {
    float pixel = max(fwidth(value), 1e-6);
    float reach = 0.5 * (width + pixel);
    return (1.0 - smoothstep(reach - 0.7 * pixel, reach + 0.7 * pixel, abs(value))) * min(1.0, width / pixel) * (1.0 - 0.5 * smoothstep(0.0015, 0.004, pixel));
  }

  // a seam runs along every hem, one centimetre in
  vec3 cloth(vec3 colour, float field) {
    return colour * (1.0 - 0.1 * line(field - 0.011, 0.0016)) * mix(0.9, 1.0, smoothstep(0.0, 0.003, field));
  }

  float strands(float angle, float spread) {
    float wave = 0.6 * sin(angle * 64.0 + 3.0 * sin(angle * 9.0)) + 0.4 * sin(angle * 139.0 + 2.0);
    return wave * (1.0 - smoothstep(0.02, 0.06, fwidth(angle))) * spread;
  }

  // strands run from the hairline to the knot, and around the knot
  vec3 hairColour() {
    vec3 knot = vec3(-0.040, 0.0, 0.162);
    vec3 axis = normalize(vec3(-0.04, 0.0, 0.10));
    vec3 fromKnot = vFace - knot;
    vec3 side = vec3(0.0, 1.0, 0.0);
    vec3 ahead = cross(side, axis);
    float angle = atan(dot(fromKnot, side), dot(fromKnot, ahead));
    float inKnot = 1.0 - smoothstep(0.040, 0.047, length(fromKnot));
    float swirl = 0.35 * angle + 24.0 * dot(fromKnot, axis);
    float wave = mix(strands(angle, 1.0), strands(swirl * 0.9, 0.8), inKnot);
    return hair * (1.0 + 0.17 * wave);
  }

  // closed lids, brows and lips, drawn on rather than built
  vec3 faceColour(vec3 colour) {
    float front = smoothstep(0.045, 0.06, vFace.x);
    vec3 ink = mix(hair, skin * 0.35, 0.35);
    float across = (abs(vFace.y) - 0.0315) / 0.0125;
    float ends = 1.0 - smoothstep(0.75, 1.05, abs(across));
    float lid = line(vFace.z - (0.0125 + 0.0042 * across * across), 0.0015) * ends;
    float browAcross = (abs(vFace.y) - 0.033) / 0.017;
    float brow = line(vFace.z - (0.0395 - 0.0032 * browAcross * browAcross + 0.0016 * browAcross), 0.0028)
      * (1.0 - smoothstep(0.7, 1.05, abs(browAcross)));
    float mouthAcross = abs(vFace.y) / 0.019;
    float bow = 0.0011 * mouthAcross * mouthAcross;
    float mouthEnds = 1.0 - smoothstep(0.8, 1.05, mouthAcross);
    float fullness = 0.0052 * sqrt(max(0.0, 1.0 - mouthAcross * mouthAcross));
    float lips = (1.0 - smoothstep(fullness * 0.7, fullness * 1.15 + 0.0004, abs(vFace.z + 0.0385 - bow))) * mouthEnds;
    float mouth = line(vFace.z + 0.0385 - bow, 0.0011) * mouthEnds;
    colour = mix(colour, mix(colour, vec3(0.62, 0.20, 0.16), 0.42), lips * front);
    colour = mix(colour, ink, mouth * 0.4 * front);
    colour = mix(colour, ink, brow * 0.5 * front);
    float blush = exp(-dot(vec2(abs(vFace.y) - 0.043, vFace.z + 0.012), vec2(abs(vFace.y) - 0.043, vFace.z + 0.012)) / 0.00032);
    colour = mix(colour, colour * vec3(1.06, 0.86, 0.82), blush * 0.5 * front);
    return mix(colour, ink, lid * 0.75 * front);
  }

  vec3 figureColour() {
    vec3 colour = faceColour(skin);
    colour = mix(colour, cloth(top, vFields.y), coverage(vFields.y));
    colour = mix(colour, cloth(leggings, vFields.x), coverage(vFields.x));
    return mix(colour, hairColour(), coverage(vFields.z));
  }
`;
