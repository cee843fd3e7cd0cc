import { spanAt } from '@sacra/practice';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeline } from './arbitrary-timeline.ts';
import { between } from './between.ts';
import { Stage } from './stage.ts';

/** A started session somewhere in the middle of its practice. */
const midway = fc.tuple(timeline, between(0, 1)).map(([laid, share]) => {
  const stage = new Stage(laid);
  stage.send({ type: 'start' });
  stage.send({ type: 'seek', toS: share * laid.totalS });
  stage.play(100);
  return { laid, stage };
});

const stops = (laid: { steps: readonly { startS: number }[]; spans: readonly { startS: number }[] }): number[] => [
  0,
  ...laid.steps.map((step) => step.startS),
  laid.spans.at(-1)?.startS ?? 0,
];

describe('going through a practice', () => {
  it('forward goes to the announcement of the next step, and after the last step to the close', () => {
    fc.assert(
      fc.property(midway, ({ laid, stage }) => {
        const { clockS } = stage.state;
        const next = stops(laid).find((stop) => stop > clockS) ?? clockS;
        stage.send({ type: 'forward' });
        expect(stage.state.clockS).toBe(next);
      }),
    );
  });

  it('back goes to the start of this step, and within its first three seconds to the one before', () => {
    fc.assert(
      fc.property(midway, ({ laid, stage }) => {
        const before = stops(laid).filter((stop) => stop <= stage.state.clockS);
        const isAgain = stage.state.clockS - (before.at(-1) ?? 0) < 3;
        stage.send({ type: 'back' });
        expect(stage.state.clockS).toBe(isAgain ? (before.at(-2) ?? 0) : before.at(-1));
      }),
    );
  });

  it('repeat begins the holding anew, or before it the step', () => {
    fc.assert(
      fc.property(midway, ({ laid, stage }) => {
        const { clockS } = stage.state;
        const step = laid.steps.find((each) => each.startS <= clockS && clockS < each.endS);
        stage.send({ type: 'repeat' });
        const startS = stops(laid)
          .filter((stop) => stop <= clockS)
          .at(-1);
        expect(stage.state.clockS).toBe(step !== undefined && clockS >= step.holdStartS ? step.holdStartS : startS);
      }),
    );
  });

  it('seek goes to the second, but never into a movement that has not been announced', () => {
    fc.assert(
      fc.property(timeline, between(0, 1), (laid, share) => {
        const stage = new Stage(laid);
        stage.send({ type: 'start' });
        const toS = share * laid.totalS;
        stage.send({ type: 'seek', toS });
        const { clockS } = stage.state;
        const wanted = spanAt(laid, toS);
        if (wanted.kind === 'announce') expect(clockS).toBe(wanted.startS);
        else if (wanted.kind === 'move') expect(clockS).toBe(laid.spans[laid.spans.indexOf(wanted) - 1]?.startS);
        else if (wanted.kind === 'end') expect(clockS).toBe(wanted.startS);
        else expect(clockS).toBe(toS);
      }),
    );
  });

  it('gives next the cues of the new place, breaking off what was being said', () => {
    fc.assert(
      fc.property(midway, fc.constantFrom('forward', 'back', 'repeat'), ({ laid, stage }, type) => {
        const wasSpeaking = stage.state.speaking !== null;
        const effects = stage.send({ type });
        if (stage.state.clockS === laid.totalS || effects.length === 0) return;
        if (wasSpeaking) expect(effects[0]).toEqual({ type: 'cancel-speech' });
        const said = effects.flatMap((effect) =>
          effect.type === 'say' || effect.type === 'bell' ? [effect.cueId] : [],
        );
        const due = laid.cues.filter((cue) => cue.startS === stage.state.clockS).map((cue) => cue.id);
        expect(said).toEqual(due);
      }),
    );
  });

  it('works while paused, and stays paused and silent', () => {
    fc.assert(
      fc.property(midway, fc.constantFrom('forward', 'back', 'repeat'), ({ stage }, type) => {
        stage.send({ type: 'pause' });
        const effects = stage.send({ type });
        expect(stage.state.phase).toBe('paused');
        expect(effects.filter((effect) => effect.type === 'say' || effect.type === 'bell')).toEqual([]);
      }),
    );
  });

  it('does not count what was passed over: steps skipped are not done, and the summary says so', () => {
    fc.assert(
      fc.property(timeline, (laid) => {
        const stage = new Stage(laid);
        stage.send({ type: 'start' });
        for (const step of laid.steps) {
          stage.send({ type: 'forward' });
          expect(stage.state.clockS).toBe(step.startS);
        }
        stage.send({ type: 'end' });
        expect(stage.effectsOf('finished')[0]?.summary).toMatchObject({
          completed: false,
          stepsDone: [],
          secondsPractised: 0,
        });
        expect(stage.state.phase).toBe('ended');
      }),
    );
  });

  it('tells the figure from where to where it leapt', () => {
    fc.assert(
      fc.property(midway, ({ stage }) => {
        const fromS = stage.state.clockS;
        const leap = stage.send({ type: 'repeat' }).find((effect) => effect.type === 'leapt');
        expect(leap).toEqual({ type: 'leapt', fromS, toS: stage.state.clockS });
      }),
    );
  });
});
