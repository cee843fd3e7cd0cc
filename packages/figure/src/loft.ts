import type { Primitive } from './primitives.ts';
import type { Centreline } from './centreline.ts';

/**
 * One cross-section of a loft. At arc length `alongM` of the centreline the section is a superellipse whose front and
 * back halves have their own radius: `frontM` towards the centreline's positive side, `backM` away from it, `sideM`
 * to either side. `shiftFrontM` and `shiftSideM` move its centre off the centreline. Metres.
 */
export interface Section {
  readonly alongM: number;
  readonly frontM: number;
  readonly backM: number;
  readonly sideM: number;
  readonly shiftFrontM?: number;
  readonly shiftSideM?: number;
}

export interface LoftShape {
  readonly centreline: Centreline;
  readonly sections: readonly Section[];
  /** How far the rounded ends reach beyond the first and the last section, metres. */
  readonly startCapM: number;
  readonly endCapM: number;
  /** 2 is an ellipse; larger is boxier. */
  readonly exponent?: number;
}

const SAMPLES = 96;
const CHANNELS = 5;

/** A tube of changing section along a centreline, with rounded ends. Sections are joined by monotone-ish cubics. */
export function loft(shape: LoftShape): Primitive {
  const sections = [...shape.sections].sort((a, b) => a.alongM - b.alongM);
  const first = sections[0];
  const last = sections.at(-1);
  if (!first || !last || sections.length < 2) throw new Error('A loft needs at least two sections.');
  const start = first.alongM;
  const end = last.alongM;
  const table = tabulate(sections, start, end);
  const { centreline, startCapM, endCapM } = shape;
  const exponent = shape.exponent ?? 2;
  const place = new Float64Array(2);

  return {
    ...boundingSphere(centreline, table, start, end, Math.max(startCapM, endCapM)),
    distance(x, y, z) {
      centreline.locate(x, z, place);
      const along = place[0]!;
      const front = place[1]!;

      // how far beyond an end, in units of that end's cap
      let beyond = 0;
      let cap = startCapM;
      let inside = along;
      if (along < start) {
        beyond = (start - along) / startCapM;
        inside = start;
      } else if (along > end) {
        beyond = (along - end) / endCapM;
        cap = endCapM;
        inside = end;
      }

      // the section here
      const position = ((inside - start) / (end - start)) * SAMPLES;
      const row = Math.min(SAMPLES - 1, Math.floor(position));
      const t = position - row;
      const o = row * CHANNELS;
      const u0 = front - at(table, o + 3, t);
      const radiusFront = at(table, u0 > 0 ? o : o + 1, t);
      const radiusSide = at(table, o + 2, t);
      const u = Math.abs(u0) / radiusFront;
      const v = Math.abs(y - at(table, o + 4, t)) / radiusSide;

      // value over gradient length of the implicit (super)ellipsoid
      if (exponent === 2) {
        const radial = Math.sqrt(u * u + v * v + beyond * beyond);
        if (radial < 1e-6) return -Math.min(radiusFront, radiusSide);
        const gu = u / radiusFront;
        const gv = v / radiusSide;
        const gw = beyond / cap;
        return (radial * (radial - 1)) / Math.sqrt(gu * gu + gv * gv + gw * gw);
      }
      const un = u ** exponent;
      const vn = v ** exponent;
      const wn = beyond ** exponent;
      const sum = un + vn + wn;
      if (sum < 1e-9) return -Math.min(radiusFront, radiusSide);
      const radial = sum ** (1 / exponent);
      const scale = radial / sum;
      const gu = u > 0 ? (scale * un) / (u * radiusFront) : 0;
      const gv = v > 0 ? (scale * vn) / (v * radiusSide) : 0;
      const gw = beyond > 0 ? (scale * wn) / (beyond * cap) : 0;
      return (radial - 1) / Math.sqrt(gu * gu + gv * gv + gw * gw);
    },
  };
}

/** A channel of the table at entry `o`, a fraction `t` of the way to the next row. */
function at(table: Float64Array, o: number, t: number): number {
  const here = table[o]!;
  return here + (table[o + CHANNELS]! - here) * t;
}

/** Rows of [front, back, side, shiftFront, shiftSide] at SAMPLES + 1 even steps, by Catmull-Rom over uneven sections. */
function tabulate(sections: readonly Section[], start: number, end: number): Float64Array {
  const rows = sections.map((s) => [s.frontM, s.backM, s.sideM, s.shiftFrontM ?? 0, s.shiftSideM ?? 0]);
  const places = sections.map((s) => s.alongM);
  const value = (i: number, c: number): number => rows[i]![c]!;
  const where = (i: number): number => places[i]!;
  const slope = (i: number, c: number): number => {
    const lower = Math.max(0, i - 1);
    const upper = Math.min(rows.length - 1, i + 1);
    return (value(upper, c) - value(lower, c)) / (where(upper) - where(lower));
  };
  const table = new Float64Array((SAMPLES + 1) * CHANNELS);
  let span = 0;
  for (let i = 0; i <= SAMPLES; i++) {
    const s = start + ((end - start) * i) / SAMPLES;
    while (span < rows.length - 2 && s > where(span + 1)) span++;
    const width = where(span + 1) - where(span);
    const t = (s - where(span)) / width;
    for (let c = 0; c < CHANNELS; c++) {
      const m0 = slope(span, c) * width;
      const m1 = slope(span + 1, c) * width;
      table[i * CHANNELS + c] =
        (2 * t ** 3 - 3 * t ** 2 + 1) * value(span, c) +
        (t ** 3 - 2 * t ** 2 + t) * m0 +
        (3 * t ** 2 - 2 * t ** 3) * value(span + 1, c) +
        (t ** 3 - t ** 2) * m1;
    }
  }
  return table;
}

function boundingSphere(
  centreline: Centreline,
  table: Float64Array,
  start: number,
  end: number,
  capM: number,
): { centreM: [number, number, number]; boundingRadiusM: number } {
  let reach = 0;
  for (let i = 0; i <= SAMPLES; i++) {
    const o = i * CHANNELS;
    const front = Math.max(table[o]!, table[o + 1] ?? 0) + Math.abs(table[o + 3] ?? 0);
    const side = (table[o + 2] ?? 0) + Math.abs(table[o + 4] ?? 0);
    reach = Math.max(reach, Math.hypot(front, side));
  }
  const points = [0, 0.25, 0.5, 0.75, 1].map((t) => centreline.pointAt(start + (end - start) * t));
  const middle = points[2] ?? [0, 0];
  const spread = Math.max(...points.map(([x, z]) => Math.hypot(x - middle[0], z - middle[1])));
  return { centreM: [middle[0], 0, middle[1]], boundingRadiusM: spread + Math.hypot(capM, reach) };
}
