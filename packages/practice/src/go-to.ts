import { fillWords, route, type Catalogue, type Leg, type Pose } from '@sacra/pose';
import { announce, move, type Spoken } from './lay-transition.ts';
import type { Phrases } from './phrases.ts';
import type { StepSide } from './practice.ts';
import type { Score } from './score.ts';

/** What every part of a timeline is written with. */
export interface Desk {
  readonly score: Score;
  readonly catalogue: Catalogue;
  readonly phrases: Phrases;
  readonly speak: (text: string) => Spoken;
}

export interface Going {
  /** Said before the first way. */
  readonly preface: readonly Spoken[];
  readonly bell: 'side' | null;
  readonly stepIndex: number | null;
  readonly side: StepSide;
}

/** Announces and goes each way from one keyframe to another. False when there is none to go. */
export function goTo(desk: Desk, from: string, to: string, going: Going): boolean {
  const { score, catalogue, phrases, speak } = desk;
  const { preface, bell, stepIndex, side } = going;
  const legs = route(catalogue, from, to);
  legs.forEach((leg, index) => {
    const lines = [
      ...(index === 0 ? preface : []),
      ...(index === legs.length - 1 ? sideFirst(leg, side, phrases) : leg.say).map(speak),
    ];
    announce(score, {
      ...{ kind: 'announce', stepIndex, keyframe: leg.from, purpose: 'announce' },
      ...{ bell: index === 0 ? bell : null, lines },
    });
    move(score, leg, stepIndex);
  });
  return legs.length > 0;
}

/** The words for the way into a pose; the side comes before everything else. */
function sideFirst(leg: Leg, side: StepSide, phrases: Phrases): readonly string[] {
  if (side === 'both') return leg.say;
  const sideWords = fillWords(phrases.thisSide, { side });
  return leg.say[0]?.startsWith(sideWords) === true ? leg.say : [sideWords, ...leg.say];
}

export function withTitle(phrase: string, title: string): string {
  return phrase.replace('{title}', () => title);
}

export function spokenName({ names }: Pose): string {
  return names.spoken ?? names.english;
}
