import type { FigureMesh } from '../src/mesh.ts';
import { limbOfVertices } from '../src/limbs.ts';
import type { PosedFigure } from '../src/scene.ts';

type Triple = readonly [number, number, number];

/** A rounded rod from `from` to `to`, moved by one segment. */
export interface Rod {
  readonly segment: string;
  readonly from: Triple;
  readonly to: Triple;
  readonly radiusM: number;
  /** Leggings, top, hair: inside positive. */
  readonly fields?: Triple;
}

const AROUND = 32;
const ALONG = 20;

/** A ball of `radiusM`, or any rod, as closed triangles with outward normals. */
export function rodMesh({ from, to, radiusM }: Pick<Rod, 'from' | 'to' | 'radiusM'>): {
  positions: Float32Array;
  normals: Float32Array;
  indices: Uint32Array;
} {
  const axis = [to[0] - from[0], to[1] - from[1], to[2] - from[2]] as const;
  const length = Math.hypot(...axis);
  const w: Triple = length > 0 ? [axis[0] / length, axis[1] / length, axis[2] / length] : [0, 0, 1];
  const helper: Triple = Math.abs(w[2]) < 0.9 ? [0, 0, 1] : [1, 0, 0];
  const u = unit(crossOf(helper, w));
  const v = crossOf(w, u);
  const positions: number[] = [];
  const normals: number[] = [];
  for (let i = 0; i <= ALONG; i++) {
    const latitude = (i / ALONG - 0.5) * Math.PI;
    const centre = i * 2 <= ALONG ? from : to;
    for (let j = 0; j < AROUND; j++) {
      const turn = (j / AROUND) * 2 * Math.PI;
      for (let k = 0; k < 3; k++) {
        const n = Math.cos(latitude) * (Math.cos(turn) * u[k]! + Math.sin(turn) * v[k]!) + Math.sin(latitude) * w[k]!;
        normals.push(n);
        positions.push(centre[k]! + radiusM * n);
      }
    }
  }
  const indices: number[] = [];
  for (let i = 0; i < ALONG; i++) {
    for (let j = 0; j < AROUND; j++) {
      const a = i * AROUND + j;
      const b = i * AROUND + ((j + 1) % AROUND);
      indices.push(a, b, b + AROUND, a, b + AROUND, a + AROUND);
    }
  }
  return {
    positions: Float32Array.from(positions),
    normals: Float32Array.from(normals),
    indices: Uint32Array.from(indices),
  };
}

/** A figure made of rods, standing as it was built. */
export function rodFigure(rods: readonly Rod[]): PosedFigure {
  const segmentNames = rods.map((rod) => rod.segment);
  const positions: number[] = [];
  const normals: number[] = [];
  const indices: number[] = [];
  const bones: number[] = [];
  const weights: number[] = [];
  const fields: number[] = [];
  rods.forEach((rod, segment) => {
    const mesh = rodMesh(rod);
    const first = positions.length / 3;
    positions.push(...mesh.positions);
    normals.push(...mesh.normals);
    indices.push(...mesh.indices.map((i) => i + first));
    for (let v = 0; v < mesh.positions.length / 3; v++) {
      bones.push(segment, 0, 0, 0);
      weights.push(1, 0, 0, 0);
      fields.push(...(rod.fields ?? [-1, -1, -1]));
    }
  });
  const mesh: FigureMesh = {
    positions: Float32Array.from(positions),
    normals: Float32Array.from(normals),
    indices: Uint32Array.from(indices),
    boneIndices: Uint8Array.from(bones),
    boneWeights: Float32Array.from(weights),
    fields: Float32Array.from(fields),
    skinIndexCount: indices.length,
  };
  return {
    mesh,
    positions: mesh.positions,
    normals: mesh.normals,
    limbs: limbOfVertices(mesh.boneIndices, mesh.boneWeights, segmentNames),
    face: [],
  };
}

const leggings: Triple = [1, -1, -1];
const top: Triple = [-1, 1, -1];
const hair: Triple = [-1, -1, 1];

/** Somebody on hands and knees, facing x. */
export const allFours: readonly Rod[] = [
  { segment: 'pelvis', from: [-0.35, -0.06, 0.52], to: [-0.35, 0.06, 0.52], radiusM: 0.13, fields: leggings },
  { segment: 'lumbar-middle', from: [-0.28, 0, 0.54], to: [0.02, 0, 0.53], radiusM: 0.12, fields: top },
  { segment: 'thorax-upper', from: [0.02, 0, 0.54], to: [0.12, 0, 0.55], radiusM: 0.14, fields: top },
  { segment: 'neck', from: [0.2, 0, 0.58], to: [0.34, 0, 0.6], radiusM: 0.055 },
  { segment: 'head', from: [0.38, 0, 0.6], to: [0.44, 0, 0.58], radiusM: 0.095 },
  { segment: 'head', from: [0.36, 0, 0.64], to: [0.4, 0, 0.63], radiusM: 0.095, fields: hair },
  ...(['left', 'right'] as const).flatMap((side): Rod[] => {
    const y = side === 'left' ? 1 : -1;
    return [
      { segment: `upper-arm.${side}`, from: [0.18, y * 0.17, 0.53], to: [0.19, y * 0.17, 0.28], radiusM: 0.045 },
      { segment: `forearm.${side}`, from: [0.19, y * 0.17, 0.28], to: [0.18, y * 0.16, 0.05], radiusM: 0.036 },
      { segment: `hand.${side}`, from: [0.18, y * 0.16, 0.03], to: [0.32, y * 0.16, 0.02], radiusM: 0.022 },
      {
        segment: `thigh.${side}`,
        from: [-0.36, y * 0.09, 0.47],
        to: [-0.34, y * 0.1, 0.08],
        radiusM: 0.075,
        fields: leggings,
      },
      {
        segment: `shank.${side}`,
        from: [-0.34, y * 0.1, 0.06],
        to: [-0.7, y * 0.1, 0.05],
        radiusM: 0.05,
        fields: leggings,
      },
      { segment: `foot.${side}`, from: [-0.72, y * 0.1, 0.04], to: [-0.9, y * 0.1, 0.03], radiusM: 0.03 },
    ];
  }),
];

function crossOf(a: Triple, b: Triple): Triple {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function unit(a: Triple): Triple {
  const length = Math.hypot(...a);
  return [a[0] / length, a[1] / length, a[2] / length];
}
