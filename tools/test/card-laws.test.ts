import {
  createBody,
  createState,
  directionToWorld,
  forwardKinematics,
  mirrorConfiguration,
  referencePerson,
  segmentByName,
} from '@sacra/body';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mirrorKey } from '@sacra/pose';
import { atlasKeyframe } from '@sacra/solve';
import { describe, expect, test } from 'vitest';
import { atlasPath } from '../src/bake-atlas.ts';
import { cardLimits, cardsDir, planPictures } from '../src/bake-cards.ts';
import { readContent } from '../src/content/read-content.ts';
import { readAtlas } from '../src/model.ts';
import { shapesIn, type DrawnShape } from './drawn-shapes.ts';

const content = readContent(fileURLToPath(new URL('../../content', import.meta.url)));
if (!content.ok) throw new Error("These tests need the repository's content to be in order.");
const body = createBody(referencePerson, content.value.bodyTables);
const atlas = readAtlas(readFileSync(atlasPath));
const { cards, strips } = planPictures(content.value);
const svgOf = (file: string): string => readFileSync(join(cardsDir, file), 'utf8');

/** Surfaces of bodies and things in one of their tones: `skin0`, `leggings2` … */
const isSurface = ({ name }: DrawnShape): boolean => /^[a-z]+\d$/.test(name);
/** What is traced ends where it begins; mat and arrows are closed by their last edge. */
const isTraced = ({ name }: DrawnShape): boolean => !/^(mat|matEdge|matBorder|arrow)$/.test(name);
/** Nothing that is drawn as an area is smaller than this: a square of four and a half units. */
const LEAST_UNITS2 = 20;

/** Cosine between where the face looks and the way to the camera. */
function facing({ q, view }: (typeof cards)[number]): number {
  const state = createState(body);
  forwardKinematics(body, q, state);
  const [x, y, z] = directionToWorld(state, segmentByName(body, 'head'), [1, 0, 0]);
  const level = Math.cos(view.elevationRad);
  return (
    x * level * Math.cos(view.azimuthRad) + y * level * Math.sin(view.azimuthRad) + z * Math.sin(view.elevationRad)
  );
}

describe('every baked picture', () => {
  test('is made of closed outlines', () => {
    for (const { file } of [...cards, ...strips]) {
      for (const { name, loops } of shapesIn(svgOf(file)).filter(isTraced)) {
        for (const { gapUnits } of loops) expect(gapUnits, `${file}: ${name}`).toBeLessThan(0.15);
      }
    }
  });

  test('takes less than 30 kB, and all together less than 2 MB', () => {
    const sizes = [...cards, ...strips].map(({ file }) => ({ file, bytes: statSync(join(cardsDir, file)).size }));
    for (const { file, bytes } of sizes) expect(bytes, file).toBeLessThan(cardLimits.eachBytes);
    expect(sizes.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(cardLimits.allBytes);
    const inFolder = readdirSync(cardsDir, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.svg'),
    );
    expect(inFolder.sort(), 'nothing else lies in the folder').toEqual(sizes.map(({ file }) => file).sort());
  });
});

describe('every baked card', () => {
  test('has no island and no hole too small to be drawn on purpose', () => {
    const specks = cards.flatMap(({ file }) =>
      shapesIn(svgOf(file))
        .filter(isSurface)
        .flatMap(({ name, loops }) =>
          loops
            .filter(({ areaUnits2 }) => areaUnits2 < LEAST_UNITS2)
            .map(({ areaUnits2 }) => `${file}: ${name} ${areaUnits2.toFixed(1)}`),
        ),
    );
    expect(specks).toEqual([]);
  });

  test('has a face where it is turned to the viewer, and none where it is turned away', () => {
    const faces = cards.map((plan) => ({
      key: plan.key,
      facing: facing(plan),
      isDrawn: shapesIn(svgOf(plan.file)).some(({ name }) => name === 'face'),
    }));
    for (const { key, facing: cosine, isDrawn } of faces) {
      if (cosine < -0.35) expect(isDrawn, key).toBe(false);
      if (cosine > 0.5) expect(isDrawn, key).toBe(true);
    }
    expect(faces.filter(({ facing: cosine }) => cosine > 0.5).length).toBeGreaterThan(5);
  });

  test('of a sided pose shows the left side mirrored: there the pose is the mirror image of the right', () => {
    const sided = cards.filter(({ key }) => key.endsWith('@right'));
    expect(sided.length).toBeGreaterThan(20);
    for (const { key, q, props } of sided) {
      const left = atlasKeyframe(atlas, body, mirrorKey(key))!;
      expect([...left.q], key).toEqual([...mirrorConfiguration(body, q)]);
      expect(
        left.props.map(({ positionM: [x, y, z] }) => [x, -y, z]),
        key,
      ).toEqual(props.map(({ positionM }) => positionM));
    }
  });
});
