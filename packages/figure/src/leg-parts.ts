import { bentDown } from './centreline.ts';
import { loft } from './loft.ts';
import type { Part } from './parts.ts';
import { ellipsoid } from './primitives.ts';
import { sectionsFrom, type Proportions, type SectionRow } from './proportions.ts';
import { BIND_KNEE_RAD } from './bind.ts';

/** Reference lengths of thigh and shank, metres. */
const REFERENCE_THIGH_M = 0.4165;
const REFERENCE_SHANK_M = 0.4182;

/** Thigh frame, down from the hip; the knee's joint is at 0.4165, the ankle's at 0.8347. */
const legRows: readonly SectionRow[] = [
  [-0.025, 0.078, 0.08, 0.074, 0.002, 0.006],
  [0.04, 0.089, 0.086, 0.085, 0.004, 0.006],
  [0.11, 0.087, 0.082, 0.081, 0.007, 0.004],
  [0.2, 0.078, 0.073, 0.071, 0.007, 0.002],
  [0.29, 0.066, 0.062, 0.06, 0.005, 0],
  [0.36, 0.056, 0.054, 0.0525, 0.003, 0],
  [0.4165, 0.0525, 0.05, 0.0495, 0.001, 0],
  [0.46, 0.049, 0.05, 0.0475, 0, 0],
  [0.51, 0.046, 0.056, 0.0495, -0.003, 0.001],
  [0.56, 0.0455, 0.059, 0.0505, -0.004, 0.002],
  [0.62, 0.0425, 0.052, 0.0455, -0.003, 0.002],
  [0.69, 0.036, 0.041, 0.037, -0.001, 0],
  [0.75, 0.031, 0.034, 0.03, 0, 0],
  [0.8, 0.029, 0.032, 0.0275, 0, 0],
  [0.832, 0.03, 0.034, 0.029, 0, 0],
];

/** Thigh and shank as one tube around the bent knee, and the kneecap. */
export function legParts(p: Proportions): Part[] {
  const { length, girth, soft, segment, offsetM } = p;
  const thighM = -offsetM('shank.left')[2];
  const shankM = -offsetM('foot.left')[2];
  const along = (reference: number): number =>
    reference < REFERENCE_THIGH_M
      ? (reference / REFERENCE_THIGH_M) * thighM
      : thighM + ((reference - REFERENCE_THIGH_M) / REFERENCE_SHANK_M) * shankM;
  const centreline = bentDown(thighM, BIND_KNEE_RAD, length(0.085));
  const place = new Float64Array(2);
  // soft flesh ends above the knee: below it skin meets the mat
  const sections = legRows.map((row) => {
    const scale = row[0] < 0.33 ? soft : girth;
    return sectionsFrom([row], along, scale, scale, scale)[0]!;
  });
  return [
    {
      segment: segment('thigh.left'),
      primitive: loft({ centreline, sections, startCapM: length(0.03), endCapM: length(0.03) }),
      blendM: length(0.03),
      region: 'leg',
      side: 'left',
      pairBlendM: length(0.006),
      segmentAt(x, _y, z) {
        centreline.locate(x, z, place);
        return segment(place[0]! < thighM ? 'thigh.left' : 'shank.left');
      },
    },
    {
      segment: segment('shank.left'),
      primitive: ellipsoid([girth(0.022), 0, -length(0.008)], [girth(0.027), girth(0.028), length(0.04)], 0.1),
      blendM: length(0.03),
      region: 'leg',
      side: 'left',
    },
  ];
}
