import { limbNames } from './limbs.ts';
import type { TriangleMesh } from './rasterise.ts';

/** A digit stands out from its hand or foot by more than this, metres. */
const STANDS_OUT_M = 0.004;

/** A heel reaches less far than this share of the longest digit's way. */
const DIGIT_SHARE = 0.6;

/** Known of a mesh once it was asked for: the same mesh is posed again and again. */
const known = new WeakMap<Uint32Array, Uint8Array>();

/**
 * The finger or toe of each vertex: 0 for none, else a number that vertices of one digit share. `mesh` is the figure in its bind pose,
 * where digits are stretched out; `limbs` an index into `limbNames` a vertex.
 *
 * A digit is a summit of the distance from the wrist or ankle, down to where it meets the next one (a merge tree: H. Edelsbrunner
 * and J. Harer, "Computational Topology", 2010, VII.1; summits that stand out by less than `STANDS_OUT_M` count for nothing).
 */
export function digitsOf(mesh: TriangleMesh, limbs: Uint8Array): Uint8Array {
  const before = known.get(mesh.indices);
  if (before?.length === limbs.length) return before;
  const digits = new Uint8Array(limbs.length);
  const beside = neighbours(mesh.indices, limbs.length);
  let count = 0;
  for (const [end, limb] of ends) count = numberDigits(mesh, limbs, beside, { end, limb }, digits, count);
  known.set(mesh.indices, digits);
  return digits;
}

/** Each hand and foot with the limb it hangs on, as indices into `limbNames`. */
const ends = (['left', 'right'] as const).flatMap((side): [end: number, limb: number][] => [
  [limbNames.indexOf(`hand.${side}`), limbNames.indexOf(`arm.${side}`)],
  [limbNames.indexOf(`foot.${side}`), limbNames.indexOf(`leg.${side}`)],
]);

/** A part of a hand or foot that hangs together, all farther out than what was looked at so far. */
interface Summit {
  readonly heightM: number;
  vertices: number[];
  /** Two digits have met in it, or it is one already: what joins now is palm or sole. */
  isWhole: boolean;
}

function numberDigits(
  { positions }: TriangleMesh,
  limbs: Uint8Array,
  beside: readonly (readonly number[])[],
  { end, limb }: { readonly end: number; readonly limb: number },
  digits: Uint8Array,
  first: number,
): number {
  const own = [...limbs.keys()].filter((v) => limbs[v] === end);
  const root = centreOf(
    positions,
    own.filter((v) => beside[v]!.some((other) => limbs[other] === limb)),
  );
  const heightM = new Map(
    own.map((v) => [v, Math.hypot(...[0, 1, 2].map((k) => positions[v * 3 + k]! - root[k]!))] as const),
  );
  const farthestM = Math.max(...heightM.values());
  let count = first;
  const summitOf = new Map<number, Summit>();
  const asDigit = (summit: Summit): void => {
    if (summit.isWhole) return;
    count++;
    for (const vertex of summit.vertices) digits[vertex] = count;
    summit.isWhole = true;
  };
  for (const vertex of own.sort((a, b) => heightM.get(b)! - heightM.get(a)!)) {
    const around = [...new Set(beside[vertex]!.flatMap((other) => summitOf.get(other) ?? []))];
    const standing = around.filter((summit) => summit.heightM - heightM.get(vertex)! > STANDS_OUT_M);
    if (standing.length > 1) standing.filter((summit) => summit.heightM > DIGIT_SHARE * farthestM).forEach(asDigit);
    const [highest = { heightM: heightM.get(vertex)!, vertices: [], isWhole: false }] = around.sort(
      (a, b) => b.heightM - a.heightM,
    );
    for (const other of around) {
      if (other === highest) continue;
      highest.isWhole ||= other.isWhole;
      for (const moved of other.vertices) summitOf.set(moved, highest);
      highest.vertices.push(...other.vertices);
    }
    highest.vertices.push(vertex);
    summitOf.set(vertex, highest);
  }
  return count;
}

function centreOf(positions: Float32Array, vertices: readonly number[]): readonly number[] {
  return [0, 1, 2].map((k) => vertices.reduce((sum, v) => sum + positions[v * 3 + k]!, 0) / (vertices.length || 1));
}

function neighbours(indices: Uint32Array, vertices: number): number[][] {
  const beside = Array.from({ length: vertices }, (): number[] => []);
  for (let t = 0; t + 2 < indices.length; t += 3) {
    for (let k = 0; k < 3; k++) beside[indices[t + k]!]!.push(indices[t + ((k + 1) % 3)]!);
  }
  return beside;
}
