import type { Person } from '@sacra/body';
import type { Verdict } from './judge.ts';

/** One verdict and whose it is. */
export interface PersonVerdict extends Verdict {
  /** Place of the person in the sample, from 0. */
  readonly person: number;
}

/** What a number of verdicts come to. Shares are of all solves, 0…1. */
export interface Tally {
  readonly solves: number;
  /** Shown, as written or by what answers it, with every must-contact this near. */
  readonly within2Mm: number;
  readonly within5Mm: number;
  readonly answeredByProp: number;
  readonly answeredByEasier: number;
  readonly unanswered: number;
  /** The worst of all that is shown. */
  readonly worstMatMm: number;
  readonly worstOverlapMm: number;
  readonly worstPastRangeDeg: number;
}

export function tallyOf(verdicts: readonly Verdict[]): Tally {
  const shown = verdicts.filter(({ outcome }) => outcome !== 'none');
  const share = (which: readonly Verdict[]): number => which.length / Math.max(1, verdicts.length);
  const within = (mm: number): number => share(shown.filter(({ measure }) => measure.mustResidualMm <= mm));
  const outcome = (name: Verdict['outcome']): number => share(verdicts.filter((one) => one.outcome === name));
  const worst = (pick: (verdict: Verdict) => number): number =>
    shown.reduce((most, one) => Math.max(most, pick(one)), 0);
  return {
    solves: verdicts.length,
    within2Mm: within(2),
    within5Mm: within(5),
    answeredByProp: outcome('prop'),
    answeredByEasier: outcome('easier'),
    unanswered: outcome('none'),
    worstMatMm: worst(({ measure }) => measure.belowMatMm),
    worstOverlapMm: worst(({ measure }) => measure.overlapMm),
    worstPastRangeDeg: worst(({ measure }) => measure.pastRangeDeg),
  };
}

/** The bounds that the whole catalogue keeps on a sample of persons. */
const bounds = {
  leastWithin2Mm: 0.95,
  leastWithin5Mm: 0.99,
  mostMatMm: 3,
  mostOverlapMm: 3,
  mostPastRangeDeg: 0.2,
} as const;

/** A sentence for every bound that isn't kept. */
export function brokenBounds(tally: Tally): string[] {
  const broken = (told: string, isKept: boolean): string[] => (isKept ? [] : [told]);
  const { within2Mm, within5Mm, worstMatMm, worstOverlapMm, worstPastRangeDeg } = tally;
  return [
    ...broken(
      `${percent(within2Mm)} are within 2 mm, should be ${percent(bounds.leastWithin2Mm)}`,
      within2Mm >= bounds.leastWithin2Mm,
    ),
    ...broken(
      `${percent(within5Mm)} are within 5 mm, should be ${percent(bounds.leastWithin5Mm)}`,
      within5Mm >= bounds.leastWithin5Mm,
    ),
    ...broken(`${worstMatMm.toFixed(1)} mm into the mat, may be ${bounds.mostMatMm}`, worstMatMm <= bounds.mostMatMm),
    ...broken(
      `${worstOverlapMm.toFixed(1)} mm into one another, may be ${bounds.mostOverlapMm}`,
      worstOverlapMm <= bounds.mostOverlapMm,
    ),
    ...broken(
      `${worstPastRangeDeg.toFixed(2)}° past a range, may be ${bounds.mostPastRangeDeg}`,
      worstPastRangeDeg <= bounds.mostPastRangeDeg,
    ),
  ];
}

/** The table by pose, those first that fit the fewest, and the sum of all. */
export function tableOf(verdicts: readonly PersonVerdict[]): string {
  const byKey = groupByKey(verdicts);
  const tallies = [...byKey].map(([key, those]) => [key, tallyOf(those)] as const);
  tallies.sort(([, a], [, b]) => b.unanswered - a.unanswered || a.within2Mm - b.within2Mm);
  return [header, ...tallies.map(([key, tally]) => line(key, tally)), line('all', tallyOf(verdicts))].join('\n');
}

function groupByKey(verdicts: readonly PersonVerdict[]): Map<string, PersonVerdict[]> {
  const groups = new Map<string, PersonVerdict[]>();
  for (const one of verdicts) {
    const group = groups.get(one.key);
    if (group) group.push(one);
    else groups.set(one.key, [one]);
  }
  return groups;
}

const columns = ['≤ 2 mm', '≤ 5 mm', 'prop', 'easier', 'nothing', 'mat mm', 'overlap', 'range °'] as const;
const header = 'keyframe'.padEnd(36) + columns.map((name) => name.padStart(9)).join('');

function line(key: string, tally: Tally): string {
  const { within2Mm, within5Mm, answeredByProp, answeredByEasier, unanswered } = tally;
  return (
    key.padEnd(36) +
    [
      ...[within2Mm, within5Mm, answeredByProp, answeredByEasier, unanswered].map(percent),
      tally.worstMatMm.toFixed(1),
      tally.worstOverlapMm.toFixed(1),
      tally.worstPastRangeDeg.toFixed(2),
    ]
      .map((cell) => cell.padStart(9))
      .join('')
  );
}

/** How bad: nothing answering it is worse than anything that is shown. */
const badness = ({ outcome, measure, because }: Verdict): number =>
  (outcome === 'none' ? 1000 + (because?.amount ?? 0) : 0) +
  Math.max(measure.mustResidualMm / 5, measure.belowMatMm / 3, measure.overlapMm / 3, measure.pastRangeDeg / 0.2);

/** The worst, each person and each keyframe once, so that ten of them tell of ten things. */
export function worstOf(verdicts: readonly PersonVerdict[], count: number): PersonVerdict[] {
  const persons = new Set<number>();
  const keys = new Set<string>();
  return [...verdicts]
    .sort((a, b) => badness(b) - badness(a))
    .filter(({ person, key }) => {
      if (persons.has(person) || keys.has(key)) return false;
      persons.add(person);
      keys.add(key);
      return true;
    })
    .slice(0, count);
}

/** Two lines on one verdict: what, and who. */
export function tellWorst({ key, outcome, shown, because, measure, person }: PersonVerdict, who: Person): string {
  const why = because ? `${because.kind} ${because.what} ${because.amount.toFixed(1)} ${because.unit}` : 'as written';
  const amounts =
    `contact ${measure.mustResidualMm.toFixed(1)} mm, mat ${measure.belowMatMm.toFixed(1)} mm, ` +
    `overlap ${measure.overlapMm.toFixed(1)} mm, range ${measure.pastRangeDeg.toFixed(2)}°`;
  return `${key}, person ${person}: ${outcome}${shown ? ` (${shown})` : ''}; ${why}; ${amounts}\n    ${JSON.stringify(who)}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
