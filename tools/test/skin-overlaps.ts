import type { Body } from '@sacra/body';
import type { PosedFigure } from '@sacra/figure';

/** Distance between the upright lines along which a figure is looked through, metres. */
const STEP_M = 0.008;
/** The lines stand this share of a step off the middle, where the seam of a figure lies: there they would run along edges. */
const OFF = 0.3819;

/** Parts of the body that are told apart where skin lies in skin, by the plain names of their segments. */
const parts: readonly (readonly [part: string, segments: RegExp])[] = [
  ['trunk', /^(pelvis|lumbar|thorax|clavicle)/],
  ['head', /^(neck|head)/],
  ['upper arm', /^upper-arm/],
  ['forearm', /^forearm/],
  ['hand', /^(hand|finger)/],
  ['thigh', /^thigh/],
  ['calf', /^shank/],
  ['foot', /^(foot|toes)/],
];

/** What a posed skin, closed but free to run through itself, encloses. Volumes in cubic metres. */
export interface Overlaps {
  /** All that is inside, once. */
  readonly enclosedM3: number;
  /** What lies in two parts at once, by the names of both in the order of the alphabet: `thigh in trunk`. */
  readonly sharedM3: ReadonlyMap<string, number>;
}

/** Looks through a posed figure's skin along upright lines, as through the slices of a scan. */
export function skinOverlaps(body: Body, { mesh, positions }: PosedFigure): Overlaps {
  const partOf = body.segments.map(({ name }) => parts.find(([, segments]) => segments.test(name))![0]);
  const isTwin = body.segments.map(({ side }) => side ?? 'middle');
  const skin = mesh.indices.subarray(0, mesh.skinIndexCount);
  let enclosedM3 = 0;
  const sharedM3 = new Map<string, number>();
  for (const crossings of linesThrough(positions, skin).values()) {
    crossings.sort((a, b) => a.z - b.z);
    const inside: number[] = [];
    crossings.forEach(({ z, isEntry, triangle }, i) => {
      const segment = mesh.boneIndices[4 * skin[triangle]!]!;
      if (isEntry) inside.push(segment);
      else leave(inside, segment, partOf);
      const next = crossings[i + 1];
      if (!next || inside.length === 0) return;
      const volume = (next.z - z) * STEP_M * STEP_M;
      enclosedM3 += volume;
      if (inside.length < 2) return;
      const [a, b] = [inside.at(-1)!, inside.at(-2)!];
      const names = [partOf[a]!, partOf[b]!].sort();
      const key = `${names[0]} in ${names[1] === names[0] && isTwin[a] === isTwin[b] ? 'itself' : names[1]}`;
      sharedM3.set(key, (sharedM3.get(key) ?? 0) + volume);
    });
  }
  return { enclosedM3, sharedM3 };
}

/** Takes off the list the part that a line comes out of: that of the triangle where it is there, else what was entered last. */
function leave(inside: number[], segment: number, partOf: readonly string[]): void {
  const same = inside.lastIndexOf(segment);
  const alike = same >= 0 ? same : inside.findLastIndex((one) => partOf[one] === partOf[segment]);
  inside.splice(alike >= 0 ? alike : inside.length - 1, 1);
}

interface Crossing {
  readonly z: number;
  readonly isEntry: boolean;
  /** First entry of the triangle in the list of indices. */
  readonly triangle: number;
}

function linesThrough(positions: Float32Array, indices: Uint32Array): Map<number, Crossing[]> {
  const lines = new Map<number, Crossing[]>();
  for (let t = 0; t < indices.length; t += 3) {
    const [a, b, c] = [3 * indices[t]!, 3 * indices[t + 1]!, 3 * indices[t + 2]!];
    const [ax, ay, az] = [positions[a]!, positions[a + 1]!, positions[a + 2]!];
    const [ux, uy, uz] = [positions[b]! - ax, positions[b + 1]! - ay, positions[b + 2]! - az];
    const [vx, vy, vz] = [positions[c]! - ax, positions[c + 1]! - ay, positions[c + 2]! - az];
    const area = ux * vy - uy * vx;
    if (area === 0) continue;
    const from = (start: number, u: number, v: number): number => Math.ceil((start + Math.min(0, u, v)) / STEP_M - OFF);
    const to = (start: number, u: number, v: number): number => Math.floor((start + Math.max(0, u, v)) / STEP_M - OFF);
    for (let i = from(ax, ux, vx); i <= to(ax, ux, vx); i++)
      for (let j = from(ay, uy, vy); j <= to(ay, uy, vy); j++) {
        const [dx, dy] = [(i + OFF) * STEP_M - ax, (j + OFF) * STEP_M - ay];
        const s = (dx * vy - dy * vx) / area;
        const r = (ux * dy - uy * dx) / area;
        if (s < 0 || r < 0 || s + r > 1) continue;
        const key = (i + 5000) * 10_000 + j + 5000;
        const line = lines.get(key) ?? [];
        line.push({ z: az + s * uz + r * vz, isEntry: area < 0, triangle: t });
        lines.set(key, line);
      }
  }
  return lines;
}
