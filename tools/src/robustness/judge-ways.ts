import { createBody, referencePerson } from '@sacra/body';
import { mirrorKey } from '@sacra/pose';
import { catalogueSolver, fitOf, isEven, measureClip } from '@sacra/solve';
import { brokenClipLaws } from '../atlas-report.ts';
import type { Content } from '../content/read-content.ts';
import { answers } from './elsewhere.ts';
import { randomPersons } from './random-person.ts';
import { contentOrThrow } from './share.ts';

/** How one way comes out on a person's body, with one side leading. */
export interface WayVerdict {
  readonly person: number;
  /** As the clip is called, the left one mirrored. */
  readonly way: string;
  /** A sentence for each law of a movement that it breaks. */
  readonly broken: readonly string[];
}

/** Which persons of a sample are tried on which ways: `first`, `first + step`, … of the sample. */
export interface WayShare {
  readonly persons: number;
  readonly seed: number;
  readonly first: number;
  readonly step: number;
  /** Only ways whose id contains one of these; none for all. */
  readonly parts: readonly string[];
}

/** Goes every way that both its ends let a person go, with the left side leading too where left and right differ. */
export function tryWays(
  { catalogue, bodyTables }: Pick<Content, 'catalogue' | 'bodyTables'>,
  { persons, seed, first, step, parts }: WayShare,
): WayVerdict[] {
  const reference = catalogueSolver(createBody(referencePerson, bodyTables), catalogue);
  const ways = [...catalogue.ways.values()].filter(
    ({ id }) => parts.length === 0 || parts.some((part) => id.includes(part)),
  );
  return randomPersons(persons, seed).flatMap((who, person) => {
    if (person % step !== first) return [];
    const body = createBody(who, bodyTables);
    const solver = catalogueSolver(body, catalogue, reference);
    const isShown = (key: string): boolean => fitOf(solver, key).shown === key;
    return ways.flatMap((way) =>
      (way.sided && !isEven(body) ? (['right', 'left'] as const) : (['right'] as const)).flatMap((side) => {
        const ends = [way.from, way.to].map((key) => (side === 'left' ? mirrorKey(key) : key));
        if (!ends.every(isShown)) return [];
        const clip = solver.clip(way, side);
        return [{ person, way: clip.way, broken: brokenClipLaws(clip.way, measureClip(body, clip)) }];
      }),
    );
  });
}

/** The least share of ways that keep every law. */
const leastKept = 0.998;

export const waysAreKept = (verdicts: readonly WayVerdict[]): boolean =>
  verdicts.filter(({ broken }) => broken.length === 0).length >= leastKept * verdicts.length;

/** One line, and one for each way that breaks a law. */
export function tellWays(verdicts: readonly WayVerdict[]): string {
  const broken = verdicts.filter((one) => one.broken.length > 0);
  return [
    `${verdicts.length} ways that both ends let be gone; ${broken.length} break a law of movements.`,
    ...broken.map((one) => `person ${one.person}: ${one.broken.join('; ')}`),
  ].join('\n');
}

answers(import.meta.url, (share: WayShare) => tryWays(contentOrThrow(), share));
