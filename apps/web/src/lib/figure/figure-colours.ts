import type { Body } from '@sacra/body';
import type { HairStyle } from '@sacra/figure';
import { Color, Vector3 } from 'three';
import { headOriginM } from './figure-mesh.ts';
import type { FigurePalette } from './palette.ts';

/** Colours of the figure's surface, and where its face and the strands of its hair are drawn from. */
export interface ColourUniforms {
  readonly skin: { value: Color };
  readonly hair: { value: Color };
  readonly brows: { value: Color };
  readonly top: { value: Color };
  readonly leggings: { value: Color };
  /** How clearly strands show, how much of the skin shines through, and how much hair shines: 0 to 1. */
  readonly hairLook: { value: Vector3 };
  /** Where strands come together, head frame in reference metres, and the radius of the knot there. */
  readonly strandsTo: { value: Vector3 };
  readonly knotRadius: { value: number };
  /** The head's joint in the bind pose, and metres to a reference metre: the face is drawn in its frame. */
  readonly headOrigin: { value: Vector3 };
  readonly bodyScale: { value: number };
}

export function colourUniforms(body: Body): ColourUniforms {
  const uniforms: ColourUniforms = {
    ...{ skin: { value: new Color() }, hair: { value: new Color() }, brows: { value: new Color() } },
    ...{ top: { value: new Color() }, leggings: { value: new Color() } },
    hairLook: { value: new Vector3() },
    strandsTo: { value: new Vector3() },
    knotRadius: { value: 0 },
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
  readonly to: readonly [number, number, number];
  readonly knotM: number;
}

const crown = [-0.02, 0, 0.14] as const;
const hairLooks: Readonly<Record<HairStyle, HairLook>> = {
  knot: { strands: 1, skinThrough: 0, shine: 1, to: [-0.029, 0, 0.167], knotM: 0.04 },
  plait: { strands: 0.8, skinThrough: 0, shine: 1, to: crown, knotM: 0 },
  bob: { strands: 0.85, skinThrough: 0, shine: 1, to: crown, knotM: 0 },
  crop: { strands: 0.7, skinThrough: 0, shine: 0.7, to: [-0.045, 0, 0.12], knotM: 0 },
  curls: { strands: 0, skinThrough: 0, shine: 0.25, to: crown, knotM: 0 },
  scarf: { strands: 0, skinThrough: 0, shine: 0, to: crown, knotM: 0 },
  cropped: { strands: 0, skinThrough: 0.24, shine: 0.2, to: crown, knotM: 0 },
  bare: { strands: 0, skinThrough: 0, shine: 0, to: crown, knotM: 0 },
};

export function paintFigure(uniforms: ColourUniforms, palette: FigurePalette): void {
  for (const name of ['skin', 'hair', 'brows', 'top', 'leggings'] as const) uniforms[name].value.set(palette[name]);
  const { strands, skinThrough, shine, to, knotM } = hairLooks[palette.hairStyle];
  uniforms.hairLook.value.set(strands, skinThrough, shine);
  uniforms.strandsTo.value.set(...to);
  uniforms.knotRadius.value = knotM;
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
  uniform vec3 brows;
  uniform vec3 top;
  uniform vec3 leggings;
  uniform vec3 hairLook;
  uniform vec3 strandsTo;
  uniform float knotRadius;

  // with an edge one pixel wide
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

  // a hem is a little darker than the cloth
  vec3 cloth(vec3 colour, float field) {
    return colour * mix(0.84, 1.0, smoothstep(0.0, 0.0045, field));
  }

  float wave(float angle) {
    float waves = 0.6 * sin(angle * 64.0 + 3.0 * sin(angle * 9.0)) + 0.4 * sin(angle * 139.0 + 2.0);
    return waves * (1.0 - smoothstep(0.02, 0.06, fwidth(angle)));
  }

  // strands run from the hairline to where they come together, and around a knot
  vec3 hairColour(vec3 under) {
    vec3 from = vFace - strandsTo;
    vec3 axis = normalize(vec3(-0.37, 0.0, 0.93));
    vec3 side = vec3(0.0, 1.0, 0.0);
    float angle = atan(dot(from, side), dot(from, cross(side, axis)));
    float away = length(from - axis * dot(from, axis));
    float inKnot = 1.0 - smoothstep(knotRadius - 0.001, knotRadius + 0.006, length(from));
    float swirl = 0.9 * (0.35 * angle + 24.0 * dot(from, axis));
    float strand = mix(wave(angle) * smoothstep(0.0, 0.03, away), 0.8 * wave(swirl), inKnot);
    vec3 strands = hair * (1.0 + 0.17 * hairLook.x * strand);
    return mix(strands, under, hairLook.y);
  }

  // closed lids, brows and a mouth at rest, drawn on rather than built
  vec3 faceColour(vec3 colour) {
    float front = smoothstep(0.045, 0.06, vFace.x);
    vec3 ink = mix(brows, skin * 0.35, 0.4);
    float across = (abs(vFace.y) - 0.0315) / 0.0128;
    float ends = 1.0 - smoothstep(0.75, 1.05, abs(across));
    float lid = line(vFace.z - (0.0215 + 0.0044 * across * across), 0.0016) * ends;
    float browAcross = (abs(vFace.y) - 0.033) / 0.0175;
    float brow = line(vFace.z - (0.0468 - 0.0034 * browAcross * browAcross + 0.0012 * browAcross), 0.0026)
      * (1.0 - smoothstep(0.7, 1.05, abs(browAcross)));
    float mouthAcross = abs(vFace.y) / 0.0185;
    float bow = 0.0012 * mouthAcross * mouthAcross;
    float mouthEnds = 1.0 - smoothstep(0.8, 1.05, mouthAcross);
    float fullness = 0.0048 * sqrt(max(0.0, 1.0 - mouthAcross * mouthAcross));
    float lips = (1.0 - smoothstep(fullness * 0.7, fullness * 1.15 + 0.0004, abs(vFace.z + 0.0325 - bow))) * mouthEnds;
    float mouth = line(vFace.z + 0.0325 - bow, 0.0011) * mouthEnds;
    colour = mix(colour, colour * vec3(0.9, 0.66, 0.63), 0.55 * lips * front);
    colour = mix(colour, ink, mouth * 0.4 * front);
    colour = mix(colour, ink, brow * 0.42 * front);
    vec2 fromCheek = vec2(abs(vFace.y) - 0.04, vFace.z + 0.006);
    float blush = exp(-dot(fromCheek, fromCheek) / 0.00034);
    colour = mix(colour, colour * vec3(1.05, 0.87, 0.83), blush * 0.45 * front);
    return mix(colour, ink, lid * 0.75 * front);
  }

  vec3 figureColour() {
    vec3 colour = faceColour(skin);
    vec3 bare = colour;
    colour = mix(colour, cloth(top, vFields.y), coverage(vFields.y));
    colour = mix(colour, cloth(leggings, vFields.x), coverage(vFields.x));
    return mix(colour, hairColour(bare), coverage(vFields.z));
  }
`;
