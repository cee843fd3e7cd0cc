import type { Ease, Person } from '@sacra/body';

const both = (value: number): { left: number; right: number } => ({ left: value, right: value });

const veryStiff: Ease = {
  straightLegLiftDeg: both(52),
  seatToHeelsGapM: 0.22,
  armsOverheadGapDeg: 38,
  figureFourRiseDeg: both(48),
  toesToWallM: both(0.03),
};
const veryLoose: Ease = {
  straightLegLiftDeg: both(108),
  seatToHeelsGapM: 0,
  armsOverheadGapDeg: 0,
  figureFourRiseDeg: both(0),
  toesToWallM: both(0.14),
};

/** Six people as unlike one another as a class may bring together: what suits them all has a chance to suit anyone. */
export const differentBodies: readonly { readonly name: string; readonly person: Person }[] = [
  { name: 'small and slight', person: { sex: 'female', statureM: 1.48, massKg: 41 } },
  { name: 'small and heavy', person: { sex: 'female', statureM: 1.58, massKg: 95, fleshAtMiddle: 0.4 } },
  { name: 'tall and stiff', person: { sex: 'male', statureM: 1.96, massKg: 86, legRatio: 1.05, ease: veryStiff } },
  { name: 'broad and stiff', person: { sex: 'male', statureM: 1.76, massKg: 104, frameRatio: 1.05, ease: veryStiff } },
  { name: 'loose, long arms', person: { sex: 'female', statureM: 1.68, massKg: 55, armRatio: 1.06, ease: veryLoose } },
  {
    name: 'left unlike right',
    person: {
      sex: 'male',
      statureM: 1.7,
      massKg: 70,
      legRatio: 0.95,
      ease: {
        straightLegLiftDeg: { left: 55, right: 88 },
        figureFourRiseDeg: { left: 45, right: 10 },
        toesToWallM: { left: 0.03, right: 0.1 },
      },
    },
  },
];
