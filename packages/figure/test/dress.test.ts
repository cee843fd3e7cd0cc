import {
  createState,
  forwardKinematics,
  neutralConfiguration,
  segmentByName,
  type Body,
  type Person,
} from '@sacra/body';
import { describe, expect, test } from 'vitest';
import { dressFigure } from '../src/dress.ts';
import { bindState } from '../src/figure.ts';
import { buildHair, closeRim } from '../src/hair.ts';
import { enclosedVolume, wholeOf, type FigureMesh, type FigureShape } from '../src/mesh.ts';
import {
  hairStyles,
  isMeshed,
  legCuts,
  meshedHairStyles,
  topCuts,
  usualOutfit,
  type HairStyle,
  type Outfit,
} from '../src/outfit.ts';
import { poseFigure } from '../src/posed-figure.ts';
import { reshapeFigure } from '../src/reshape.ts';
import { bodyOf, referenceBody } from './reference-body.ts';
import { referenceHalf as half, referenceSkin as skin } from './reference-figure.ts';
import { areSame } from './same-values.ts';

const names = referenceBody.segments.map(({ name }) => name);
const HAIR_CELL_M = 0.008;

const hairOf = new Map(
  meshedHairStyles.map((style) => [
    style,
    wholeOf(closeRim(referenceBody, buildHair(referenceBody, style, half, HAIR_CELL_M))),
  ]),
);
const wearing = (outfit: Partial<Outfit>): FigureMesh => {
  const whole = { ...usualOutfit, ...outfit };
  return dressFigure(referenceBody, skin, isMeshed(whole.hair) ? hairOf.get(whole.hair) : undefined, whole);
};
const outfits: readonly Partial<Outfit>[] = [
  ...topCuts.map((top) => ({ top })),
  ...legCuts.map((legs) => ({ legs })),
  ...hairStyles.map((hair) => ({ hair })),
];
const [LEGS, TOP, HAIR] = [0, 1, 2];
/** Parted at the left, or laid over one shoulder. */
const wornToOneSide: readonly HairStyle[] = ['bob', 'crop', 'plait', 'scarf'];

/** Values of a field on the vertices that move with a segment and hardly with another. */
function fieldOn({ fields, boneIndices, boneWeights }: FigureMesh, segment: string, field: number): number[] {
  return Array.from({ length: boneIndices.length / 4 }, (_, v) => v)
    .filter((v) => names[boneIndices[4 * v]!] === segment && boneWeights[4 * v]! > 0.95)
    .map((v) => fields[3 * v + field]!);
}

describe('a dressed figure', () => {
  test.each(outfits)(
    'wears %o alike on both sides, to a hundredth of a millimetre, but for hair that is worn to one side',
    (outfit) => {
      const { positions, fields } = wearing(outfit);
      const places = new Map<string, number>();
      const at = (v: number, side: 1 | -1): string =>
        [positions[3 * v]!, side * positions[3 * v + 1]! + 0, positions[3 * v + 2]!].join();
      const isParted = outfit.hair !== undefined && wornToOneSide.includes(outfit.hair);
      const count = (isParted ? skin.positions : positions).length / 3;
      for (let v = 0; v < count; v++) places.set(at(v, 1), v);
      for (let v = 0; v < count; v++) {
        const twin = places.get(at(v, -1));
        if (twin === undefined) throw new Error(`vertex ${v} has no twin`);
        for (let f = 0; f < 3; f++)
          if (Math.abs(fields[3 * twin + f]! - fields[3 * v + f]!) > 1e-5) throw new Error(`field ${f} of ${v}`);
      }
    },
  );

  test('keeps the skin first and in order, and says where it ends', () => {
    const { positions, indices, skinIndexCount } = wearing({ hair: 'bob' });
    expect(areSame(positions.subarray(0, skin.positions.length), skin.positions)).toBe(true);
    expect(areSame(indices.subarray(0, skinIndexCount), skin.indices)).toBe(true);
    expect(indices.length).toBeGreaterThan(skinIndexCount);
    expect(Math.min(...indices.subarray(skinIndexCount))).toBe(skin.positions.length / 3);
  });

  test('each garment covers what it should, and nothing else', () => {
    for (const top of topCuts) {
      const mesh = wearing({ top });
      expect(Math.min(...fieldOn(mesh, 'thorax-lower', TOP)), top).toBeGreaterThan(0);
      for (const bare of ['hand.left', 'fingers.left', 'head', 'thigh.left', 'foot.left'])
        expect(Math.max(...fieldOn(mesh, bare, TOP)), `${top} ${bare}`).toBeLessThan(0);
      const forearm = fieldOn(mesh, 'forearm.left', TOP);
      expect(forearm.some((field) => field > 0)).toBe(top === 'long-sleeves');
      expect(fieldOn(mesh, 'upper-arm.left', TOP).some((field) => field > 0)).toBe(top !== 'sleeveless');
    }
    for (const legs of legCuts) {
      const mesh = wearing({ legs });
      expect(Math.max(...fieldOn(mesh, 'thigh.left', LEGS)), legs).toBeGreaterThan(0);
      for (const bare of ['hand.left', 'forearm.left', 'foot.left', 'toes.left', 'head', 'thorax-upper'])
        expect(Math.max(...fieldOn(mesh, bare, LEGS)), `${legs} ${bare}`).toBeLessThan(0);
      expect(fieldOn(mesh, 'shank.left', LEGS).some((field) => field > 0)).toBe(legs !== 'shorts');
    }
  });

  test('there is no bare skin between top and legs, whatever is worn', () => {
    for (const top of topCuts)
      for (const legs of legCuts) {
        const { fields } = wearing({ top, legs });
        for (const segment of ['pelvis', 'lumbar-lower', 'lumbar-middle', 'lumbar-upper'])
          for (let v = 0; v < skin.positions.length / 3; v++) {
            if (names[skin.boneIndices[4 * v]!] !== segment) continue;
            expect(Math.max(fields[3 * v + LEGS]!, fields[3 * v + TOP]!)).toBeGreaterThan(-0.002);
          }
      }
  });

  test('hair grows on the head and nowhere else, and not on a bare one', () => {
    for (const hair of hairStyles) {
      const mesh = wearing({ hair });
      const onSkin = Array.from({ length: skin.positions.length / 3 }, (_, v) => v).filter(
        (v) => mesh.fields[3 * v + HAIR]! > 0,
      );
      const where = new Set(onSkin.map((v) => names[skin.boneIndices[4 * v]!]!));
      const onNeckToo =
        hair === 'scarf'
          ? ['head', 'neck', 'thorax-upper', 'thorax-lower', 'clavicle.left', 'clavicle.right']
          : ['head', 'neck'];
      expect(
        [...where].filter((name) => !onNeckToo.includes(name)),
        hair,
      ).toEqual([]);
      expect(onSkin.length > 0, hair).toBe(hair !== 'bare');
    }
  });

  const people: readonly Person[] = [
    { sex: 'female', statureM: 1.48, massKg: 41 },
    { sex: 'male', statureM: 1.96, massKg: 86, legRatio: 1.05 },
    { sex: 'male', statureM: 1.76, massKg: 104 },
  ];
  test.each(people)('hems are at the same place on every body, as shares of its limbs: %o', (person) => {
    const mesh = wearing({ top: 't-shirt', legs: 'calf-length' });
    const body = bodyOf(person);
    const other = reshapeFigure(mesh, referenceBody, body);
    for (const [segment, next, field] of [
      ['shank.left', 'foot.left', LEGS],
      ['upper-arm.left', 'forearm.left', TOP],
    ] as const) {
      const usual = hemShare(mesh, mesh, referenceBody, segment, next, field);
      const here = hemShare(other, mesh, body, segment, next, field);
      expect(here, segment).toBeCloseTo(usual, 1);
    }
  });
});

/** Where along a limb the skin's edge of a garment lies, on average, as a share of the limb's length. */
function hemShare(
  at: FigureMesh,
  dressed: FigureMesh,
  body: Body,
  segment: string,
  next: string,
  field: number,
): number {
  const s = segmentByName(body, segment);
  const bind = bindState(body);
  const end = segmentByName(body, next);
  const [from, to] = [s, end].map((i) => bind.positionM.subarray(3 * i, 3 * i + 3)) as [Float64Array, Float64Array];
  const axis = [0, 1, 2].map((k) => to[k]! - from[k]!);
  const length = Math.hypot(...axis);
  const shares: number[] = [];
  for (let v = 0; v < dressed.boneIndices.length / 4; v++) {
    if (dressed.boneIndices[4 * v] !== s || Math.abs(dressed.fields[3 * v + field]!) > 0.01) continue;
    shares.push([0, 1, 2].reduce((sum, k) => sum + (at.positions[3 * v + k]! - from[k]!) * axis[k]!, 0) / length ** 2);
  }
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

describe.each(meshedHairStyles)('hair worn as %s', (style) => {
  const hair = hairOf.get(style)!;

  test('is closed, faces outward, and stays near the head', () => {
    const balance = new Map<string, number>();
    for (let t = 0; t < hair.indices.length; t += 3)
      for (let c = 0; c < 3; c++) {
        const [a, b] = [hair.indices[t + c]!, hair.indices[t + ((c + 1) % 3)]!];
        const key = a < b ? `${a} ${b}` : `${b} ${a}`;
        balance.set(key, (balance.get(key) ?? 0) + (a < b ? 1 : -1));
      }
    expect([...balance.values()].filter((value) => value !== 0)).toEqual([]);
    expect(enclosedVolume(hair.positions, hair.indices)).toBeGreaterThan(0.0005);
    expect(enclosedVolume(hair.positions, hair.indices)).toBeLessThan(0.009);
  });

  test('lies no more than 6 mm behind the back of the head, on which one lies', () => {
    const backM = referenceBody.landmarks.get('head-back')!.positionM[0];
    const inHead = inHeadFrame(hair);
    const farthest = inHead.reduce((least, [x, , z]) => (z > -0.03 ? Math.min(least, x) : least), Infinity);
    expect(farthest).toBeGreaterThan(backM - 0.006);
  });

  test('leaves the face free', () => {
    const inFrontOfFace = inHeadFrame(hair).filter(
      ([x, y, z]) => x > 0.07 && Math.abs(y) < 0.035 && z > -0.045 && z < 0.065,
    );
    expect(inFrontOfFace).toEqual([]);
  });

  test('goes with the head when it turns', () => {
    const q = neutralConfiguration(referenceBody);
    const turn = referenceBody.joints.find(({ name }) => name === 'neck-upper.rotation')!;
    const mesh = dressFigure(referenceBody, skin, hair, { ...usualOutfit, hair: style });
    const top = crownOf(mesh);
    const before = poseFigure(referenceBody, mesh, bindState(referenceBody), q).positions.slice(3 * top, 3 * top + 3);
    q[turn.qIndex] = 0.5;
    const after = poseFigure(referenceBody, mesh, bindState(referenceBody), q).positions.slice(3 * top, 3 * top + 3);
    const state = createState(referenceBody);
    forwardKinematics(referenceBody, q, state);
    expect(after[2]).toBeCloseTo(before[2]!, 2);
    expect(Math.hypot(...[0, 1, 2].map((k) => after[k]! - before[k]!))).toBeLessThan(0.06);
  });
});

test('a bob sweeps to the right and is tucked behind the left ear', () => {
  const beside = inHeadFrame(hairOf.get('bob')!).filter(([x, y, z]) => x > 0.01 && Math.abs(y) > 0.05 && z < 0.0);
  expect(beside.some(([, y]) => y < 0)).toBe(true);
  expect(beside.filter(([, y]) => y > 0)).toEqual([]);
});

test('a plait lies over the left shoulder, and stays there when the head turns', () => {
  const hair = hairOf.get('plait')!;
  // but for the last one, inside the neck, from which it is closed
  const shown = inHeadFrame(hair).slice(0, -1);
  const below = shown.flatMap(([, y, z], v) => (z < -0.1 ? [{ y, v }] : []));
  expect(below.length).toBeGreaterThan(50);
  expect(Math.min(...below.map(({ y }) => y))).toBeGreaterThan(0.03);
  const mesh = dressFigure(referenceBody, skin, hair, { ...usualOutfit, hair: 'plait' });
  const ofSkin = skin.positions.length / 3;
  const turn = referenceBody.joints.find(({ name }) => name === 'neck-upper.rotation')!;
  const tip = below.reduce((low, { v }) => (hair.positions[3 * v + 2]! < hair.positions[3 * low + 2]! ? v : low), 0);
  const tipAt = (rad: number): Float32Array => {
    const q = neutralConfiguration(referenceBody);
    q[turn.qIndex] = rad;
    return poseFigure(referenceBody, mesh, bindState(referenceBody), q).positions.slice(
      3 * (ofSkin + tip),
      3 * (ofSkin + tip) + 3,
    );
  };
  const [ahead, turned] = [tipAt(0), tipAt(0.6)];
  expect(Math.hypot(...[0, 1, 2].map((k) => ahead[k]! - turned[k]!))).toBeLessThan(0.005);
});

/** The highest vertex of what is worn on the head. */
function crownOf({ positions, indices, skinIndexCount }: FigureMesh): number {
  return indices
    .subarray(skinIndexCount)
    .reduce((best, v) => (positions[3 * v + 2]! > positions[3 * best + 2]! ? v : best));
}

function inHeadFrame({ positions }: FigureShape): (readonly [number, number, number])[] {
  const head = segmentByName(referenceBody, 'head');
  const [x = 0, y = 0, z = 0] = bindState(referenceBody).positionM.subarray(3 * head, 3 * head + 3);
  return Array.from({ length: positions.length / 3 }, (_, v) => [
    positions[3 * v]! - x,
    positions[3 * v + 1]! - y,
    positions[3 * v + 2]! - z,
  ]);
}
