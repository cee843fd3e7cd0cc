import { describe, expect, test } from 'vitest';
import { lookFrom } from '../src/camera.ts';
import { dressFigure } from '../src/dress.ts';
import { FACE_FADES_M, faceStrokes, lips } from '../src/face-lines.ts';
import { fieldDistance, placeParts } from '../src/field.ts';
import { figurePaint } from '../src/figure-paint.ts';
import { bindState } from '../src/figure.ts';
import { buildHair, closeRim } from '../src/hair.ts';
import { hairlineDistance } from '../src/hairline.ts';
import { ear, headParts } from '../src/head-parts.ts';
import { wholeOf } from '../src/mesh.ts';
import { hairStyles, isMeshed, usualOutfit } from '../src/outfit.ts';
import { proportionsOf } from '../src/proportions.ts';
import { attributeAt, rasterise } from '../src/rasterise.ts';
import { referenceBody } from './reference-body.ts';
import { referenceHalf as half, referenceSkin as skin } from './reference-figure.ts';

const p = proportionsOf(referenceBody, 1);
const bind = bindState(referenceBody);
const head = placeParts(headParts(p), bind);
const origin = [...bind.positionM.subarray(3 * p.segment('head'), 3 * p.segment('head') + 3)] as [
  number,
  number,
  number,
];

/** How far forward the bare face reaches at a place of the head's frame, metres. */
function faceAt(yM: number, zM: number): number {
  let [inside, outside] = [0.02, 0.16];
  for (let round = 0; round < 40; round++) {
    const half = (inside + outside) / 2;
    if (fieldDistance(head, origin[0] + half, origin[1] + yM, origin[2] + zM) < 0) inside = half;
    else outside = half;
  }
  return inside;
}

/** The sharpest inward bend of the outline of the face at `yM` between two heights: how much further back its middle lies than a chord of 2 cm, metres. */
function deepestDent(yM: number, lowM: number, highM: number): number {
  let deepest = 0;
  for (let z = lowM + 0.01; z <= highM - 0.01; z += 0.002)
    deepest = Math.max(deepest, (faceAt(yM, z - 0.01) + faceAt(yM, z + 0.01)) / 2 - faceAt(yM, z));
  return deepest;
}

describe('the face', () => {
  test('is round: in profile only nose, lips and chin interrupt it, and beside them nothing does', () => {
    expect(deepestDent(0, 0.045, 0.125)).toBeLessThan(0.0002);
    for (const yM of [0.03, 0.04, 0.045]) expect(deepestDent(yM, -0.055, 0.12), `${yM}`).toBeLessThan(0.001);
  });

  test('has a nose in front of the lips, lips in front of the chin, and the brow over all of them behind the nose', () => {
    const [nose, mouth, chin, brow] = [-0.003, -0.036, -0.064, 0.05].map((z) => faceAt(0, z)) as [
      number,
      number,
      number,
      number,
    ];
    expect(nose - mouth).toBeGreaterThan(0.004);
    expect(mouth).toBeGreaterThan(chin);
    expect(nose).toBeGreaterThan(brow);
    expect(nose - brow).toBeLessThan(0.02);
  });

  test('is painted on its front, each half on its own side, and nothing over another', () => {
    for (const { name, side, acrossM, upM, halfSpanM, bowM, tiltM } of faceStrokes) {
      if (side === 'pair') expect(acrossM - halfSpanM, name).toBeGreaterThan(0.008);
      for (const u of [-1, -0.5, 0, 0.5, 1])
        expect(faceAt(acrossM + u * halfSpanM, upM + tiltM * u + bowM * u * u), name).toBeGreaterThan(FACE_FADES_M[0]);
    }
    const heights = ['brow', 'crease', 'lash', 'nose', 'mouth'].map(
      (name) => faceStrokes.find((one) => one.name === name)!.upM,
    );
    for (let i = 1; i < heights.length; i++) expect(heights[i - 1]! - heights[i]!).toBeGreaterThan(0.006);
    const mouth = faceStrokes.find(({ name }) => name === 'mouth')!;
    expect(lips.halfWidthM).toBeLessThanOrEqual(mouth.halfSpanM);
    // a mouth that turns up at its ends, and lids that lie closed
    expect(mouth.bowM).toBeGreaterThan(0);
    expect(faceStrokes.find(({ name }) => name === 'lash')!.bowM).toBeGreaterThan(0);
  });
});

/** From the side, front, back, above and between, as one looks at a figure. */
const views = [-90, -40, 0, 40, 90, 135, 180, -135]
  .flatMap((azimuth) => [0, 35].map((elevation) => [azimuth, elevation] as const))
  .concat([[0, 80]])
  .map(([azimuth, elevation]) => ({
    azimuthRad: (azimuth * Math.PI) / 180,
    elevationRad: (elevation * Math.PI) / 180,
  }));

describe.each(hairStyles.filter((style) => style !== 'bare'))('hair worn as %s', (style) => {
  const hair = isMeshed(style)
    ? wholeOf(closeRim(referenceBody, buildHair(referenceBody, style, half, 0.008)))
    : undefined;
  const mesh = dressFigure(referenceBody, skin, hair, { ...usualOutfit, hair: style });
  const { positions, normals, indices } = mesh;

  test('covers the scalp behind the hairline from all sides, and leaves the face free', () => {
    const figure = { mesh, positions, normals, limbs: new Uint8Array(positions.length / 3), face: [] };
    const earShape = ear(p);
    const seenOf = { scalp: 0, bareScalp: 0, face: 0, hairyFace: 0 };
    for (const view of views) {
      const camera = lookFrom(view, [origin[0], origin[1], origin[2] + 0.05], 1.2, {
        widthPx: 96,
        heightPx: 96,
        focalPx: 380,
      });
      const seen = rasterise([{ positions, indices }], camera);
      for (let pixel = 0; pixel < seen.mesh.length; pixel++) {
        if (seen.mesh[pixel] !== 0) continue;
        const [x, y, z] = [0, 1, 2].map((k) => attributeAt(seen, pixel, indices, positions, 3, k) - origin[k]!) as [
          number,
          number,
          number,
        ];
        if (Math.hypot(x, y, z - 0.03) > 0.13) continue;
        const isHair = figurePaint(figure, seen, pixel) === 'hair';
        if (hairlineDistance(x, Math.abs(y), z, 1) > 0.008 && earShape.distance(x, Math.abs(y), z) > 0.008) {
          seenOf.scalp++;
          if (!isHair) seenOf.bareScalp++;
        }
        if (x > 0.08 && Math.hypot(y / 0.045, (z - 0.0165) / 0.062) < 1) {
          seenOf.face++;
          if (isHair) seenOf.hairyFace++;
        }
      }
    }
    expect(seenOf.scalp).toBeGreaterThan(1500);
    expect(seenOf.face).toBeGreaterThan(300);
    expect([seenOf.bareScalp, seenOf.hairyFace]).toEqual([0, 0]);
  });
});
