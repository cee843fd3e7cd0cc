import { normalise, radFromDeg, type Vec3 } from '@sacra/geometry';
import { createCapsulePairs } from './capsule-pairs.ts';
import { createCapsules } from './capsules.ts';
import type { Body, Joint, Segment } from './body.ts';
import { createChain } from './chain.ts';
import { createLandmarks } from './landmarks.ts';
import { createMeasure, type Measure } from './measure.ts';
import { massProperties } from './mass-properties.ts';
import { createPatches } from './patches.ts';
import type { Person } from './person.ts';
import { axisForSide, forSide } from './sides.ts';
import { segmentIndex, skeleton, type SkeletonSegment } from './skeleton.ts';
import type { BodyTables } from './tables.ts';

/** The body of a person, scaled from the tables. Throws when stature, mass or a ratio is not a positive number. */
export function createBody(person: Person, tables: BodyTables): Body {
  for (const [name, value] of Object.entries(person)) {
    if (typeof value === 'number' && !(value > 0 && Number.isFinite(value))) {
      throw new RangeError(`createBody: ${name} is ${value}; it must be a positive number`);
    }
  }
  const measure = createMeasure(person, tables);
  const segments = createSegments(person, tables, measure);
  const joints = createJoints(tables);
  const landmarks = createLandmarks(measure, segmentIndex);
  const capsules = createCapsules(measure, segmentIndex);
  const last = joints.at(-1)!;
  const velocitySize = last.vIndex + (last.kind === 'hinge' ? 1 : 3);
  return {
    person,
    girthScale: measure.girth(1),
    segments,
    joints,
    landmarks,
    patches: createPatches(landmarks),
    capsules,
    capsulePairs: createCapsulePairs(capsules, measure),
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
      return [m.stature(lengths['ankle-to-ball'].share), 0, -m.ankleHeightM + m.girth(0.012)];
    default: {
      const entry = Object.entries(offsets).find(([segment]) => segment === name);
      if (!entry) throw new Error(`no offset for "${name}"; there are ${Object.keys(offsets).join(', ')}`);
      const [x, y, z] = entry[1].at;
      return [m.stature(x), m.stature(y), m.stature(z)];
    }
  }
}

function createJoints(tables: BodyTables): Joint[] {
  const { hinges, shoulder } = tables.ranges;
  const joints: Joint[] = [];
  let qIndex = 0;
  let vIndex = 0;
  for (const [segment, { plan, side }] of skeleton.entries()) {
    if (plan.hinges === 'root') {
      joints.push({ kind: 'free', name: 'root', segment, qIndex, vIndex });
      qIndex += 7;
      vIndex += 6;
    } else if (plan.hinges === 'shoulder') {
      if (side === undefined) throw new Error('a shoulder has a side');
      joints.push({
        kind: 'ball',
        name: `shoulder.${side}`,
        side,
        segment,
        swing: { centre: forSide(normalise(shoulder.swing.centre), side), maxRad: radFromDeg(shoulder.swing.max) },
        twist: { minRad: radFromDeg(shoulder.twist[0]), maxRad: radFromDeg(shoulder.twist[1]) },
        stiffness: shoulder.stiffness,
        qIndex,
        vIndex,
      });
      qIndex += 4;
      vIndex += 3;
    } else {
      for (const { name, axis } of plan.hinges) {
        const { range, stiffness } = hinges[name]!;
        joints.push({
          kind: 'hinge',
          name: side === undefined ? name : `${name}.${side}`,
          side,
          segment,
          axis: axisForSide(axis, side),
          range: { minRad: radFromDeg(range[0]), maxRad: radFromDeg(range[1]) },
          stiffness,
          qIndex: qIndex++,
          vIndex: vIndex++,
        });
      }
    }
  }
  return joints;
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
