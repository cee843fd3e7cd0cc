import { BIND_ELBOW_RAD } from './bind.ts';
import { bentDown, straight } from './centreline.ts';
import { loft } from './loft.ts';
import type { Part } from './parts.ts';
import { taperedCapsule } from './primitives.ts';
import { sectionsFrom, type Proportions, type SectionRow } from './proportions.ts';

/** Reference lengths of upper arm and forearm, metres. */
const REFERENCE_UPPER_ARM_M = 0.2975;
const REFERENCE_FOREARM_M = 0.2482;

/** Upper-arm frame, down from the shoulder; the elbow's joint is at 0.2975, the wrist's at 0.5457. */
const armRows: readonly SectionRow[] = [
  [-0.008, 0.045, 0.047, 0.044, -0.001, 0],
  [0.035, 0.048, 0.049, 0.0465, 0, 0.002],
  [0.09, 0.0445, 0.0455, 0.041, 0.002, 0.001],
  [0.16, 0.041, 0.0415, 0.0365, 0.003, 0],
  [0.23, 0.037, 0.0375, 0.0345, 0.001, 0],
  [0.285, 0.0345, 0.0345, 0.0345, 0, 0],
  [0.315, 0.035, 0.034, 0.0355, 0.001, 0],
  [0.35, 0.0365, 0.034, 0.036, 0.002, 0],
  [0.4, 0.034, 0.032, 0.0325, 0.002, 0],
  [0.45, 0.029, 0.028, 0.026, 0.001, 0],
  [0.5, 0.025, 0.0245, 0.0205, 0, 0],
  [0.54, 0.0242, 0.0242, 0.0178, 0, 0],
];

/** Upper arm and forearm as one tube around the bent elbow. */
export function armParts(p: Proportions): Part[] {
  const { length, girth, segment, offsetM } = p;
  const upperM = -offsetM('forearm.left')[2];
  const foreM = -offsetM('hand.left')[2];
  const along = (reference: number): number =>
    reference < REFERENCE_UPPER_ARM_M
      ? (reference / REFERENCE_UPPER_ARM_M) * upperM
      : upperM + ((reference - REFERENCE_UPPER_ARM_M) / REFERENCE_FOREARM_M) * foreM;
  const centreline = bentDown(upperM, -BIND_ELBOW_RAD, length(0.07));
  const place = new Float64Array(2);
  const sections = sectionsFrom(armRows, along, girth, girth, girth);
  return [
    {
      segment: segment('upper-arm.left'),
      primitive: loft({ centreline, sections, startCapM: length(0.034), endCapM: length(0.02) }),
      blendM: length(0.032),
      region: 'arm',
      side: 'left',
      segmentAt(x, _y, z) {
        centreline.locate(x, z, place);
        return segment(place[0]! < upperM ? 'upper-arm.left' : 'forearm.left');
      },
    },
  ];
}

/** Upper arm and forearm as two solids that end at the elbow, and the point of the elbow: what the skin lies on at any bend. */
export function elbowParts(p: Proportions): Part[] {
  const { length, girth, segment, offsetM } = p;
  const common = { region: 'arm', side: 'left' } as const;
  const half = (name: string, lengthM: number, rows: readonly SectionRow[], referenceM: number): Part => ({
    ...common,
    segment: segment(name),
    primitive: loft({
      centreline: straight([0, 0], [0, -lengthM]),
      sections: sectionsFrom(rows, (reference) => (reference * lengthM) / referenceM, girth, girth, girth),
      startCapM: length(0.028),
      endCapM: length(0.028),
    }),
    blendM: length(0.03),
  });
  const fromElbow = armRows.map(([along, ...rest]): SectionRow => [along - REFERENCE_UPPER_ARM_M, ...rest]);
  return [
    half(
      'upper-arm.left',
      -offsetM('forearm.left')[2],
      armRows.filter(([along]) => along < REFERENCE_UPPER_ARM_M),
      REFERENCE_UPPER_ARM_M,
    ),
    half(
      'forearm.left',
      -offsetM('hand.left')[2],
      fromElbow.filter(([along]) => along > 0),
      REFERENCE_FOREARM_M,
    ),
    {
      ...common,
      segment: segment('forearm.left'),
      primitive: taperedCapsule(
        [-girth(0.016), 0, -length(0.03)],
        girth(0.017),
        [-girth(0.0125), 0, length(0.0145)],
        girth(0.0165),
      ),
      blendM: length(0.018),
    },
  ];
}
