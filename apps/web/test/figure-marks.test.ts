import { mirrorName } from '@sacra/body';
import { bindState } from '@sacra/figure';
import { mirror, distance, type Vec3 } from '@sacra/geometry';
import { areas } from '@sacra/pose';
import { describe, expect, test } from 'vitest';
import { areaPlaces, patchPlace, type MarkPlace } from '../src/lib/figure/mark-places.ts';
import { Marks, MOST_PLACES, namedOf, nothingMarked } from '../src/lib/figure/marks.ts';
import { bakedBody as body, bakedPoses } from './support/baked-poses.ts';

const bind = bindState(body);

/** How far a place is from the skin of the nearest part of the body, metres; negative within. */
function fromSkinM({ startM, endM }: MarkPlace): number {
  const middle = startM.map((value, k) => (value + endM[k]!) / 2) as unknown as Vec3;
  const nearest = [...body.landmarks.values()].map(({ segment, positionM }) => {
    const [x, y, z] = bind.positionM.subarray(3 * segment, 3 * segment + 3);
    // landmarks turn with their segment; their distance from its joint doesn't
    return Math.abs(distance(middle, [x!, y!, z!]) - Math.hypot(...positionM));
  });
  return Math.min(...nearest);
}

describe('where marks lie on the figure', () => {
  test.each(areas)('%s lies at the body, and on both sides alike', (area) => {
    const places = areaPlaces(body, bind, area);
    for (const place of places) expect(fromSkinM(place)).toBeLessThan(0.05);
    for (const { startM } of places) {
      const other = places.map((place) => distance(place.startM, mirror(startM)));
      expect(Math.min(...other)).toBeLessThan(1e-6);
    }
  });

  test('every contact of every pose has a place, the left one the mirror image of the right one', () => {
    for (const { contacts } of bakedPoses.keyframes.values()) {
      for (const { patch } of contacts) {
        const here = patchPlace(body, bind, patch);
        const there = patchPlace(body, bind, mirrorName(patch));
        expect(distance(there.startM, mirror(here.startM)), patch).toBeLessThan(1e-6);
        expect(there.radiusM).toBe(here.radiusM);
      }
    }
  });

  test('there is room for the three areas and all contacts of any pose', () => {
    const most = Math.max(
      ...[...bakedPoses.keyframes.values()].map(({ contacts }) => {
        const named = namedOf(
          contacts.map(({ patch }) => patch),
          contacts,
        );
        const parts = new Set(named.map(({ patch }) => JSON.stringify(patchPlace(body, bind, patch))));
        return parts.size;
      }),
    );
    expect(most + 6).toBeLessThanOrEqual(MOST_PLACES);
  });
});

/** Strengths in what the shader reads: areas count up, contacts count down. */
const strengths = ({ places }: Marks): number[] =>
  Array.from({ length: MOST_PLACES }, (_, i) => places[8 * i + 7]!).filter((value) => value !== 0);

describe('marks', () => {
  test('come and go softly, and leave nothing behind', () => {
    const marks = new Marks(body, false);
    marks.mark({ areas: ['sacrum'], named: [{ patch: 'knee.left', onMatM: [0.2, 0.1] }] }, 0);
    marks.update(0);
    expect(strengths(marks)).toEqual([]);
    let before = 0;
    for (let nowMs = 100; nowMs <= 2000; nowMs += 100) {
      marks.update(nowMs);
      const [area = 0] = strengths(marks);
      expect(area).toBeGreaterThanOrEqual(before);
      expect(area - before).toBeLessThan(0.25);
      before = area;
    }
    expect(strengths(marks)).toEqual([1, -1]);
    expect(marks.pools[3]).toBe(1);
    expect(marks.update(2000)).toBe(false);

    marks.mark(nothingMarked, 2000);
    expect(marks.update(2100)).toBe(true);
    marks.update(4000);
    expect(strengths(marks)).toEqual([]);
    expect(marks.update(4001)).toBe(false);
  });

  test('asked for again while they fade they come back from where they are', () => {
    const marks = new Marks(body, false);
    marks.mark({ areas: ['hips'], named: [] }, 0);
    marks.mark(nothingMarked, 2000);
    marks.update(2800);
    const [half = 0] = strengths(marks);
    marks.mark({ areas: ['hips'], named: [] }, 2800);
    marks.update(2801);
    expect(strengths(marks)[0]).toBeCloseTo(half, 2);
    marks.update(5000);
    expect(strengths(marks)).toEqual([1, 1]);
  });

  test('with reduced motion they are there at once', () => {
    const marks = new Marks(body, true);
    marks.mark({ areas: ['sacrum'], named: [] }, 5);
    expect(marks.update(5)).toBe(false);
    expect(strengths(marks)).toEqual([1]);
  });

  test('a palm and its fingers are one hand', () => {
    const at = (patch: string) => ({ patch, pointsM: [[0, 0, 0]] as const });
    expect(
      namedOf(
        ['palm.left', 'fingertip.left', 'fingertip.right'],
        ['palm.left', 'fingertip.left', 'fingertip.right'].map(at),
      ).map(({ patch }) => patch),
    ).toEqual(['palm.left', 'fingertip.right']);
  });
});
