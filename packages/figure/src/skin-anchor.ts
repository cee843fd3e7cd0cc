import type { Body, BodyState } from '@sacra/body';
import type { Vec3 } from '@sacra/geometry';
import type { FigureMesh } from './mesh.ts';
import { proportionsOf } from './proportions.ts';
import { inSegment } from './segment-frame.ts';

/** A point that stays where it is on the skin: the corners of its triangle, and the weights of the second and third. */
export interface SkinAnchor {
  readonly corners: readonly [number, number, number];
  readonly second: number;
  readonly third: number;
}

/** Where an anchor is when the vertices are at `positions`, metres. */
export function anchoredPoint(positions: Float32Array, { corners: [a, b, c], second, third }: SkinAnchor): Vec3 {
  const along = (k: number): number => {
    const from = positions[a * 3 + k]!;
    return from + second * (positions[b * 3 + k]! - from) + third * (positions[c * 3 + k]! - from);
  };
  return [along(0), along(1), along(2)];
}

/** From where one looks at the head: from the front at (left, up), or from a side at (forward, up), in the head's frame. */
export type HeadSide = 'front' | 'left' | 'right';

/** The room that a head takes, metres from its joint on a body of 1.70 m. */
const HEAD_M = { forward: 0.16, left: 0.1, up: 0.12 } as const;

const axes = { front: [1, 2, 0], left: [0, 2, 1], right: [0, 2, 1] } as const;

/** Finds the point of a head's skin that one sees first from a side; none where there is no head. */
export function headAnchors(
  body: Body,
  bind: BodyState,
  { positions, indices, skinIndexCount }: FigureMesh,
): (from: HeadSide, acrossM: number, upM: number) => SkinAnchor | undefined {
  const inHead = inSegment(body, bind, 'head');
  const { length } = proportionsOf(body, 1);
  const places = new Map<number, Vec3>();
  const placeOf = (v: number): Vec3 => {
    const place = places.get(v) ?? inHead(positions[v * 3]!, positions[v * 3 + 1]!, positions[v * 3 + 2]!);
    places.set(v, place);
    return place;
  };
  const isHead = ([x, y, z]: Vec3): boolean =>
    Math.abs(x) < length(HEAD_M.forward) && Math.abs(y) < length(HEAD_M.left) && Math.abs(z) < length(HEAD_M.up);
  const triangles: (readonly [number, number, number])[] = [];
  for (let t = 0; t < skinIndexCount; t += 3) {
    if (isHead(placeOf(indices[t]!))) triangles.push([indices[t]!, indices[t + 1]!, indices[t + 2]!]);
  }
  return (from, acrossM, upM) => {
    const [across, up, out] = axes[from];
    const sign = from === 'right' ? -1 : 1;
    let best: SkinAnchor | undefined;
    let mostM = 0;
    for (const corners of triangles) {
      const [a, b, c] = [placeOf(corners[0]), placeOf(corners[1]), placeOf(corners[2])];
      const area = (b[across] - a[across]) * (c[up] - a[up]) - (b[up] - a[up]) * (c[across] - a[across]);
      if (area === 0) continue;
      const second = ((acrossM - a[across]) * (c[up] - a[up]) - (upM - a[up]) * (c[across] - a[across])) / area;
      const third = ((b[across] - a[across]) * (upM - a[up]) - (b[up] - a[up]) * (acrossM - a[across])) / area;
      if (second < 0 || third < 0 || second + third > 1) continue;
      const outM = sign * (a[out] + second * (b[out] - a[out]) + third * (c[out] - a[out]));
      if (outM <= mostM) continue;
      mostM = outM;
      best = { corners, second, third };
    }
    return best;
  };
}
