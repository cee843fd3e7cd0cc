import {
  CUPID_DIP,
  CUPID_NARROW,
  earShade,
  FACE_FADES_M,
  faceStrokes,
  flushes,
  lips,
  type FaceStroke,
} from '@sacra/figure';

/** The shader side of the painted face (`faceStrokes` of @sacra/figure). */

const number = (value: number): string => value.toFixed(6);
const inkOf: Readonly<Record<FaceStroke['name'], string>> = {
  lash: 'lashes',
  crease: 'lashes',
  brow: 'brows',
  mouth: 'lashes',
  nose: 'lips',
};

function strokeLine({ name, acrossM, upM, halfSpanM, bowM, tiltM, widthsM, taper, strength }: FaceStroke): string {
  const place = [acrossM, upM, halfSpanM].map(number).join(', ');
  const shape = [bowM, tiltM, taper].map(number).join(', ');
  const covers = `stroke(at, pixel, vec3(${place}), vec3(${shape}), vec2(${widthsM.map(number).join(', ')}))`;
  return `colour = mix(colour, ${inkOf[name]}, ${number(strength)} * front * ${covers});`;
}

const mouth = faceStrokes.find(({ name }) => name === 'mouth')!;

/**
 * `faceColour(skin, pixel)`: the skin of the head with lids, brows and mouth at rest. Needs `vFace`, and the inks as uniforms; `pixel` is the size of a pixel across and up, metres. A stroke
 * finer than a pixel is drawn a pixel wide and fainter, so that a face far away is still one.
 */
export const faceFragment = /* glsl */ `
  uniform vec3 lashes;
  uniform vec3 brows;
  uniform vec3 lips;

  // place: across, up, half span; shape: bow, tilt, taper
  float stroke(vec2 at, vec2 pixel, vec3 place, vec3 shape, vec2 widths) {
    float u = (at.x - place.x) / place.z;
    float slope = (2.0 * shape.x * u + shape.y) / place.z;
    vec2 across = vec2(-slope, 1.0) * inversesqrt(1.0 + slope * slope);
    float off = abs(at.y - place.y - (shape.y + shape.x * u) * u) * across.y;
    float grain = max(dot(abs(across), pixel), 1e-6);
    float runsOut = 1.0 - smoothstep(1.0 - shape.z, 1.0, abs(u));
    float width = mix(widths.x, widths.y, 0.5 + 0.5 * clamp(u, -1.0, 1.0)) * (0.25 + 0.75 * runsOut);
    float reach = 0.5 * max(width, grain);
    float ends = 1.0 - smoothstep(1.0 - 0.5 * grain / place.z, 1.0 + 0.5 * grain / place.z, abs(u));
    return (1.0 - smoothstep(reach - 0.5 * grain, reach + 0.5 * grain, off)) * sqrt(min(1.0, width / grain)) * ends;
  }

  vec3 faceColour(vec3 colour, vec2 pixel) {
    float front = smoothstep(${number(FACE_FADES_M[1])}, ${number(FACE_FADES_M[0])}, vFace.x);
    if (abs(vFace.z) > 0.12) return colour;
    vec2 inEar = (vFace.xz - vec2(${number(earShade.forwardM)}, ${number(earShade.upM)})) / vec2(${number(earShade.reachM)}, ${number(1.7 * earShade.reachM)});
    float beside = smoothstep(${number(earShade.beyondM)}, ${number(earShade.beyondM + 0.008)}, abs(vFace.y)) * step(abs(vFace.y), 0.1);
    colour *= mix(vec3(1.0), vec3(0.92, 0.7, 0.64), ${number(earShade.strength)} * beside * exp(-dot(inEar, inEar)));
    if (front <= 0.0) return colour;
    vec2 at = vec2(abs(vFace.y), vFace.z);
    ${flushes
      .map(
        ({ acrossM, upM, reachM, strength }) => `{
      vec2 from = (at - vec2(${number(acrossM)}, ${number(upM)})) / ${number(reachM)};
      colour *= mix(vec3(1.0), vec3(1.03, 0.84, 0.8), ${number(strength)} * front * exp(-dot(from, from)));
    }`,
      )
      .join('\n')}
    float u = at.x / ${number(lips.halfWidthM)};
    float seam = at.y - ${number(mouth.upM)} - ${number(mouth.bowM / mouth.halfSpanM ** 2)} * at.x * at.x;
    float full = sqrt(max(0.0, 1.0 - u * u));
    float bow = 1.0 - ${number(CUPID_DIP)} * exp(-u * u * ${number(CUPID_NARROW)});
    float lip = seam > 0.0 ? seam - ${number(lips.aboveM)} * full * full * bow : -seam - ${number(lips.belowM)} * full;
    float soft = max(0.0006, 0.75 * pixel.y);
    colour = mix(colour, lips, ${number(lips.strength)} * front * (1.0 - smoothstep(-soft, soft, lip)) * (1.0 - smoothstep(0.9, 1.02, u)));
    ${faceStrokes.map(strokeLine).join('\n')}
    return colour;
  }
`;
