import type { Vec3 } from '@sacra/geometry';
import type { Capsule } from './body.ts';
import type { Flesh, Measure } from './measure.ts';
import { forSide, sides, type Side } from './sides.ts';
import { skeleton, type SegmentIndex } from './skeleton.ts';
import { fleshOf, type GirthPart } from './tables.ts';

type Girth = Flesh['girth'];

interface Plan {
  readonly segment: string;
  readonly start: Vec3;
  readonly startRadiusM: number;
  readonly end: Vec3;
  readonly endRadiusM: number;
  /** Millimetres it may sink into the mat, on the reference body. */
  readonly matMm: number;
}

const plan = (
  segment: string,
  start: Vec3,
  startRadiusM: number,
  end: Vec3,
  endRadiusM: number,
  matMm: number,
): Plan => ({ segment, start, startRadiusM, end, endRadiusM, matMm });

/** For the left side. */
function pairedPlans(m: Measure): Readonly<Record<string, Plan>> {
  const s = m.stature;
  const g = (part: GirthPart): Girth => m.flesh(part).girth;
  const [arm, forearm, wrist, hand] = [g('upper-arm'), g('forearm'), g('wrist'), g('hand')];
  const [thigh, knee, calf, shank, foot] = [g('thigh'), g('knee'), g('calf'), g('shank'), g('foot')];
  return {
    'upper-arm': plan('upper-arm', [0, 0, 0], arm(0.05), [0, 0, -m.upperArmM], forearm(0.036), 6),
    forearm: plan(
      'forearm',
      [0, 0, -s(0.018)],
      forearm(0.038),
      [0, wrist(0.004), -m.forearmM + s(0.021)],
      wrist(0.022),
      4,
    ),
    hand: plan('hand', [0, 0, -s(0.012)], hand(0.015), [0, 0, -s(0.045)], hand(0.013), 1),
    fingers: plan('fingers', [0, 0, 0], hand(0.01), [0, 0, -s(0.025)], hand(0.009), 1),
    fingertips: plan('fingertips', [0, 0, 0], hand(0.009), [0, 0, -s(0.024)], hand(0.007), 1),
    thigh: plan('thigh', [s(0.003), 0, -s(0.035)], thigh(0.078), [0, 0, -m.thighM], knee(0.052), 12),
    shank: plan('shank', [0, 0, -s(0.012)], knee(0.05), [0, 0, -m.shankM + s(0.012)], shank(0.034), 1),
    calf: plan(
      'shank',
      [-calf(0.012), 0, -0.17 * m.shankM],
      calf(0.05),
      [-calf(0.012), 0, -0.41 * m.shankM],
      calf(0.048),
      8,
    ),
    foot: plan(
      'foot',
      [-s(0.018), 0, -m.ankleHeightM + foot(0.028)],
      foot(0.028),
      [s(0.066), 0, -m.ankleHeightM + foot(0.016)],
      foot(0.016),
      1,
    ),
    toes: plan('toes', [0, 0, 0], foot(0.012), [s(0.03), 0, -foot(0.001)], foot(0.01), 1),
  };
}

function middlePlans(m: Measure): Readonly<Record<string, Plan>> {
  const s = m.stature;
  const g = (part: GirthPart): Girth => m.flesh(part).girth;
  const [pelvis, waist, ribs, chest, neck] = [
    g('pelvis'),
    g('lumbar-middle'),
    g('thorax-lower'),
    g('thorax-upper'),
    g('neck'),
  ];
  const across = (segment: string, x: number, halfWidth: number, z: number, radius: number, matMm: number): Plan =>
    plan(segment, [x, m.frameRatio * halfWidth, z], radius, [x, -m.frameRatio * halfWidth, z], radius, matMm);
  return {
    pelvis: across('pelvis', -pelvis(0.012), pelvis(0.072), s(0.006), pelvis(0.092), 14),
    waist: across('lumbar-middle', waist(0.02), waist(0.051), 0, waist(0.088), 10),
    ribs: across('thorax-lower', ribs(0.035), ribs(0.054), 0, ribs(0.1), 1),
    'upper-chest': across('thorax-upper', chest(0.015), s(0.05), 0, chest(0.085), 6),
    neck: plan('neck', [0, 0, s(0.006)], neck(0.052), [neck(0.01), 0, m.trunk(0.06)], neck(0.05), 1),
    'head-back': plan('head', [s(0.002), 0, s(0.03)], s(0.05), [s(0.01), 0, s(0.034)], s(0.048), 1),
    'head-face': plan('head', [s(0.02), 0, -s(0.012)], s(0.036), [s(0.016), 0, s(0.038)], s(0.044), 1),
  };
}

/** The flesh that a capsule is mostly of, the segment's, but that a calf has its own. */
export function fleshOfCapsule({ name, segment }: Pick<Capsule, 'name' | 'segment'>): GirthPart | undefined {
  return name.startsWith('calf') ? 'calf' : fleshOf(skeleton[segment]!.plan.name);
}

export function createCapsules(m: Measure, segmentIndex: SegmentIndex): Capsule[] {
  const make = (plainName: string, p: Plan, side: Side | undefined): Capsule => {
    const name = side === undefined ? plainName : `${plainName}.${side}`;
    const segment = segmentIndex(p.segment, side);
    return {
      name,
      segment,
      startM: forSide(p.start, side),
      startRadiusM: p.startRadiusM,
      endM: forSide(p.end, side),
      endRadiusM: p.endRadiusM,
      matAllowanceM: m.flesh(fleshOfCapsule({ name, segment })).girth(p.matMm / 1000),
    };
  };
  return [
    ...Object.entries(middlePlans(m)).map(([name, p]) => make(name, p, undefined)),
    ...sides.flatMap((side) => Object.entries(pairedPlans(m)).map(([name, p]) => make(name, p, side))),
  ];
}
