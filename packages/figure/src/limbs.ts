/** The parts of the body that a picture tells apart. */
export const limbNames = [
  'trunk',
  'head',
  'neck',
  'arm.left',
  'arm.right',
  'hand.left',
  'hand.right',
  'leg.left',
  'leg.right',
  'foot.left',
  'foot.right',
] as const;

export type LimbName = (typeof limbNames)[number];

const limbBySegment: Readonly<Record<string, string>> = {
  neck: 'neck',
  head: 'head',
  'upper-arm': 'arm',
  forearm: 'arm',
  hand: 'hand',
  fingers: 'hand',
  fingertips: 'hand',
  thigh: 'leg',
  shank: 'leg',
  foot: 'foot',
  toes: 'foot',
};

/**
 * The limb that a segment (`thigh.left`, `lumbar-upper` …) belongs to; what is no limb is trunk.
 *
 * @internal for tests
 */
export function limbOfSegment(segmentName: string): LimbName {
  const [base, side] = segmentName.split('.') as [string, string | undefined];
  const limb = limbBySegment[base];
  if (limb === undefined) return 'trunk';
  return (side === undefined ? limb : `${limb}.${side}`) as LimbName;
}

/**
 * The limb of each vertex as an index into `limbNames`, from the segment that moves it most. `boneIndices` and `boneWeights`
 * hold four entries a vertex.
 */
export function limbOfVertices(
  boneIndices: ArrayLike<number>,
  boneWeights: ArrayLike<number>,
  segmentNames: readonly string[],
): Uint8Array {
  const limbs = Uint8Array.from(segmentNames, (name) => limbNames.indexOf(limbOfSegment(name)));
  return Uint8Array.from({ length: boneIndices.length / 4 }, (_, vertex) => {
    let best = vertex * 4;
    for (let k = best + 1; k < vertex * 4 + 4; k++) if (boneWeights[k]! > boneWeights[best]!) best = k;
    return limbs[boneIndices[best]!] ?? 0;
  });
}
