import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  breathAt,
  captionAt,
  motionAt,
  nextUp,
  spanAt,
  stepAt,
  timeLeft,
  timeline,
  wholeMinutes,
  type FigureMoment,
  type Practice,
} from '../src/index.ts';
import { laidOut } from './arbitrary-practice.ts';
import { between } from './between.ts';
import { smallCatalogue } from './small-catalogue.ts';

/** A laid-out practice and a moment of it. */
const moment = fc.tuple(laidOut, between(0, 1)).map(([{ laid, document }, share]) => ({
  ...{ laid, document },
  tS: share * laid.totalS,
}));

/** How far the figure has come from `from` to `to`, whichever way the clip lies in the atlas. */
function place(figure: FigureMoment): { from: string; to: string; share: number } {
  if (figure.kind === 'still') return { from: figure.keyframe, to: figure.keyframe, share: 0 };
  const way = smallCatalogue.ways.get(figure.way);
  const written = figure.side === 'left' ? figure.from.replace('@left', '@right') : figure.from;
  const isForwards = way?.from === written || (way?.from.replace('@left', '@right') === written && way?.to !== written);
  return { from: figure.from, to: figure.to, share: isForwards ? figure.clip01 : 1 - figure.clip01 };
}

describe('the figure at a moment', () => {
  it('stands exactly in a keyframe where spans meet, from both sides', () => {
    fc.assert(
      fc.property(laidOut, ({ laid }) => {
        laid.spans.slice(1).forEach((span) => {
          const before = place(motionAt(laid, span.startS - 1e-9));
          const after = place(motionAt(laid, span.startS));
          const [reached, left] = [before.share > 0.5 ? before.to : before.from, after.from];
          expect(reached).toBe(left);
          expect(Math.min(before.share, 1 - before.share)).toBeLessThan(1e-9);
          expect(after.share).toBe(0);
        });
      }),
    );
  });

  it('moves on along its way and never back, slow at both ends', () => {
    fc.assert(
      fc.property(laidOut, ({ laid }) => {
        for (const { motion, startS, endS } of laid.spans) {
          if (motion.kind !== 'way') continue;
          const shares = Array.from({ length: 21 }, (_, i) => {
            return place(motionAt(laid, startS + ((endS - startS) * i) / 20.0001)).share;
          });
          shares.slice(1).forEach((share, index) => expect(share).toBeGreaterThan(shares[index] ?? 1));
          expect(shares[1]).toBeLessThan(0.01);
          expect(shares[10]).toBeCloseTo(0.5, 3);
          expect(shares[19]).toBeGreaterThan(0.99);
        }
      }),
    );
  });

  it('reaches Cow at the turn of the breath and Cat at its end, or the other way round by the setting', () => {
    const document: Practice = {
      ...{ format: 'sacra.practice', version: 1, id: 'p', title: 'P', opensIn: 'floor', closesIn: 'floor' },
      ...{ breath: { inS: 4, outS: 6 }, catCowBreath: 'in-to-cow' },
      steps: [{ id: 'wave', pose: 'cat-cow', variation: null, sides: ['both'], breaths: 3 }],
    };
    for (const [catCowBreath, first, second] of [
      ['in-to-cow', 'valley', 'hill'],
      ['in-to-cat', 'hill', 'valley'],
    ] as const) {
      const laid = timeline({ ...document, catCowBreath }, smallCatalogue);
      for (const breath of laid.breaths) {
        expect(motionAt(laid, breath.turnS - 1e-6)).toMatchObject({ to: first });
        expect(motionAt(laid, breath.endS - 1e-6)).toMatchObject({ to: second });
      }
      const said = laid.cues.flatMap((cue) => (cue.kind === 'say' && cue.purpose === 'breath' ? [cue.text] : []));
      expect(said).toHaveLength(4);
      for (const line of said) expect(line).toMatch(line.includes(first) ? /^Breathe in/ : /^Breathe out/);
    }
  });

  it('takes even halves where the breath in and out are not, when the pose says so', () => {
    const laid = timeline(
      {
        ...{ format: 'sacra.practice', version: 1, id: 'p', title: 'P', opensIn: 'floor', closesIn: 'floor' },
        ...{ breath: { inS: 4, outS: 6 }, catCowBreath: 'in-to-cow' },
        steps: [{ id: 'sway', pose: 'swaying', variation: null, sides: ['both'], breaths: 2 }],
      },
      smallCatalogue,
    );
    const movements = laid.spans.flatMap(({ motion }) => (motion.kind === 'cycle' ? motion.movements : []));
    expect(movements.map(({ from, to }) => `${from} ${to}`)).toEqual([
      ...[
        'floor sway@right',
        'sway@right sway@left',
        'sway@left sway@right',
        'sway@right sway@left',
        'sway@left floor',
      ],
    ]);
    expect(movements.slice(0, 4).map(({ startS, endS }) => endS - startS)).toEqual(
      [5, 5, 5, 5].map(() => expect.closeTo(5)),
    );
  });
});

describe('the breath at a moment', () => {
  it('fills and empties once a round, in a hold or cycle only, and is counted', () => {
    fc.assert(
      fc.property(moment, ({ laid, document, tS }) => {
        const breath = breathAt(laid, tS);
        const { kind, startS } = spanAt(laid, tS);
        if (kind !== 'hold' && kind !== 'cycle') {
          expect(breath).toBeNull();
          return;
        }
        const { inS, outS } = document.breath;
        const round = Math.floor((tS - startS) / (inS + outS) + 1e-9);
        const rounds = stepAt(laid, tS)?.breaths ?? 0;
        if (round >= rounds) return;
        const intoS = tS - startS - round * (inS + outS);
        if (Math.min(intoS, Math.abs(intoS - inS), inS + outS - intoS) < 2e-3) return;
        expect(breath).toMatchObject({ phase: intoS < inS ? 'in' : 'out', round: round + 1, rounds });
        const progress = intoS < inS ? intoS / inS : (intoS - inS) / outS;
        expect(breath?.progress01).toBeCloseTo(progress, 2);
      }),
    );
  });

  it('swells from empty to full and back without a jump', () => {
    fc.assert(
      fc.property(laidOut, ({ laid }) => {
        for (const { startS, turnS, endS } of laid.breaths.slice(0, 3)) {
          expect(breathAt(laid, startS)?.swell01).toBe(0);
          expect(breathAt(laid, turnS - 1e-9)?.swell01).toBeCloseTo(1, 6);
          expect(breathAt(laid, turnS)?.swell01).toBe(1);
          expect(breathAt(laid, endS - 1e-9)?.swell01).toBeCloseTo(0, 6);
        }
      }),
    );
  });
});

describe('what the screen asks', () => {
  it('names the step, what comes after it, and the time left', () => {
    fc.assert(
      fc.property(moment, ({ laid, tS }) => {
        const step = stepAt(laid, tS);
        const next = nextUp(laid, tS);
        if (step !== null) {
          expect(step.startS).toBeLessThanOrEqual(tS);
          expect(step.endS).toBeGreaterThanOrEqual(tS);
          expect(next).toBe(laid.steps[laid.steps.indexOf(step) + 1] ?? null);
        }
        const left = timeLeft(laid, tS);
        expect(left.totalS).toBeCloseTo(laid.totalS - tS, 9);
        expect(left.holdS === null).toBe(step === null || tS < step.holdStartS);
        const caption = captionAt(laid, tS);
        for (const cue of laid.cues) {
          if (cue.kind === 'say' && cue.startS <= tS) expect(caption?.startS).toBeGreaterThanOrEqual(cue.startS);
        }
      }),
    );
  });

  it('takes a moment before the start or after the end as the nearest there is', () => {
    fc.assert(
      fc.property(laidOut, ({ laid }) => {
        expect(spanAt(laid, -5)).toBe(laid.spans[0]);
        expect(spanAt(laid, laid.totalS + 5)).toBe(laid.spans.at(-1));
        expect(timeLeft(laid, laid.totalS + 5).totalS).toBe(0);
        expect(captionAt(laid, -1)).toBeNull();
      }),
    );
  });

  it('rounds minutes as a person would, and never to nought', () => {
    expect([10, 89, 91, 900].map(wholeMinutes)).toEqual([1, 1, 2, 15]);
  });
});
