import { spanAt } from '@sacra/practice';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOver } from '../src/index.ts';
import { timeline } from './arbitrary-timeline.ts';
import { between } from './between.ts';
import { goodDevice, Stage } from './stage.ts';

const tickMs = fc.integer({ min: 16, max: 1900 });
const slowness = between(0.2, 2.2);

describe('a session played from beginning to end', () => {
  it('says every line and rings every bell once, in order, never two at a time, however fast the voice and the ticks', () => {
    fc.assert(
      fc.property(timeline, tickMs, slowness, (laid, everyMs, slow) => {
        const stage = new Stage(laid, { ...goodDevice, slowness: slow });
        stage.send({ type: 'start' });
        let clockS = 0;
        while (!isOver(stage.state) && stage.nowMs < 5_000_000) {
          const before = stage.state;
          stage.play(everyMs, everyMs);
          expect(stage.state.clockS).toBeGreaterThanOrEqual(clockS);
          clockS = stage.state.clockS;
          // A span is not left while its words are being spoken.
          if (before.speaking !== null && stage.state.speaking?.utterance === before.speaking.utterance) {
            expect(spanAt(laid, clockS)).toBe(spanAt(laid, before.clockS));
          }
        }
        expect(stage.state.phase).toBe('finished');
        expect(stage.state.clockS).toBe(laid.totalS);
        const given = stage.effects.flatMap((effect) =>
          effect.type === 'say' || effect.type === 'bell' ? [effect.cueId] : [],
        );
        expect(given).toEqual(laid.cues.map((cue) => cue.id));
        expect(stage.spokenToTheEnd).toEqual(laid.cues.filter((cue) => cue.kind === 'say').map((cue) => cue.id));
        expect(stage.talkedOver).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('rings no bell into a line', () => {
    fc.assert(
      fc.property(timeline, tickMs, slowness, (laid, everyMs, slow) => {
        const stage = new Stage(laid, { ...goodDevice, slowness: slow });
        stage.send({ type: 'start' });
        const check = (): void => {
          const { speaking } = stage.state;
          const last = stage.effects.at(-1);
          if (last?.type === 'bell') expect(speaking).toBeNull();
        };
        while (!isOver(stage.state) && stage.nowMs < 5_000_000) {
          stage.play(everyMs, everyMs);
          check();
        }
      }),
      { numRuns: 20 },
    );
  });

  it('gives both sides of a step the same time, counts every step as done, and ends with a summary', () => {
    fc.assert(
      fc.property(timeline, tickMs, (laid, everyMs) => {
        const stage = new Stage(laid);
        stage.send({ type: 'start' });
        while (!isOver(stage.state)) stage.play(everyMs, everyMs);
        const { heldS } = stage.state;
        laid.steps.forEach((step, index) => {
          expect(heldS[index]).toBeCloseTo(step.endS - step.holdStartS, 6);
          if (step.side === 'left') expect(heldS[index]).toBeCloseTo(heldS[index - 1] ?? 0, 6);
        });
        const [finished] = stage.effectsOf('finished');
        expect(finished?.summary).toEqual({
          completed: true,
          stepsDone: laid.steps.map((step) => step.id),
          stepsPlanned: laid.steps.length,
          secondsPractised: expect.closeTo(laid.totalS, 6),
          startedAtMs: 1_000_000,
        });
        expect(stage.effects.at(-1)).toBe(finished);
      }),
      { numRuns: 20 },
    );
  });

  it('takes exactly as long as the timeline when the voice keeps to its estimate', () => {
    fc.assert(
      fc.property(timeline, (laid) => {
        const stage = new Stage(laid);
        stage.send({ type: 'start' });
        while (!isOver(stage.state)) stage.play(50, 50);
        expect((stage.nowMs - 1_000_000) / 1000).toBeCloseTo(laid.totalS, 0);
      }),
      { numRuns: 30 },
    );
  });

  it('keeps the screen awake from its start to its end', () => {
    const [laid] = fc.sample(timeline, 1);
    if (laid === undefined) throw new Error('no sample');
    const stage = new Stage(laid);
    expect(stage.send({ type: 'start' })[0]).toEqual({ type: 'keep-awake', on: true });
    while (!isOver(stage.state)) stage.play(1000);
    expect(stage.effectsOf('keep-awake').map((effect) => effect.on)).toEqual([true, false]);
  });
});

describe('a device', () => {
  it('without a voice is never waited for longer than the first silence', () => {
    fc.assert(
      fc.property(timeline, (laid) => {
        const stage = new Stage(laid, { slowness: 1, reportsStart: false, reportsEnd: false });
        stage.send({ type: 'start' });
        while (!isOver(stage.state) && stage.nowMs < 5_000_000) stage.play(100);
        expect(stage.state.phase).toBe('finished');
        expect((stage.nowMs - 1_000_000) / 1000).toBeLessThan(laid.totalS + 4.5);
        expect(stage.effectsOf('say')).toHaveLength(laid.cues.filter((cue) => cue.kind === 'say').length);
        expect(stage.talkedOver).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('that fails on its first line is not waited for at all', () => {
    fc.assert(
      fc.property(timeline, (laid) => {
        const stage = new Stage(laid, { slowness: 100, reportsStart: false, reportsEnd: false });
        stage.send({ type: 'start' });
        while (!isOver(stage.state) && stage.nowMs < 5_000_000) {
          stage.play(100);
          const { speaking } = stage.state;
          if (speaking !== null) stage.send({ type: 'speech-failed', utterance: speaking.utterance });
          expect(stage.state.phase).not.toBe('waiting-for-voice');
        }
        expect((stage.nowMs - 1_000_000) / 1000).toBeLessThan(laid.totalS + 0.5);
      }),
      { numRuns: 20 },
    );
  });

  it('whose end of a line gets lost holds the session up for a bounded time, and is cut off before the next line', () => {
    fc.assert(
      fc.property(timeline, (laid) => {
        const stage = new Stage(laid, { slowness: 1000, reportsStart: true, reportsEnd: false });
        stage.send({ type: 'start' });
        const spoken = laid.cues.filter((cue) => cue.kind === 'say');
        const mostS = spoken.reduce(
          (sum, cue) => sum + Math.max(2.5 * (cue.endS - cue.startS), cue.endS - cue.startS + 8) + 0.3,
          0,
        );
        while (!isOver(stage.state) && stage.nowMs < 5_000_000) stage.play(100);
        expect(stage.state.phase).toBe('finished');
        expect((stage.nowMs - 1_000_000) / 1000).toBeLessThan(laid.totalS + mostS + 0.5);
        expect(stage.talkedOver).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('that finds its voice again is waited for again', () => {
    const [laid] = fc.sample(
      timeline.filter((each) => each.cues.filter((cue) => cue.kind === 'say').length > 1),
      1,
    );
    if (laid === undefined) throw new Error('no sample');
    const stage = new Stage(laid, { slowness: 1, reportsStart: false, reportsEnd: false });
    stage.send({ type: 'start' });
    while (stage.state.voice !== 'silent') stage.play(100);
    while (stage.state.speaking === null) stage.play(100);
    stage.send({ type: 'speech-started', utterance: stage.state.speaking.utterance });
    expect(stage.state.voice).toBe('on');
  });

  it('with the voice turned off gets every line as a caption, keeps to the time and is told not to speak', () => {
    fc.assert(
      fc.property(timeline, (laid) => {
        const stage = new Stage(laid, goodDevice, { voice: false });
        stage.send({ type: 'start' });
        while (!isOver(stage.state)) {
          stage.play(100);
          expect(stage.state.phase).not.toBe('waiting-for-voice');
        }
        expect((stage.nowMs - 1_000_000) / 1000).toBeCloseTo(laid.totalS, 0);
        const said = stage.effectsOf('say');
        expect(said).toHaveLength(laid.cues.filter((cue) => cue.kind === 'say').length);
        expect(said.every((effect) => !effect.aloud)).toBe(true);
        expect(stage.effectsOf('cancel-speech')).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});
