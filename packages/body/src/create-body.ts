import type { Vec3 } from '@sacra/geometry';
import { createCapsulePairs } from './capsule-pairs.ts';
import { createCapsules } from './capsules.ts';
import type { Body, Joint, Segment } from './body.ts';
import { createChain } from './chain.ts';
import { createCouplings } from './couplings.ts';
import { createJoints } from './joints.ts';
import { createLandmarks } from './landmarks.ts';
import { createMeasure, type Measure } from './measure.ts';
import { massProperties } from './mass-properties.ts';
import { personFaults } from './parse-person.ts';
import { createPatches } from './patches.ts';
import type { Person } from './person.ts';
import { forSide } from './sides.ts';
import { segmentIndex, skeleton, type SkeletonSegment } from './skeleton.ts';
import type { BodyTables } from './tables.ts';

/** The body of a person, scaled from the tables. Throws for a person that `parsePerson` would refuse. */
export function createBody(person: Person, tables: BodyTables): Body {
  const faults = personFaults({ ...person });
  if (faults.length > 0) throw new RangeError(`createBody: ${faults.map(({ message }) => message).join(' ')}`);
  const measure = createMeasure(person, tables);
  const segments = createSegments(person, tables, measure);
  const joints = createJoints(person, tables, measure);
  const landmarks = createLandmarks(measure, segmentIndex);
  const capsules = createCapsules(measure, segmentIndex);
  const last = joints.at(-1)!;
  const velocitySize = last.vIndex + (last.kind === 'hinge' ? 1 : 3);
  return {
    person,
    girthScale: measure.lengthScale * measure.relativeGirth,
    segments,
    joints,
    landmarks,
    patches: createPatches(landmarks),
    capsules,
    capsulePairs: createCapsulePairs(capsules, measure),
    couplings: createCouplings(person, tables, measure),
    configurationSize: last.qIndex + (last.kind === 'hinge' ? 1 : 4),
    velocitySize,
    ancestorDofs: ancestorDofs(segments, joints),
    chain: createChain(segments, joints),
  };
}

function createSegments(person: Person, tables: BodyTables, measure: Measure): Segment[] {
  const masses = massProperties(person, tables, measure);
  const parents = skeleton.map(({ parent }) => skeleton.findIndex(({ name }) => name === parent));
  return skeleton.map((part, index) => {
    // depth first: the subtree ends before the first later segment that hangs on this one's parent or above
    const after = parents.findIndex((parent, other) => other > index && parent < index);
    const { massKg, centreOfMassM, inertiaKgM2 } = masses(part.plan.name);
    return {
      name: part.name,
      side: part.side,
      parent: parents[index]!,
      subtreeEnd: index === 0 || after < 0 ? skeleton.length : after,
      offsetM: forSide(offset(part, tables, measure), part.side),
      massKg,
      centreOfMassM: forSide(centreOfMassM, part.side),
      inertiaKgM2,
    };
  });
}

/** Where the segment's joint sits in its parent, left side. */
function offset(part: SkeletonSegment, tables: BodyTables, m: Measure): Vec3 {
  const { lengths, offsets } = tables.proportions;
  const name = part.plan.name;
  switch (name) {
    case 'pelvis':
      return [0, 0, m.thighM + m.shankM + m.ankleHeightM];
    case 'forearm':
      return [0, 0, -m.upperArmM];
    case 'hand':
      return [0, 0, -m.forearmM];
    case 'fingers':
      return [0, 0, -m.stature(lengths.palm.share)];
    case 'fingertips':
      return [0, 0, -m.stature(lengths.finger.share)];
    case 'shank':
      return [0, 0, -m.thighM];
    case 'foot':
      return [0, 0, -m.shankM];
    case 'toes':
      // the toes' axis lies one toe radius above the sole
      return [m.stature(lengths['ankle-to-ball'].share), 0, -m.ankleHeightM + m.flesh('foot').girth(0.012)];
    default: {
      const entry = Object.entries(offsets).find(([segment]) => segment === name);
      if (!entry) throw new Error(`no offset for "${name}"; there are ${Object.keys(offsets).join(', ')}`);
      const [x, y, z] = entry[1].at;
      const inTrunk = part.side === undefined || name === 'clavicle';
      return [m.stature(x), m.across(y), inTrunk ? m.trunk(z) : m.stature(z)];
    }
  }
}

function ancestorDofs(segments: readonly Segment[], joints: readonly Joint[]): Int32Array[] {
  const own = segments.map((): number[] => []);
  for (const joint of joints) {
    const count = joint.kind === 'free' ? 6 : joint.kind === 'ball' ? 3 : 1;
    for (let k = 0; k < count; k++) own[joint.segment]!.push(joint.vIndex + k);
  }
  const all: number[][] = [];
  for (const [index, { parent }] of segments.entries()) all.push([...(all[parent] ?? []), ...own[index]!]);
  return all.map((dofs) => Int32Array.from(dofs));
}
