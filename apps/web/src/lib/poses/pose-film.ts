import { legsOf, type Catalogue } from '@sacra/pose';
import { breathAt, motionAt, spanAt, type FigureMoment, type Motion, type Span, type Timeline } from '@sacra/practice';

/** A stretch of a film: what is played of one span of the timeline, and the words under it. */
export interface Scene {
  /** Seconds of the film. */
  readonly fromS: number;
  readonly lengthS: number;
  /** Where it begins in the timeline, seconds. */
  readonly startS: number;
  readonly motion: Motion;
  readonly caption: string;
}

/** A pose to be looked at: entered, held for a breath and left again, without the time that words take. */
export interface Film {
  readonly scenes: readonly Scene[];
  readonly totalS: number;
}

/** What there is to see at a second of a film. */
export interface FilmMoment {
  readonly scene: Scene;
  readonly figure: FigureMoment;
  /** How full the lungs are, 0 … 1. */
  readonly swell01: number;
}

/** A pose that moves is shown for so many rounds. */
const ROUNDS = 2;
const HOLD_S = 6;

/** @param timeline of a practice of one pose */
export function filmOf(timeline: Timeline, catalogue: Catalogue): Film {
  const scenes: Scene[] = [];
  let fromS = 0;
  const add = (span: Span, startS: number, lengthS: number, caption: string): void => {
    scenes.push({ fromS, lengthS, startS, motion: span.motion, caption });
    fromS += lengthS;
  };
  timeline.spans.forEach((span) => {
    const lengthS = span.endS - span.startS;
    const instruction = span.stepIndex === null ? '' : (timeline.steps[span.stepIndex]?.instruction ?? '');
    switch (span.kind) {
      case 'move':
        return add(span, span.startS, lengthS, saidOn(catalogue, span.motion));
      case 'hold':
        return add(span, span.startS, Math.min(lengthS, HOLD_S), instruction);
      case 'cycle': {
        const movements = span.motion.kind === 'cycle' ? span.motion.movements : [];
        const [rounds, home] = [movements[ROUNDS * 2], movements.at(-1)];
        if (rounds === undefined || home === undefined) return add(span, span.startS, lengthS, instruction);
        add(span, span.startS, rounds.startS - span.startS, instruction);
        return add(span, home.startS, home.endS - home.startS, instruction);
      }
      case 'arrive':
      case 'announce':
      case 'end':
        return undefined;
    }
  });
  return { scenes, totalS: fromS };
}

/** A moment outside the film is taken as its nearer end. */
export function filmAt(timeline: Timeline, film: Film, tS: number): FilmMoment {
  const scene = film.scenes.findLast(({ fromS }) => fromS <= tS) ?? film.scenes[0];
  if (scene === undefined) throw new Error(`The practice "${timeline.practiceId}" has nothing to be looked at.`);
  const inSceneS = Math.min(Math.max(0, tS - scene.fromS), scene.lengthS);
  // At its end a scene still shows what it is about, not what comes next.
  const atS = Math.min(scene.startS + inSceneS, spanAt(timeline, scene.startS).endS - 1e-3);
  return { scene, figure: motionAt(timeline, atS), swell01: breathAt(timeline, atS)?.swell01 ?? 0 };
}

/** What is said before one goes a way. */
function saidOn(catalogue: Catalogue, motion: Motion): string {
  if (motion.kind !== 'way') return '';
  const { way: id, side, reverse } = motion.way;
  const way = catalogue.ways.get(id);
  const leg = way && legsOf(way).find((one) => one.side === side && one.reverse === reverse);
  return leg?.say.join(' ') ?? '';
}
