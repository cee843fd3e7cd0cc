import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closestPoints, distance, dot, norm, type Vec3 } from '@sacra/geometry';
import {
  centreOfMass,
  capsuleByName,
  createBody,
  createState,
  forwardKinematics,
  landmarkByName,
  landmarkNames,
  neutralConfiguration,
  patchNames,
  pointToWorld,
  referencePerson,
  segmentByName,
  segmentNames,
  directionToWorld,
  hingeByName,
  type Body,
  type Capsule,
  type Person,
} from '../src/index.ts';
import { anyPerson, bodies, tables } from './bodies.ts';

const atRest = (body: Body) => {
  const state = createState(body);
  forwardKinematics(body, neutralConfiguration(body), state);
  const place = (name: string) => {
    const { segment, positionM } = landmarkByName(body, name);
    return pointToWorld(state, segment, positionM);
  };
  return { state, place };
};

/** The body with one hinge bent by 0.5 rad. */
const bent = (body: Body, hinge: string) => {
  const q = neutralConfiguration(body);
  q[hingeByName(body, hinge).qIndex] = 0.5;
  const state = createState(body);
  forwardKinematics(body, q, state);
  return state;
};

test('the parts weigh together what the person weighs', () => {
  fc.assert(
    fc.property(anyPerson, (person) => {
      const { segments, chain } = createBody(person, tables);
      expect(segments.reduce((sum, { massKg }) => sum + massKg, 0)).toBeCloseTo(person.massKg, 9);
      expect(chain.totalMassKg).toBeCloseTo(person.massKg, 9);
    }),
  );
});

test('limbs, trunk and head have the published shares of the mass', () => {
  for (const body of bodies) {
    const { sex, massKg } = body.person;
    const share = (...names: string[]) =>
      names.reduce((sum, name) => sum + body.segments[segmentByName(body, name)]!.massKg, 0) / massKg;
    const published = (...parts: (keyof typeof tables.masses.parts)[]) =>
      parts.reduce((sum, part) => sum + tables.masses.parts[part][sex].mass, 0);
    // the published shares add up to 1 within 0.0002
    expect(share('head', 'neck')).toBeCloseTo(published('head'), 4);
    expect(share('upper-arm.left')).toBeCloseTo(published('upper-arm'), 4);
    expect(share('forearm.right')).toBeCloseTo(published('forearm'), 4);
    expect(share('hand.left', 'fingers.left', 'fingertips.left')).toBeCloseTo(published('hand'), 4);
    expect(share('thigh.right')).toBeCloseTo(published('thigh'), 4);
    expect(share('shank.left')).toBeCloseTo(published('shank'), 4);
    expect(share('foot.left', 'toes.left')).toBeCloseTo(published('foot'), 4);
    const trunk = ['pelvis', 'lumbar-lower', 'lumbar-middle', 'lumbar-upper', 'thorax-lower', 'thorax-upper'];
    expect(share(...trunk, 'clavicle.left', 'clavicle.right')).toBeCloseTo(
      published('upper-trunk', 'middle-trunk', 'lower-trunk'),
      3,
    );
  }
});

test('centres of mass of split parts come where the published ones are', () => {
  const body = bodies[0]!;
  const { state } = atRest(body);
  const together = (...names: string[]) => {
    const parts = names.map((name) => {
      const index = segmentByName(body, name);
      const { massKg, centreOfMassM } = body.segments[index]!;
      return { massKg, place: pointToWorld(state, index, centreOfMassM) };
    });
    const total = parts.reduce((sum, { massKg }) => sum + massKg, 0);
    return [0, 1, 2].map((k) => parts.reduce((sum, { massKg, place }) => sum + massKg * place[k]!, 0) / total);
  };
  const stature = body.person.statureM;
  // de-leva-1996, female: 0.4841 of 0.1405 of the stature below the vertex; 0.3427 of 0.098 below the wrist
  expect(together('head', 'neck')[2]! / stature).toBeCloseTo(1 - 0.4841 * 0.1405, 2);
  const wrist = pointToWorld(state, segmentByName(body, 'hand.left'), [0, 0, 0]);
  const hand = together('hand.left', 'fingers.left', 'fingertips.left');
  expect((wrist[2] - hand[2]!) / stature).toBeCloseTo(0.3427 * 0.098, 2);
  // 0.4014 (women) to 0.4415 (men) of the foot's length from the heel
  const heelBackX = landmarkByName(body, 'heel-back.left').positionM[0];
  const ankle = pointToWorld(state, segmentByName(body, 'foot.left'), [0, 0, 0]);
  const fromHeel = together('foot.left', 'toes.left')[0]! - ankle[0] - heelBackX;
  expect(fromHeel / (0.152 * stature)).toBeGreaterThan(0.38);
  expect(fromHeel / (0.152 * stature)).toBeLessThan(0.46);
});

test('whatever the proportions, at rest the crown is at the stature, the soles are on the mat and every segment is parallel to the world', () => {
  fc.assert(
    fc.property(anyPerson, (person) => {
      const body = createBody(person, tables);
      const { state, place } = atRest(body);
      for (let s = 0; s < body.segments.length; s++) {
        expect([...state.rotation.subarray(4 * s, 4 * s + 4)]).toEqual([1, 0, 0, 0]);
      }
      expect(place('crown')[2]).toBeCloseTo(person.statureM, 9);
      for (const name of ['heel', 'ball-big', 'ball-little', 'toe-tip']) {
        expect(place(`${name}.left`)[2]).toBeCloseTo(0, 9);
      }
    }),
  );
});

test('with usual proportions the joints are as high as published', () => {
  const { place } = atRest(bodies[0]!);
  const share = (name: string): number => place(name)[2] / referencePerson.statureM;
  // drillis-contini-1966: elbow 0.63, wrist 0.485, fingertip 0.377, knee 0.285, ankle 0.039 of the stature
  const heights = { elbow: 0.63, wrist: 0.485, knee: 0.285, ankle: 0.039 };
  for (const [name, published] of Object.entries(heights))
    expect(share(`${name}-centre.right`)).toBeCloseTo(published, 2);
  expect(share('fingertip.left')).toBeCloseTo(0.377 + 0.005, 2);
});

test('longer legs stand under a shorter trunk, longer arms reach lower, and a broader frame is broader', () => {
  const heightOf = (change: Partial<Person>, name: string): number =>
    atRest(createBody({ ...referencePerson, ...change }, tables)).place(name)[2];
  expect(heightOf({ legRatio: 1.06 }, 'hip-centre.left')).toBeGreaterThan(heightOf({}, 'hip-centre.left') + 0.04);
  expect(heightOf({ armRatio: 1.06 }, 'fingertip.left')).toBeLessThan(heightOf({}, 'fingertip.left') - 0.03);
  const shoulderY = (frameRatio: number): number =>
    atRest(createBody({ ...referencePerson, frameRatio }, tables)).place('shoulder-centre.left')[1];
  expect(shoulderY(1.05) / shoulderY(1)).toBeCloseTo(1.05, 9);
});

test('standing, the centre of mass is 0.52 to 0.60 of the stature high, over the feet and in the middle', () => {
  fc.assert(
    fc.property(anyPerson, (person) => {
      const body = createBody(person, tables);
      const { state, place } = atRest(body);
      const [x, y, z] = centreOfMass(body, state);
      const standing = place('crown')[2];
      expect(z / standing).toBeGreaterThan(0.52);
      expect(z / standing).toBeLessThan(0.6);
      expect(y).toBeCloseTo(0, 12);
      expect(x).toBeGreaterThan(place('heel.left')[0]);
      expect(x).toBeLessThan(place('ball-big.left')[0]);
    }),
  );
});

test('a parent stands before its children and a subtree is one run', () => {
  const { segments } = bodies[0]!;
  for (const [index, { parent, subtreeEnd }] of segments.entries()) {
    expect(parent).toBeLessThan(index);
    const inside = (other: number): boolean => other === index || (other > index && inside(segments[other]!.parent));
    for (const other of segments.keys()) expect(other >= index && other < subtreeEnd).toBe(inside(other));
  }
});

test('ancestor degrees of freedom are exactly those of the segments on the way to the root', () => {
  const { segments, joints, ancestorDofs } = bodies[0]!;
  for (const index of segments.keys()) {
    const expected: number[] = [];
    for (let s = index; s >= 0; s = segments[s]!.parent) {
      for (const joint of joints) {
        if (joint.segment !== s) continue;
        for (let k = 0; k < { free: 6, ball: 3, hinge: 1 }[joint.kind]; k++) expected.push(joint.vIndex + k);
      }
    }
    expect([...ancestorDofs[index]!]).toEqual(expected.toSorted((a, b) => a - b));
  }
});

test('the names that can be listed without a body are those of every body', () => {
  for (const body of bodies) {
    expect(segmentNames).toEqual(body.segments.map(({ name }) => name));
    expect(landmarkNames).toEqual([...body.landmarks.keys()]);
    expect(patchNames).toEqual([...body.patches.keys()]);
  }
});

test('a patch has its points on one segment and faces away from the bone', () => {
  for (const body of bodies) {
    for (const { name, landmarks, normal, segment } of body.patches.values()) {
      expect(norm(normal)).toBeCloseTo(1, 12);
      for (const point of landmarks) {
        const { segment: of, positionM } = landmarkByName(body, point);
        expect(of, name).toBe(segment);
        const { startM, endM } = body.capsules.find((capsule) => capsule.segment === of) ?? {
          startM: [0, 0, 0],
          endM: [0, 0, 0],
        };
        const middle = startM.map((x, k) => (x + endM[k]!) / 2);
        const outward = positionM.map((x, k) => x - middle[k]!);
        expect(dot(outward as unknown as typeof normal, normal), name).toBeGreaterThan(0);
      }
    }
  }
});

test('a skin point that can lie on the mat is never deeper inside its own capsules than the mat allows', () => {
  fc.assert(
    fc.property(anyPerson, fc.double({ min: 17, max: 42, noNaN: true }), (person, bodyMassIndex) => {
      const body = createBody({ ...person, massKg: bodyMassIndex * person.statureM ** 2 }, tables);
      for (const patch of body.patches.values()) {
        const capsules = body.capsules.filter(({ segment }) => segment === patch.segment);
        for (const name of patch.landmarks) {
          for (const capsule of capsules) {
            const depth = -heightM(capsule, landmarkByName(body, name).positionM);
            expect(depth, `${name} in ${capsule.name}`).toBeLessThan(capsule.matAllowanceM + 0.002);
          }
        }
      }
    }),
  );
});

test('skin points that can lie on the mat are at most 30 mm off the capsules of their segment', () => {
  const body = createBody(referencePerson, tables);
  for (const { segment, landmarks } of body.patches.values()) {
    const capsules = body.capsules.filter((capsule) => capsule.segment === segment);
    if (capsules.length === 0) continue;
    for (const name of landmarks) {
      const { positionM } = landmarkByName(body, name);
      const height = Math.min(...capsules.map((capsule) => heightM(capsule, positionM)));
      expect(height, name).toBeLessThan(0.03);
    }
  }
});

/** Distance of a point from the surface of a capsule of its segment; negative inside. */
function heightM({ startM, endM, startRadiusM, endRadiusM }: Capsule, pointM: Vec3): number {
  const { onA, onB, fractionA } = closestPoints(startM, endM, pointM, pointM);
  return distance(onA, onB) - (startRadiusM + (endRadiusM - startRadiusM) * fractionA);
}

test('a positive angle means what its name says, on both sides', () => {
  const body = bodies[0]!;
  const ahead = (hinge: string, segment: string, local: [number, number, number], k: 0 | 1 | 2) =>
    directionToWorld(bent(body, hinge), segmentByName(body, segment), local)[k];
  const up: [number, number, number] = [0, 0, 1];
  const down: [number, number, number] = [0, 0, -1];
  for (const spine of [
    'lumbosacral',
    'lumbar-middle',
    'lumbar-upper',
    'thoracic-lower',
    'thoracic-upper',
    'neck-lower',
    'neck-upper',
  ]) {
    expect(ahead(`${spine}.flexion`, 'head', up, 0)).toBeGreaterThan(0.4);
    expect(ahead(`${spine}.side-bend`, 'head', up, 1)).toBeGreaterThan(0.4);
    expect(ahead(`${spine}.rotation`, 'head', [1, 0, 0], 1)).toBeGreaterThan(0.4);
  }
  for (const [side, out] of [
    ['left', 1],
    ['right', -1],
  ] as const) {
    const along = (hinge: string, segment: string, local: [number, number, number], k: 0 | 1 | 2) =>
      ahead(`${hinge}.${side}`, `${segment}.${side}`, local, k);
    expect(along('clavicle.elevation', 'clavicle', [0, out, 0], 2)).toBeGreaterThan(0.4);
    expect(along('clavicle.protraction', 'clavicle', [0, out, 0], 0)).toBeGreaterThan(0.4);
    expect(along('elbow.flexion', 'forearm', down, 0)).toBeGreaterThan(0.4);
    // the palm, which faces the thigh, turns to the back
    expect(along('forearm.pronation', 'hand', [0, -out, 0], 0)).toBeLessThan(-0.4);
    // the fingers move towards the palm
    expect(out * along('wrist.flexion', 'hand', down, 1)).toBeLessThan(-0.4);
    expect(out * along('fingers.flexion', 'fingers', down, 1)).toBeLessThan(-0.4);
    expect(out * along('fingertips.flexion', 'fingertips', down, 1)).toBeLessThan(-0.4);
    // the thumb side is in front
    expect(along('wrist.radial-deviation', 'hand', down, 0)).toBeGreaterThan(0.4);
    expect(along('hip.flexion', 'thigh', down, 0)).toBeGreaterThan(0.4);
    expect(out * along('hip.abduction', 'thigh', down, 1)).toBeGreaterThan(0.4);
    expect(out * along('hip.external-rotation', 'foot', [1, 0, 0], 1)).toBeGreaterThan(0.4);
    expect(along('knee.flexion', 'shank', down, 0)).toBeLessThan(-0.4);
    expect(along('ankle.dorsiflexion', 'foot', [1, 0, 0], 2)).toBeGreaterThan(0.4);
    // the sole turns to face the other foot
    expect(out * along('ankle.inversion', 'foot', down, 1)).toBeLessThan(-0.4);
    expect(along('toes.extension', 'toes', [1, 0, 0], 2)).toBeGreaterThan(0.4);
  }
});

test('more body mass makes no bone longer and no part thinner, the waist most of all and the hands hardly', () => {
  const usual = createBody(referencePerson, tables);
  const heavier = createBody({ ...referencePerson, massKg: 1.5 * referencePerson.massKg }, tables);
  expect(heavier.girthScale / usual.girthScale).toBeCloseTo(Math.sqrt(1.5), 12);
  const growth = (name: string): number =>
    capsuleByName(heavier, name).startRadiusM / capsuleByName(usual, name).startRadiusM;
  for (const { name } of usual.capsules) {
    expect(growth(name), name).toBeGreaterThanOrEqual(1);
    expect(growth(name), name).toBeLessThanOrEqual(growth('waist'));
  }
  expect(growth('waist')).toBeGreaterThan(Math.sqrt(1.5));
  expect(growth('hand.left')).toBeLessThan(1.06);
  expect(growth('head-back')).toBe(1);
  for (const [index, { name, offsetM }] of usual.segments.entries()) {
    // the toes' axis rises with the thickness of the toes
    if (!name.startsWith('toes')) expect(heavier.segments[index]!.offsetM).toEqual(offsetM);
  }
});

test('on the whole flesh grows as mass does: parts by their share of it, within a twentieth', () => {
  const usual = createBody(referencePerson, tables);
  const ratioM = (other: Body, { name }: Capsule): number => {
    const radiiM = ({ startRadiusM, endRadiusM }: Capsule): number => startRadiusM + endRadiusM;
    return radiiM(capsuleByName(other, name)) / radiiM(capsuleByName(usual, name));
  };
  // segments that have no capsule of their own are as thick as their neighbour
  const neighbours: Readonly<Record<string, string>> = { 'lumbar-lower': 'waist', 'lumbar-upper': 'waist' };
  for (const share of [0.8, 1.25, 1.6]) {
    const other = createBody({ ...referencePerson, massKg: share * referencePerson.massKg }, tables);
    const volume = usual.segments.reduce((sum, { name, massKg }, index) => {
      const own = usual.capsules.find(({ segment }) => segment === index);
      const capsule = own ?? capsuleByName(usual, neighbours[name] ?? 'upper-chest');
      return sum + massKg * ratioM(other, capsule) ** 2;
    }, 0);
    expect(volume / referencePerson.massKg / share).toBeGreaterThan(0.95);
    expect(volume / referencePerson.massKg / share).toBeLessThan(1.05);
  }
});

test('a person without stature cannot be built', () => {
  expect(() => createBody({ ...referencePerson, statureM: 0 }, tables)).toThrow(/statureM is 0/);
  expect(() => createBody({ ...referencePerson, massKg: Number.NaN }, tables)).toThrow(/massKg is NaN/);
});
