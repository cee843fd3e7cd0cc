import fc from 'fast-check';
import { route, swapSide } from '@sacra/pose';
import { describe, expect, it } from 'vitest';
import {
  speakingSeconds,
  timeline,
  type Cue,
  type SayCue,
  type Span,
  type TimedStep,
  type Timeline,
} from '../src/index.ts';
import { laidOut, practice } from './arbitrary-practice.ts';
import { smallCatalogue } from './small-catalogue.ts';

const isSay = (cue: Cue): cue is SayCue => cue.kind === 'say';
const cuesOf = (laid: Timeline, span: Span): Cue[] => laid.cues.filter((cue) => laid.spans[cue.spanIndex] === span);
const ms = (seconds: number): number => Math.round(seconds * 1000);

const isAlone = (steps: Timeline['steps'], { stepId }: TimedStep): boolean =>
  steps.filter((one) => one.stepId === stepId).length === 1;
/** The other side of the step before. */
const isSecond = (steps: Timeline['steps'], step: TimedStep): boolean => step.side === 'left' && !isAlone(steps, step);

/** A line with right and left exchanged. */
const mirrored = (line: string): string =>
  line.replace(/\b(left|right|Left|Right)\b/g, (word) => {
    const swapped = swapSide(`.${word.toLowerCase()}`).slice(1);
    return word === word.toLowerCase() ? swapped : swapped.charAt(0).toUpperCase() + swapped.slice(1);
  });

function endsOf({ motion }: Span): { first: string; last: string } {
  switch (motion.kind) {
    case 'still':
      return { first: motion.keyframe, last: motion.keyframe };
    case 'way':
      return { first: motion.way.from, last: motion.way.to };
    case 'cycle':
      return { first: motion.movements[0]?.from ?? '', last: motion.movements.at(-1)?.to ?? '' };
  }
}

describe('the spans of a timeline', () => {
  it('cover the time from nought to the end without gap or overlap', () => {
    fc.assert(
      fc.property(laidOut, ({ laid }) => {
        expect(laid.spans[0]?.startS).toBe(0);
        expect(laid.spans.at(-1)?.endS).toBe(laid.totalS);
        laid.spans.slice(1).forEach((span, index) => expect(span.startS).toBe(laid.spans[index]?.endS));
        for (const span of laid.spans) expect(span.endS).toBeGreaterThan(span.startS);
      }),
    );
  });

  it('carry the figure on: each begins in the keyframe in which the one before ended', () => {
    fc.assert(
      fc.property(laidOut, ({ document, laid }) => {
        const ends = laid.spans.map(endsOf);
        expect(ends[0]?.first).toBe(document.opensIn);
        expect(ends.at(-1)?.last).toBe(document.closesIn);
        ends.slice(1).forEach((end, index) => expect(end.first).toBe(ends[index]?.last));
      }),
    );
  });

  it('let a cycle move without gap, each movement from where the last one ended, and back home', () => {
    fc.assert(
      fc.property(laidOut, ({ laid }) => {
        for (const { motion, startS, endS } of laid.spans) {
          if (motion.kind !== 'cycle') continue;
          const { movements } = motion;
          expect(movements[0]).toMatchObject({ startS, from: motion.home });
          expect(movements.at(-1)).toMatchObject({ endS, to: motion.home });
          movements.slice(1).forEach((movement, index) => {
            expect(movement.startS).toBe(movements[index]?.endS);
            expect(movement.from).toBe(movements[index]?.to);
          });
        }
      }),
    );
  });

  it('play every step on every side in the order of the practice, its holding in its keyframe', () => {
    fc.assert(
      fc.property(laidOut, ({ document, laid }) => {
        const wanted = document.steps.flatMap((step) => step.sides.map((side) => [step.id, side]));
        expect(laid.steps.map((step) => [step.stepId, step.side])).toEqual(wanted);
        laid.steps.forEach((step, index) => {
          const held = laid.spans.filter((span) => span.startS === step.holdStartS);
          expect(held).toHaveLength(1);
          expect(held[0]).toMatchObject({ stepIndex: index, endS: step.endS });
          expect(endsOf(held[0] as Span).first).toBe(step.keyframe);
        });
      }),
    );
  });

  it('hold a pose for its breaths, to the millisecond', () => {
    fc.assert(
      fc.property(laidOut, ({ document, laid }) => {
        const { inS, outS } = document.breath;
        for (const span of laid.spans) {
          if (span.kind !== 'hold' && span.kind !== 'cycle') continue;
          const step = laid.steps[span.stepIndex ?? -1];
          const backHomeMs = span.kind === 'cycle' ? ms(inS) : 0;
          expect(ms(span.endS - span.startS)).toBe((step?.breaths ?? 0) * ms(inS + outS) + backHomeMs);
        }
      }),
    );
  });
});

describe('both sides of a step', () => {
  it('get the same time, to the millisecond, and lines that are mirror images at the same moments', () => {
    fc.assert(
      fc.property(laidOut, ({ laid }) => {
        const lines = (index: number, holdStartS: number) =>
          laid.cues
            .filter(isSay)
            .filter((cue) => cue.stepIndex === index && cue.startS >= holdStartS)
            .map((cue) => ({ atMs: ms(cue.startS - holdStartS), text: cue.text }));
        laid.steps.forEach((right, index) => {
          const left = laid.steps[index + 1];
          if (right.side !== 'right' || isAlone(laid.steps, right)) return;
          expect(left).toMatchObject({ stepId: right.stepId, side: 'left', keyframe: swapSide(right.keyframe) });
          if (left === undefined) return;
          expect(ms(left.endS - left.holdStartS)).toBe(ms(right.endS - right.holdStartS));
          expect(left.instruction).toBe(mirrored(right.instruction));
          const [onRight, onLeft] = [lines(index, right.holdStartS), lines(index + 1, left.holdStartS)];
          expect(onLeft).toEqual(onRight.map(({ atMs, text }) => ({ atMs, text: mirrored(text) })));
        });
      }),
    );
  });

  it('are told apart: the lower bell and then the side come before the other side, the side before the first', () => {
    fc.assert(
      fc.property(laidOut, ({ laid }) => {
        const sideBells = laid.cues.filter((cue) => cue.kind === 'bell' && cue.bell === 'side');
        expect(sideBells.map((cue) => cue.stepIndex)).toEqual(
          laid.steps.flatMap((step, index) => (isSecond(laid.steps, step) ? [index] : [])),
        );
        laid.steps.forEach((step, index) => {
          if (step.side === 'both') return;
          const before = laid.cues.filter((cue) => cue.stepIndex === index && cue.endS <= step.holdStartS);
          const lastMove = laid.spans.findLastIndex((span) => span.stepIndex === index && span.kind === 'move');
          // who rests on that side already stays there
          if (lastMove < 0) return;
          const entering = before.filter(isSay).filter((cue) => cue.spanIndex === lastMove - 1);
          const sideWords = step.side === 'left' ? 'Left side.' : 'Right side.';
          expect(entering.filter((cue) => cue.text.startsWith(sideWords))).toHaveLength(1);
          if (isSecond(laid.steps, step)) expect(before[0]).toMatchObject({ kind: 'bell', startS: step.startS });
        });
      }),
    );
  });
});

describe('the cues of a timeline', () => {
  it('never overlap, and each keeps within its span', () => {
    fc.assert(
      fc.property(laidOut, ({ laid }) => {
        laid.cues
          .slice(1)
          .forEach((cue, index) => expect(cue.startS).toBeGreaterThanOrEqual(laid.cues[index]?.endS ?? 0));
        for (const cue of laid.cues) {
          const span = laid.spans[cue.spanIndex];
          expect(cue.startS).toBeGreaterThanOrEqual(span?.startS ?? Infinity);
          expect(cue.endS).toBeLessThanOrEqual(span?.endS ?? -1);
          expect(cue.stepIndex).toBe(span?.stepIndex);
        }
        expect(new Set(laid.cues.map((cue) => cue.id)).size).toBe(laid.cues.length);
      }),
    );
  });

  it('leave each line the time it takes to say, show every spoken word, and have no braces left', () => {
    fc.assert(
      fc.property(laidOut, ({ laid, chosen }) => {
        for (const cue of laid.cues.filter(isSay)) {
          expect(cue.endS - cue.startS).toBeGreaterThanOrEqual(speakingSeconds(cue.text, chosen.speech) - 1e-9);
          expect(cue.captionText).toBe(cue.text);
          expect(cue.text).not.toMatch(/[{}]/);
        }
      }),
    );
  });

  it('announce every movement before it is made, with the words of its way, and are silent during it', () => {
    fc.assert(
      fc.property(laidOut, ({ laid }) => {
        laid.spans.forEach((span, index) => {
          if (span.motion.kind !== 'way') return;
          expect(cuesOf(laid, span)).toEqual([]);
          const before = laid.spans[index - 1] as Span;
          expect(before.kind).toBe('announce');
          const [leg] = route(smallCatalogue, span.motion.way.from, span.motion.way.to);
          const said = cuesOf(laid, before).filter(isSay);
          expect(said.map((cue) => cue.text)).toEqual(expect.arrayContaining([...(leg?.say ?? ['?'])]));
          expect(said.at(-1)?.endS).toBeLessThan(span.startS);
        });
      }),
    );
  });

  it('say how a cycle goes before it starts, and that it ends before it ends', () => {
    fc.assert(
      fc.property(laidOut, ({ laid }) => {
        laid.spans.forEach((span, index) => {
          if (span.motion.kind !== 'cycle') return;
          const before = laid.spans[index - 1] as Span;
          expect(before).toMatchObject({ kind: 'announce', stepIndex: span.stepIndex });
          expect(cuesOf(laid, before).length).toBeGreaterThan(0);
          const backHomeS = span.motion.movements.at(-1)?.startS ?? 0;
          const said = [...cuesOf(laid, before), ...cuesOf(laid, span)].filter(isSay);
          const ending = said.find((cue) => cue.text === 'Then let the movement come to rest.');
          expect(ending?.endS).toBeLessThanOrEqual(backHomeS);
        });
      }),
    );
  });

  it('ring a bell at the beginning, one at the end, before the first and the closing words', () => {
    fc.assert(
      fc.property(laidOut, ({ laid }) => {
        expect(laid.cues[0]).toMatchObject({ kind: 'bell', bell: 'begin', startS: 0 });
        const bells = laid.cues.filter((cue) => cue.kind === 'bell' && cue.bell !== 'side');
        expect(bells).toHaveLength(2);
        expect(bells[1]).toMatchObject({ bell: 'end', startS: laid.spans.at(-1)?.startS });
      }),
    );
  });

  it('name what comes in the announcement of each step', () => {
    fc.assert(
      fc.property(laidOut, ({ laid }) => {
        laid.steps.forEach((step, index) => {
          const first = laid.cues.filter(isSay).find((cue) => cue.stepIndex === index);
          expect(first?.text).toContain(isSecond(laid.steps, step) ? 'left side' : step.pose);
        });
      }),
    );
  });

  it('ask for what a variation needs before anything else is done', () => {
    const document = fc.sample(practice, 1)[0];
    if (document === undefined) throw new Error('no sample');
    const steps = [{ id: 'a', pose: 'fold', variation: 'cushion', sides: ['both'] as const, breaths: 3 }];
    const opening = timeline({ ...document, steps }, smallCatalogue)
      .cues.filter(isSay)
      .filter((cue) => cue.purpose === 'opening')
      .map((cue) => cue.text);
    expect(opening).toContain('A cushion beside you.');
  });
});

describe('a timeline', () => {
  it('is the same for the same practice, and has another fingerprint for another breath or another rate', () => {
    fc.assert(
      fc.property(laidOut, ({ document, chosen, laid }) => {
        expect(timeline(document, smallCatalogue, chosen)).toEqual(laid);
        const longer = { ...document, breath: { ...document.breath, inS: document.breath.inS === 8 ? 7 : 8 } };
        expect(timeline(longer, smallCatalogue, chosen).fingerprint).not.toBe(laid.fingerprint);
        const slower = { ...chosen, speech: { wordsPerMinute: chosen.speech.wordsPerMinute / 2 } };
        expect(timeline(document, smallCatalogue, slower).fingerprint).not.toBe(laid.fingerprint);
      }),
      { numRuns: 40 },
    );
  });

  it('throws for a practice that names what is not there', () => {
    const document = fc.sample(practice, 1)[0];
    if (document === undefined) throw new Error('no sample');
    expect(() => timeline({ ...document, opensIn: 'ceiling' }, smallCatalogue)).toThrow('ceiling');
  });
});
