import { bindState, type FigureMesh } from '@sacra/figure';
import type { Body } from '@sacra/body';
import { BufferAttribute, BufferGeometry } from 'three';
import { setCorrectionAttributes } from './correction-attributes.ts';

/** How far each segment's skin moves with a full breath, as a share of the largest swell. */
const swellBySegment: Readonly<Record<string, number>> = {
  pelvis: 0.1,
  'lumbar-lower': 0.65,
  'lumbar-middle': 1,
  'lumbar-upper': 1,
  'thorax-lower': 0.8,
  'thorax-upper': 0.45,
  clavicle: 0.2,
};

/** The figure's geometry in its bind pose, with what the shader needs at each vertex. */
export function createFigureGeometry(body: Body, mesh: FigureMesh): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setIndex(new BufferAttribute(mesh.indices, 1));
  // copies: these are written over when the figure takes another body
  geometry.setAttribute('position', new BufferAttribute(mesh.positions.slice(), 3));
  geometry.setAttribute('normal', new BufferAttribute(mesh.normals.slice(), 3));
  geometry.setAttribute('fields', new BufferAttribute(mesh.fields, 3));
  geometry.setAttribute('bones', new BufferAttribute(mesh.boneIndices, 4));
  geometry.setAttribute('boneWeights', new BufferAttribute(mesh.boneWeights, 4));
  setCorrectionAttributes(geometry, mesh);
  geometry.setAttribute('swell', new BufferAttribute(swellOf(body, mesh), 1));
  return geometry;
}

/** Moves the geometry's vertices to where they are on another body's figure. */
export function reshapeGeometry(geometry: BufferGeometry, { positions, normals }: FigureMesh): void {
  for (const [name, values] of [
    ['position', positions],
    ['normal', normals],
  ] as const) {
    const attribute = geometry.getAttribute(name);
    attribute.array.set(values);
    attribute.needsUpdate = true;
  }
}

/** Belly and ribs swell forward and sideways, the back a little. */
function swellOf(body: Body, mesh: FigureMesh): Float32Array {
  const gain = body.segments.map(({ name }) => swellBySegment[name.replace(/\.(left|right)$/, '')] ?? 0);
  return Float32Array.from({ length: mesh.positions.length / 3 }, (_, v) => {
    let share = 0;
    for (let k = 4 * v; k < 4 * v + 4; k++) share += gain[mesh.boneIndices[k]!]! * mesh.boneWeights[k]!;
    const forward = mesh.normals[3 * v]!;
    return share * (0.45 + 0.55 * Math.max(-0.6, forward));
  });
}

/** The head's joint in the bind pose, where the face is drawn from. */
export function headOriginM(body: Body): readonly [number, number, number] {
  const head = body.segments.findIndex(({ name }) => name === 'head');
  const [x = 0, y = 0, z = 0] = bindState(body).positionM.subarray(3 * head, 3 * head + 3);
  return [x, y, z];
}
