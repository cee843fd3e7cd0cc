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

type Row = readonly [what: string, ours: number, published: string, source: string, mark: Comparison['mark']];

/** Rows about one thing. */
const about = (thing: string, digits: number, rows: readonly Row[]): Comparison[] =>
  rows.map(([what, ours, published, source, mark]) => ({
    what: `${thing} ${what}`,
    ours,
    published,
    source,
    mark,
    digits,
  }));

/** The source of what we have summed ourselves. */
const bySegments = 'sums over published segments';

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
  const rows = (['female', 'male'] as const).flatMap((sex) => {
    const person = createBody({ sex, statureM: 1.7, massKg: 70 }, tables);
    return leans.map(({ told, rad, published }): Row => {
      const oursNm = momentNm(known(person, leaning(person, rad)), 'lumbar-lower');
      return [`${told}, ${sex}, 70 kg, 1.70 m`, oursNm, published, bySegments, 'S'];
    });
  });
  return about('L5/S1 moment, N m, leaning', 0, rows);
}

function lowerBackPress(body: Body, solver: CatalogueSolver): Comparison[] {
  const { standing, bendingForward } = everydayLoads(body);
  const press = (loads: Loads): number => pressN(body, 'lowerBack', loads.joints.get('lumbar-lower')!);
  const ratio = (loads: Loads): number => press(loads) / press(standing);
  const at = (key: string): number => ratio(known(body, solver.keyframe(key)));
  return about('lower back, times standing:', 2, [
    ['bending forward', ratio(bendingForward), '2.2', 'Wilke 1999, pressure', 'V'],
    ['bending forward', ratio(bendingForward), '2.5', 'Sato 1999, pressure', 'K'],
    ['sitting without a back', at('sitting-on-chair'), '0.92', 'Wilke 1999, pressure', 'V'],
    ['sitting without a back', at('sitting-on-chair'), '1.16', 'Sato 1999, pressure', 'K'],
    ['lying on the back', at('lying-rest'), '0.2', 'Wilke 1999, pressure', 'K'],
    ['lying on the side', at('side-lying@right'), '0.24', 'Wilke 1999, pressure', 'V'],
    ['on all fours, Cow', at('cow'), 'low', 'Rohlmann 2014, implants', 'V'],
    ['on all fours, Cat', at('cat'), 'as walking or more', 'Rohlmann 2014, implants', 'V'],
  ]);
}

function handsShares(body: Body, tables: BodyTables, solver: CatalogueSolver): Comparison[] {
  const man = createBody({ sex: 'male', statureM: 1.76, massKg: 76 }, tables);
  const pressUp: TwoLines = { armsRad: Math.PI / 2, kneesBentRad: 0, on: 'feet' };
  const onFeet = handsShareOf(man, pressUp);
  const onKnees = handsShareOf(man, { ...pressUp, kneesBentRad: Math.PI / 2, on: 'knees' });
  const at = (key: string): number => known(body, solver.keyframe(key)).handsShare;
  return about('hands’ share of the weight:', 2, [
    ['top of a press-up, a man', onFeet, '0.69', 'Suprak 2011, measured', 'K'],
    ['top of a press-up, a man', onFeet, '0.64', 'Ebben 2011, measured', 'K'],
    ['top of a press-up from the knees, a man', onKnees, '0.54', 'Suprak 2011, measured', 'K'],
    ['top of a press-up from the knees, a man', onKnees, '0.49', 'Ebben 2011, measured', 'K'],
    ['hands and knees', at('tabletop'), '0.45', bySegments, 'S'],
    ['Downward Dog', at('downward-dog'), '0.38–0.45', bySegments, 'S'],
  ]);
}

function wallDog(body: Body, solver: CatalogueSolver): Comparison[] {
  const loads = known(body, solver.keyframe('wall-dog'));
  const source = '24 older adults at a wall, motion capture (abstract)';
  const { massKg } = body.person;
  const thing = 'Downward Dog at a wall:';
  return [
    ...about(thing, 2, [
      ['hip moment, N m/kg', momentNm(loads, 'thigh.left') / massKg, '0.48 ± 0.20', source, 'V'],
      ['knee moment, N m/kg', momentNm(loads, 'shank.left') / massKg, '0.02 ± 0.19', source, 'V'],
    ]),
    ...about(thing, 0, [['trunk moment, N m', momentNm(loads, 'lumbar-lower'), '44 ± 17', source, 'V']]),
  ];
}
