import { describe, expect, it } from 'vitest';
import { distance, mix, type Vec3 } from '@sacra/geometry';
import { expandPaired, type Body, type Configuration } from '@sacra/body';
import type { CatalogueWay } from '@sacra/pose';
import {
  pathFraction,
  sampleClip,
  type CatalogueSolver,
  type Clip,
  type SolvedClip,
  type SolvedKeyframe,
} from '@sacra/solve';
import {
  apart,
  deepestInMat,
  deepestOverlap,
  hamstringsPastDeg,
  furthestTurnDeg,
  hingesPast,
  patchPlaces,
  shouldersPastDeg,
  stateAt,
  toMm,
} from './measures.ts';
import type { Solved } from './solved.ts';

/** What every clip of the content keeps, in all the frames that are shown. A law that is broken lists who breaks it, where and by how much. */
export function clipLaws({ body, catalogue, solver, clips }: Solved): void {
  const all = [...clips].map(([id, clip]) => ({
    id,
    clip,
    way: catalogue.ways.get(id)!,
    frames: framesOf(body, catalogue.ways.get(id)!, clip),
  }));
  const states = new Map(all.map(({ id, frames }) => [id, frames.map((q) => stateAt(body, q))]));

  describe('in every clip', () => {
    it('the first frame is the keyframe it starts from and the last the one it comes to, but for rounding to 32 bits', () => {
      const off = all.flatMap(({ id, way, frames }) =>
        (
          [
            [way.from, frames[0]!],
            [way.to, frames.at(-1)!],
          ] as const
        ).map(([key, q]) => ({
          id,
          key,
          ...apart(body, solver.keyframe(key).q, q),
        })),
      );
      expect(off.length).toBe(2 * catalogue.ways.size);
      expect(
        off
          .filter(({ deg, mm }) => !(deg <= 0.001 && mm <= 0.001))
          .map(({ id, key, deg, mm }) => `${id}: ${key} off by ${deg.toFixed(4)}°, ${mm.toFixed(4)} mm`),
      ).toEqual([]);
    });

    it('no joint turns by 4° or more from one frame to the next', () => {
      expect(
        all.flatMap(({ id, frames }) => {
          const worst = largest(frames.slice(1).map((q, i) => furthestTurnDeg(body, frames[i]!, q)));
          return worst.value < 4
            ? []
            : [`${id}: ${worst.value.toFixed(1)}° into frame ${worst.index + 1} of ${frames.length}`];
        }),
      ).toEqual([]);
    });

    it('the body comes to rest: no joint turns by half a degree in the first or the last step', () => {
      expect(
        all.flatMap(({ id, frames }) => {
          const first = furthestTurnDeg(body, frames[0]!, frames[1]!);
          const last = furthestTurnDeg(body, frames.at(-2)!, frames.at(-1)!);
          return first < 0.5 && last < 0.5 ? [] : [`${id}: ${first.toFixed(2)}° first, ${last.toFixed(2)}° last`];
        }),
      ).toEqual([]);
    });

    it('no hinge is past its range', () => {
      expect(
        all.flatMap(({ id, frames }) =>
          frames.flatMap((q, i) => hingesPast(body, q).map((one) => `${id} frame ${i}: ${one}`)),
        ),
      ).toEqual([]);
    });

    it('each shoulder is in its cone and its twist, to half a degree', () => {
      expect(
        all.flatMap(({ id, frames }) => {
          const worst = largest(frames.map((q) => shouldersPastDeg(body, q)));
          return worst.value <= 0.5 ? [] : [`${id}: ${worst.value.toFixed(2)}° past in frame ${worst.index}`];
        }),
      ).toEqual([]);
    });

    it('no hip bends further than hamstrings let it, to half a degree', () => {
      expect(
        all.flatMap(({ id, frames }) => {
          const worst = largest(frames.map((q) => hamstringsPastDeg(body, q)));
          return worst.value <= 0.5 ? [] : [`${id}: ${worst.value.toFixed(2)}° past in frame ${worst.index}`];
        }),
      ).toEqual([]);
    });

    it('nothing goes more than 3 mm through the mat, beyond what its flesh gives', () => {
      expect(
        all.flatMap(({ id }) => {
          const depths = states.get(id)!.map((state) => deepestInMat(body, state));
          const worst = largest(depths.map(({ mm }) => mm));
          return worst.value <= 3
            ? []
            : [`${id}: ${depths[worst.index]!.part} ${worst.value.toFixed(1)} mm in frame ${worst.index}`];
        }),
      ).toEqual([]);
    });

    it('no two parts of the body pass through one another by more than 4 mm, beyond what their flesh gives', () => {
      expect(
        all.flatMap(({ id }) => {
          const overlaps = states.get(id)!.map((state) => deepestOverlap(body, state));
          const worst = largest(overlaps.map(({ mm }) => mm));
          return worst.value <= 4
            ? []
            : [`${id}: ${overlaps[worst.index]!.parts} ${worst.value.toFixed(1)} mm in frame ${worst.index}`];
        }),
      ).toEqual([]);
    });

    it('what lies at the same place before and after slips by less than 1 mm in between', () => {
      let pinned = 0;
      const slips = all.flatMap(({ id, clip, way, frames }) =>
        stretches(way, clip, solver).flatMap(({ from, to, a, b }) =>
          heldBetween(way, from, to, a, b).flatMap((patch) => {
            const start = patchPlaces(body, stateAt(body, a.q), patch);
            const end = patchPlaces(body, stateAt(body, b.q), patch);
            if (start.some((point, i) => distance(point, end[i]!) > 0.002)) return [];
            pinned++;
            const worst = largest(
              frames.map((_, f) => {
                const fraction = pathFraction(clip, ease(f / (frames.length - 1)));
                if (fraction < from || fraction > to) return 0;
                const points = patchPlaces(body, states.get(id)![f]!, patch);
                return Math.max(...points.map((point, i) => toMm(offLine(point, start[i]!, end[i]!))));
              }),
            );
            return worst.value < 1
              ? []
              : [`${id}: ${patch} slips ${worst.value.toFixed(2)} mm in frame ${worst.index}`];
          }),
        ),
      );
      expect(pinned).toBeGreaterThan(200);
      expect(slips).toEqual([]);
    });
  });
}

/** What is shown at thirty frames a second, gone in the shorter of the times there and back. */
function framesOf(body: Body, way: CatalogueWay, clip: Clip): Configuration[] {
  const count = Math.round(30 * Math.min(way.seconds, way.back?.seconds ?? way.seconds)) + 1;
  return Array.from({ length: count }, (_, f) => sampleClip(body, clip, f / (count - 1)));
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly a: SolvedKeyframe;
  readonly b: SolvedKeyframe;
}

/** A way from stop to stop: its keyframes, and the shapes that it passes through. */
function stretches(way: CatalogueWay, clip: SolvedClip, solver: CatalogueSolver): Stretch[] {
  const passed = (way.path?.via ?? []).map(({ at }, i) => ({ at, keyframe: clip.via[i]! }));
  const stops = [
    { at: 0, keyframe: solver.keyframe(way.from) },
    ...passed,
    { at: 1, keyframe: solver.keyframe(way.to) },
  ];
  return stops
    .slice(1)
    .map(({ at, keyframe }, i) => ({ from: stops[i]!.at, to: at, a: stops[i]!.keyframe, b: keyframe }));
}

/** The patches that must lie on the same surface at both ends of a stretch, and that the way neither frees nor moves meanwhile. */
function heldBetween({ path }: CatalogueWay, from: number, to: number, a: SolvedKeyframe, b: SolvedKeyframe): string[] {
  const free = new Set((path?.free ?? []).flatMap((patch) => expandPaired(patch)));
  for (const move of path?.moves ?? []) {
    if (move.from < to && move.to > from) for (const patch of expandPaired(move.patch)) free.add(patch);
  }
  const must = ({ contacts }: SolvedKeyframe) => contacts.filter(({ tier }) => tier === 'must');
  return must(a)
    .filter(({ patch, surface }) => must(b).some((other) => other.patch === patch && other.surface === surface))
    .map(({ patch }) => patch)
    .filter((patch) => !free.has(patch));
}

/** A clip begins and ends at rest: 10t³ − 15t⁴ + 6t⁵ of the way at the time t. */
const ease = (t: number): number => t ** 3 * (10 - 15 * t + 6 * t * t);

/** Distance of a point from the line between two others. */
function offLine(point: Vec3, a: Vec3, b: Vec3): number {
  const length = distance(a, b);
  if (length < 1e-9) return distance(point, a);
  const t = [0, 1, 2].reduce((sum, k) => sum + (point[k]! - a[k]!) * (b[k]! - a[k]!), 0) / length ** 2;
  return distance(point, mix(a, b, Math.min(1, Math.max(0, t))));
}

function largest(values: readonly number[]): { index: number; value: number } {
  return values.reduce((best, value, index) => (!(value <= best.value) ? { index, value } : best), {
    index: -1,
    value: -Infinity,
  });
}
