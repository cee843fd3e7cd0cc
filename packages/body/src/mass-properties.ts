import type { Vec3 } from '@sacra/geometry';
import type { Measure } from './measure.ts';
import type { Person } from './person.ts';
import { isWholeSegment, spineSegments, type BodyTables, type MassPart } from './tables.ts';

interface MassProperties {
  readonly massKg: number;
  /** In the segment's frame, left side. */
  readonly centreOfMassM: Vec3;
  /** About x, y, z through the centre of mass. */
  readonly inertiaKgM2: Vec3;
}

const trunkSegments: readonly string[] = ['pelvis', ...spineSegments].filter((name) => name !== 'head');

/**
 * Mass, centre of mass and inertia by segment name (without side). Published mass fractions (de-leva-1996) are divided by
 * their sum over the body, so that the segments weigh what the person weighs.
 * A whole limb: I = m (r L)², with r the published radius of gyration as a share of the length L. A part of the trunk, hand
 * or foot: I of a uniform box, I_x = m (b² + c²) / 12.
 */
export function massProperties(person: Person, tables: BodyTables, m: Measure): (plainName: string) => MassProperties {
  const { parts, split } = tables.masses;
  const ofSex = (part: MassPart) => parts[part][person.sex];
  const limbs: readonly MassPart[] = ['upper-arm', 'forearm', 'hand', 'thigh', 'shank', 'foot'];
  const trunk: readonly MassPart[] = ['head', 'upper-trunk', 'middle-trunk', 'lower-trunk'];
  const sum = (names: readonly MassPart[]): number => names.reduce((total, part) => total + ofSex(part).mass, 0);
  const kgPerShare = person.massKg / (sum(trunk) + 2 * sum(limbs));
  const lengthM = { 'upper-arm': m.upperArmM, forearm: m.forearmM, thigh: m.thighM, shank: m.shankM };

  return (plainName) => {
    if (isWholeSegment(plainName)) {
      const { mass, centre, radii } = ofSex(plainName);
      const massKg = mass * kgPerShare;
      const length = lengthM[plainName];
      const inertia = (radius: number): number => massKg * (radius * length) ** 2;
      return {
        massKg,
        centreOfMassM: [0, 0, -centre * length],
        inertiaKgM2: [inertia(radii[0]), inertia(radii[1]), inertia(radii[2])],
      };
    }
    const entry = split[plainName];
    if (!entry) throw new Error(`no masses for "${plainName}"; there are ${Object.keys(split).join(', ')}`);
    const massKg = (Object.keys(entry.from) as MassPart[]).reduce(
      (total, part) => total + ofSex(part).mass * (entry.from[part] ?? 0) * kgPerShare,
      0,
    );
    const [x, y, z] = entry.box;
    const height = trunkSegments.includes(plainName) ? m.trunk : m.stature;
    const [a, b, c] = [m.stature(x) * m.relativeGirth, m.across(y) * m.relativeGirth, height(z)];
    const inertia = (p: number, q: number): number => (massKg * (p * p + q * q)) / 12;
    return {
      massKg,
      centreOfMassM: [m.stature(entry.centre[0]), m.across(entry.centre[1]), height(entry.centre[2])],
      inertiaKgM2: [inertia(b, c), inertia(a, c), inertia(a, b)],
    };
  };
}
