import type { Ease, PerSide, Person } from '@sacra/body';

/**
 * A plausible person grown from a seed: 1.45–2.00 m, a body mass index of 17–40, either sex, arms and legs ±6 %, breadth of frame ±5 %,
 * flesh carried anywhere between hips and waist, and joints from very stiff to very loose. What each joint can do lies around how loose
 * the person is on the whole, and in every third person left and right differ. The same seed gives the same person.
 *
 * @internal seen by the tests
 */
export function randomPerson(seed: number): Person {
  const next = numbersFrom(seed);
  const between = (least: number, most: number): number => least + (most - least) * next();
  const statureM = round(between(1.45, 2), 3);
  const bodyMassIndex = between(17, 40);
  const person = {
    sex: next() < 0.5 ? 'female' : 'male',
    statureM,
    massKg: round(bodyMassIndex * statureM ** 2, 1),
    legRatio: round(between(0.94, 1.06), 3),
    armRatio: round(between(0.94, 1.06), 3),
    frameRatio: round(between(0.95, 1.05), 3),
    fleshAtMiddle: round(between(-1, 1), 2),
  } as const;
  return { ...person, ease: randomEase(between) };
}

/** `count` persons, the same ones for the same seed. A longer list begins with the shorter one. */
export const randomPersons = (count: number, seed = 1): Person[] =>
  Array.from({ length: count }, (_, index) => randomPerson(seed * 1_000_003 + index));

/** How a very stiff and a very loose person answer each try (docs/science/body.md). */
const answers = {
  straightLegLiftDeg: { stiff: 40, loose: 110 },
  seatToHeelsGapM: { stiff: 0.2, loose: -0.02 },
  armsOverheadGapDeg: { stiff: 50, loose: -5 },
  figureFourRiseDeg: { stiff: 55, loose: -5 },
  toesToWallM: { stiff: 0.01, loose: 0.17 },
} as const;

function randomEase(between: (least: number, most: number) => number): Ease {
  const looseness = between(0, 1);
  const uneven = between(0, 1) < 1 / 3;
  /** 0 very stiff … 1 very loose: around the person's own looseness, at most a third away from it. */
  const share = (): number => clamp01(looseness + between(-0.33, 0.33));
  const at = ({ stiff, loose }: { stiff: number; loose: number }, of: number, digits: number): number =>
    round(stiff + (loose - stiff) * of, digits);
  const bySide = (answer: { stiff: number; loose: number }, digits: number): PerSide => {
    const left = share();
    const right = uneven ? clamp01(left + between(-0.3, 0.3)) : left;
    return { left: at(answer, left, digits), right: at(answer, right, digits) };
  };
  return {
    straightLegLiftDeg: bySide(answers.straightLegLiftDeg, 0),
    seatToHeelsGapM: at(answers.seatToHeelsGapM, share(), 3),
    armsOverheadGapDeg: at(answers.armsOverheadGapDeg, share(), 0),
    figureFourRiseDeg: bySide(answers.figureFourRiseDeg, 0),
    toesToWallM: bySide(answers.toesToWallM, 3),
  };
}

const clamp01 = (value: number): number => Math.min(1, Math.max(0, value));

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

/** Evenly spread numbers in 0…1 (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
