import { createBody, type Body, type BodyTables } from '@sacra/body';
import { everydayLoads, leaning, loadsOf, pressN, type CatalogueSolver, type Loads, type Posture } from '@sacra/solve';
import { handsShareOf, type TwoLines } from './two-lines.ts';

/** One number of ours beside what is published of it. */
export interface Comparison {
  readonly what: string;
  readonly ours: number;
  /** As the source gives it. */
  readonly published: string;
  readonly source: string;
  /** V read at the source, K well known, S computed by us in another way. */
  readonly mark: 'V' | 'K' | 'S';
  readonly digits: number;
}

/** Everything of the loads that can be held against something published. docs/science/loads.md tells what to make of it. */
export const comparisons = (body: Body, tables: BodyTables, solver: CatalogueSolver): Comparison[] => [
  ...trunkMoments(tables),
  ...lowerBackPress(body, solver),
  ...handsShares(body, tables, solver),
  ...wallDog(body, solver),
];

const known = (body: Body, posture: Posture): Loads => {
  const loads = loadsOf(body, posture);
  if (!loads.ok) throw new Error(`A posture that is compared is out of balance by ${loads.error.leftOver}.`);
  return loads.value;
};

const momentNm = (loads: Loads, segment: string): number => Math.hypot(...loads.joints.get(segment)!.momentNm);

function trunkMoments(tables: BodyTables): Comparison[] {
  const leans = [
    { told: '30°', rad: Math.PI / 6, published: '58' },
    { told: '45°', rad: Math.PI / 4, published: '82' },
    { told: '60°', rad: Math.PI / 3, published: '100' },
    { told: '90°', rad: Math.PI / 2, published: '115' },
  ];
  return (['female', 'male'] as const).flatMap((sex) => {
    const person = createBody({ sex, statureM: 1.7, massKg: 70 }, tables);
    return leans.map(({ told, rad, published }) => ({
      what: `L5/S1 moment, N m, leaning ${told}, ${sex}, 70 kg, 1.70 m`,
      ours: momentNm(known(person, leaning(person, rad)), 'lumbar-lower'),
      published,
      source: 'sums over published segments',
      mark: 'S' as const,
      digits: 0,
    }));
  });
}

function lowerBackPress(body: Body, solver: CatalogueSolver): Comparison[] {
  const { standing, bendingForward } = everydayLoads(body);
  const press = (loads: Loads): number => pressN(body, 'lowerBack', loads.joints.get('lumbar-lower')!);
  const ratio = (loads: Loads): number => press(loads) / press(standing);
  const at = (key: string): number => ratio(known(body, solver.keyframe(key)));
  const row = (
    what: string,
    ours: number,
    published: string,
    source: string,
    mark: Comparison['mark'],
  ): Comparison => ({
    what: `lower back, times standing: ${what}`,
    ours,
    published,
    source,
    mark,
    digits: 2,
  });
  return [
    row('bending forward', ratio(bendingForward), '2.2', 'Wilke 1999, pressure', 'V'),
    row('bending forward', ratio(bendingForward), '2.5', 'Sato 1999, pressure', 'K'),
    row('sitting without a back', at('sitting-on-chair'), '0.92', 'Wilke 1999, pressure', 'V'),
    row('sitting without a back', at('sitting-on-chair'), '1.16', 'Sato 1999, pressure', 'K'),
    row('lying on the back', at('lying-rest'), '0.2', 'Wilke 1999, pressure', 'K'),
    row('lying on the side', at('side-lying@right'), '0.24', 'Wilke 1999, pressure', 'V'),
    row('on all fours, Cow', at('cow'), 'low', 'Rohlmann 2014, implants', 'V'),
    row('on all fours, Cat', at('cat'), 'as walking or more', 'Rohlmann 2014, implants', 'V'),
  ];
}

function handsShares(body: Body, tables: BodyTables, solver: CatalogueSolver): Comparison[] {
  const row = (
    what: string,
    ours: number,
    published: string,
    source: string,
    mark: Comparison['mark'],
  ): Comparison => ({
    what: `hands’ share of the weight: ${what}`,
    ours,
    published,
    source,
    mark,
    digits: 2,
  });
  const man = createBody({ sex: 'male', statureM: 1.76, massKg: 76 }, tables);
  const pressUp: TwoLines = { armsRad: Math.PI / 2, kneesBentRad: 0, on: 'feet' };
  const fromKnees: TwoLines = { ...pressUp, kneesBentRad: Math.PI / 2, on: 'knees' };
  const bySegments = 'sums over published segments';
  return [
    row('top of a press-up, a man', handsShareOf(man, pressUp), '0.69', 'Suprak 2011, measured', 'K'),
    row('top of a press-up, a man', handsShareOf(man, pressUp), '0.64', 'Ebben 2011, measured', 'K'),
    row('top of a press-up from the knees, a man', handsShareOf(man, fromKnees), '0.54', 'Suprak 2011, measured', 'K'),
    row('top of a press-up from the knees, a man', handsShareOf(man, fromKnees), '0.49', 'Ebben 2011, measured', 'K'),
    row('hands and knees', known(body, solver.keyframe('tabletop')).handsShare, '0.45', bySegments, 'S'),
    row('Downward Dog', known(body, solver.keyframe('downward-dog')).handsShare, '0.38–0.45', bySegments, 'S'),
  ];
}

function wallDog(body: Body, solver: CatalogueSolver): Comparison[] {
  const loads = known(body, solver.keyframe('wall-dog'));
  const source = '24 older adults at a wall, motion capture (abstract)';
  const row = (what: string, ours: number, published: string, digits: number): Comparison => ({
    what: `Downward Dog at a wall: ${what}`,
    ours,
    published,
    source,
    mark: 'V',
    digits,
  });
  const { massKg } = body.person;
  return [
    row('hip moment, N m/kg', momentNm(loads, 'thigh.left') / massKg, '0.48 ± 0.20', 2),
    row('knee moment, N m/kg', momentNm(loads, 'shank.left') / massKg, '0.02 ± 0.19', 2),
    row('trunk moment, N m', momentNm(loads, 'lumbar-lower'), '44 ± 17', 0),
  ];
}
