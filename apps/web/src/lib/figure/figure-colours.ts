import type { Body } from '@sacra/body';
import { sideParting, type HairStyle } from '@sacra/figure';
import { Color, Vector2, Vector3, Vector4 } from 'three';
import { faceFragment } from './face-shader.ts';
import { headOriginM } from './figure-mesh.ts';
import type { FigurePalette } from './palette.ts';

/** Colours of the figure's surface, and where its face and the strands of its hair are drawn from. */
export interface ColourUniforms {
  readonly skin: { value: Color };
  readonly hair: { value: Color };
  readonly lashes: { value: Color };
  readonly brows: { value: Color };
  readonly lips: { value: Color };
  readonly top: { value: Color };
  readonly leggings: { value: Color };
  /** How clearly strands show, how much of the skin shines through, how much hair shines: 0 to 1. Over how many metres it thins out at its edge. */
  readonly hairLook: { value: Vector4 };
  /** Where strands come together, head frame in reference metres, and the radius of the knot there. */
  readonly strandsTo: { value: Vector3 };
  readonly knotRadius: { value: number };
  /** Of the side parting that ends there: its length, 0 for none, and how far strands behind drift to the left on their way down, as a slope. */
  readonly parting: { value: Vector2 };
  /** The head's joint in the bind pose, and metres to a reference metre: the face is drawn in its frame. */
  readonly headOrigin: { value: Vector3 };
  readonly bodyScale: { value: number };
}

export function colourUniforms(body: Body): ColourUniforms {
  const uniforms: ColourUniforms = {
    ...{ skin: { value: new Color() }, hair: { value: new Color() } },
    ...{ lashes: { value: new Color() }, brows: { value: new Color() }, lips: { value: new Color() } },
    ...{ top: { value: new Color() }, leggings: { value: new Color() } },
    hairLook: { value: new Vector4() },
    strandsTo: { value: new Vector3() },
    knotRadius: { value: 0 },
    parting: { value: new Vector2() },
    headOrigin: { value: new Vector3() },
    bodyScale: { value: 1 },
  };
  placeColours(uniforms, body);
  return uniforms;
}

/** Another body has its head elsewhere. */
export function placeColours({ headOrigin, bodyScale }: ColourUniforms, body: Body): void {
  headOrigin.value.set(...headOriginM(body));
  bodyScale.value = body.person.statureM / 1.7;
}

interface HairLook {
  readonly strands: number;
  readonly skinThrough: number;
  readonly shine: number;
  readonly edgeM: number;
  readonly to: readonly [number, number, number];
  readonly knotM: number;
  readonly drift?: number;
}

const crown = [-0.02, 0, 0.14] as const;
const partingEnd = [sideParting.fromM, sideParting.acrossM + sideParting.slant * sideParting.fromM, 0.138] as const;
const hairLooks: Readonly<Record<HairStyle, HairLook>> = {
  knot: { strands: 1, skinThrough: 0, shine: 1, edgeM: 0.007, to: [-0.029, 0, 0.167], knotM: 0.04 },
  plait: { strands: 0.8, skinThrough: 0, shine: 1, edgeM: 0.007, to: partingEnd, knotM: 0, drift: 0.35 },
  bob: { strands: 0.85, skinThrough: 0, shine: 1, edgeM: 0.004, to: partingEnd, knotM: 0 },
  crop: { strands: 0.7, skinThrough: 0, shine: 0.7, edgeM: 0.006, to: partingEnd, knotM: 0 },
  curls: { strands: 0, skinThrough: 0, shine: 0.25, edgeM: 0.006, to: crown, knotM: 0 },
  scarf: { strands: 0, skinThrough: 0, shine: 0, edgeM: 0, to: crown, knotM: 0 },
  cropped: { strands: 0, skinThrough: 0.24, shine: 0.2, edgeM: 0.009, to: crown, knotM: 0 },
  bare: { strands: 0, skinThrough: 0, shine: 0, edgeM: 0, to: crown, knotM: 0 },
};

export function paintFigure(uniforms: ColourUniforms, palette: FigurePalette): void {
  for (const name of ['skin', 'hair', 'lashes', 'brows', 'lips', 'top', 'leggings'] as const)
    uniforms[name].value.set(palette[name]);
  const { strands, skinThrough, shine, edgeM, to, knotM, drift = 0 } = hairLooks[palette.hairStyle];
  uniforms.hairLook.value.set(strands, skinThrough, shine, edgeM);
  uniforms.strandsTo.value.set(...to);
  uniforms.knotRadius.value = knotM;
  uniforms.parting.value.set(to === partingEnd ? sideParting.toM - sideParting.fromM : 0, drift);
}

export const colourVertexDeclarations = /* glsl */ `
  attribute vec3 fields;
  uniform vec3 headOrigin;
  uniform float bodyScale;
  varying vec3 vFields;
  varying vec3 vFace;
`;

export const colourVertex = /* glsl */ `
  vFields = fields;
  vFace = (position - headOrigin) / bodyScale;
`;

/** `figureColour()`: hair over what covers the legs over the top over skin. `coverage(field)`: 0 outside of an edge, 1 inside. */
export const colourFragmentDeclarations = /* glsl */ `
  varying vec3 vFields;
  varying vec3 vFace;
  uniform vec3 skin;
  uniform vec3 hair;
  uniform vec3 top;
  uniform vec3 leggings;
  uniform vec4 hairLook;
  uniform vec3 strandsTo;
  uniform float knotRadius;
  uniform vec2 parting;

  // with an edge one pixel wide
  float coverage(float field) {
    float width = max(fwidth(field) * 0.75, 1e-6);
    return smoothstep(-width, width, field);
  }

  // a hem is a little darker than the cloth
  vec3 cloth(vec3 colour, float field) {
    return colour * mix(0.84, 1.0, smoothstep(0.0, 0.0045, field));
  }

  // broad locks, and strands in them, as fine as can be seen
  float wave(float angle, float grain) {
    float locks = 0.55 * sin(angle * 19.0 + 2.0 * sin(angle * 5.0));
    float strands = 0.6 * sin(angle * 64.0 + 3.0 * sin(angle * 9.0)) + 0.4 * sin(angle * 139.0 + 2.0);
    return locks * (1.0 - smoothstep(0.06, 0.2, grain)) + strands * (1.0 - smoothstep(0.02, 0.06, grain));
  }

  // strands run from the hairline to where they come together, or away from a parting, and around a knot; -1 to 1, dark to light
  float strandAt(float pixel) {
    vec3 from = vFace - strandsTo;
    vec3 axis = normalize(vec3(-0.37, 0.0, 0.93));
    vec3 side = vec3(0.0, 1.0, 0.0);
    float across = dot(from, side) - parting.y * max(0.0, 0.09 - vFace.z);
    float ahead = dot(from, cross(side, axis));
    float onParting = clamp(ahead, 0.0, parting.x);
    float angle = atan(across, ahead - onParting);
    if (parting.x > 0.0) angle += (across < 0.0 ? -PI : PI) * (1.0 - onParting / parting.x);
    float away = length(vec2(across, ahead - onParting));
    float inKnot = 1.0 - smoothstep(knotRadius - 0.001, knotRadius + 0.006, length(from));
    float swirl = 0.9 * (0.35 * angle + 24.0 * dot(from, axis));
    float strands = wave(angle, pixel / max(away, 0.01)) * smoothstep(0.0, parting.x > 0.0 ? 0.012 : 0.03, away);
    strands *= smoothstep(-0.095, -0.075, vFace.z);
    return hairLook.x * mix(strands, 0.8 * wave(swirl, 22.0 * pixel), inKnot);
  }

  // how much of the scalp shows in the parting
  float bareParting(vec3 footprint) {
    float line = abs(vFace.y - ${sideParting.acrossM.toFixed(4)} - ${sideParting.slant.toFixed(4)} * vFace.x);
    float inLine = 1.0 - smoothstep(0.0009 - 0.5 * footprint.y, 0.0009 + footprint.y, line);
    float ends = smoothstep(${sideParting.fromM.toFixed(4)}, ${(sideParting.fromM + 0.03).toFixed(4)}, vFace.x) * smoothstep(0.085, 0.1, vFace.z);
    return parting.x > 0.0 ? 0.65 * inLine * ends : 0.0;
  }

${faceFragment}
  // how much of what is seen is skin, for the light on it
  float bareSkin;
  float hairShare;

  vec3 figureColour() {
    vec3 footprint = fwidth(vFace);
    float pixel = max(footprint.x, max(footprint.y, footprint.z));
    vec3 bare = faceColour(skin, footprint.yz);
    float inTop = coverage(vFields.y);
    float inLeggings = coverage(vFields.x);
    float fieldPixel = fwidth(vFields.z);
    hairShare = 0.0;
    vec3 strands = hair;
    if (vFields.z > -hairLook.w - 2.0 * fieldPixel) {
      float strand = strandAt(pixel);
      float thin = vFields.z + 0.2 * hairLook.w * strand;
      float width = 0.75 * fieldPixel + 0.5 * hairLook.w;
      hairShare = smoothstep(-width, width, thin - 0.2 * hairLook.w);
      strands = mix(hair * (1.0 + 0.17 * strand), bare, hairLook.y);
      strands = mix(strands, 0.5 * (skin + hair), bareParting(footprint));
    }
    bareSkin = (1.0 - inTop) * (1.0 - inLeggings) * (1.0 - hairShare * (1.0 - hairLook.y));
    vec3 colour = mix(bare, cloth(top, vFields.y), inTop);
    colour = mix(colour, cloth(leggings, vFields.x), inLeggings);
    return mix(colour, strands, hairShare);
  }
`;
