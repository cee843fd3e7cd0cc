import type { Vec3 } from '@sacra/geometry';
import type { Capsule } from './body.ts';
import type { Measure } from './measure.ts';
import { forSide, sides, type Side } from './sides.ts';
import type { SegmentIndex } from './skeleton.ts';

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
): Plan => ({
  segment,
  start,
  startRadiusM,
  end,
  endRadiusM,
  matMm,
});

/** For the left side. */
function pairedPlans(m: Measure): Readonly<Record<string, Plan>> {
  const { stature: s, girth: g } = m;
  return {
    'upper-arm': plan('upper-arm', [0, 0, 0], g(0.05), [0, 0, -m.upperArmM], g(0.036), 6),
    forearm: plan('forearm', [0, 0, -s(0.018)], g(0.038), [0, g(0.004), -m.forearmM + s(0.021)], g(0.022), 4),
    hand: plan('hand', [0, 0, -s(0.012)], g(0.015), [0, 0, -s(0.045)], g(0.013), 1),
    fingers: plan('fingers', [0, 0, 0], g(0.01), [0, 0, -s(0.025)], g(0.009), 1),
    fingertips: plan('fingertips', [0, 0, 0], g(0.009), [0, 0, -s(0.024)], g(0.007), 1),
    thigh: plan('thigh', [s(0.003), 0, -s(0.035)], g(0.078), [0, 0, -m.thighM], g(0.052), 12),
    shank: plan('shank', [0, 0, -s(0.012)], g(0.05), [0, 0, -m.shankM + s(0.012)], g(0.034), 1),
    calf: plan('shank', [-g(0.012), 0, -0.17 * m.shankM], g(0.05), [-g(0.012), 0, -0.41 * m.shankM], g(0.048), 8),
    foot: plan(
      'foot',
      [-s(0.018), 0, -m.ankleHeightM + g(0.028)],
      g(0.028),
      [s(0.066), 0, -m.ankleHeightM + g(0.016)],
      g(0.016),
      1,
    ),
    toes: plan('toes', [0, 0, 0], g(0.012), [s(0.03), 0, -g(0.001)], g(0.01), 1),
  };
}

function middlePlans(m: Measure): Readonly<Record<string, Plan>> {
  const { stature: s, girth: g } = m;
  const across = (segment: string, x: number, halfWidth: number, z: number, radius: number, matMm: number): Plan =>
    plan(segment, [x, halfWidth, z], radius, [x, -halfWidth, z], radius, matMm);
  return {
    pelvis: across('pelvis', -g(0.012), g(0.072), s(0.006), g(0.092), 14),
    waist: across('lumbar-middle', g(0.02), g(0.051), 0, g(0.088), 10),
    ribs: across('thorax-lower', g(0.035), g(0.054), 0, g(0.1), 1),
    'upper-chest': across('thorax-upper', g(0.015), s(0.05), 0, g(0.085), 6),
    neck: plan('neck', [0, 0, s(0.006)], g(0.052), [g(0.01), 0, s(0.06)], g(0.05), 1),
    'head-back': plan('head', [s(0.002), 0, s(0.03)], s(0.05), [s(0.01), 0, s(0.034)], s(0.048), 1),
    'head-face': plan('head', [s(0.02), 0, -s(0.012)], s(0.036), [s(0.016), 0, s(0.038)], s(0.044), 1),
  };
}

export function createCapsules(m: Measure, segmentIndex: SegmentIndex): Capsule[] {
  const make = (name: string, p: Plan, side: Side | undefined): Capsule => ({
    name: side === undefined ? name : `${name}.${side}`,
    segment: segmentIndex(p.segment, side),
    startM: forSide(p.start, side),
    startRadiusM: p.startRadiusM,
    endM: forSide(p.end, side),
    endRadiusM: p.endRadiusM,
    matAllowanceM: m.girth(p.matMm / 1000),
  });
  return [
    ...Object.entries(middlePlans(m)).map(([name, p]) => make(name, p, undefined)),
    ...sides.flatMap((side) => Object.entries(pairedPlans(m)).map(([name, p]) => make(name, p, side))),
  ];
}
