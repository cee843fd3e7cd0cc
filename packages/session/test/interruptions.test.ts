import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOver, isRunning, restore, serialise, type SessionEvent } from '../src/index.ts';
import { timeline } from './arbitrary-timeline.ts';
import { between } from './between.ts';
import { goodDevice, Stage, type Device } from './stage.ts';

type Happening = { readonly event: SessionEvent } | { readonly playMs: number } | { readonly sleepMs: number };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 100, max: 9000 }).map((playMs) => ({ playMs })) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 60_000 }).map((sleepMs) => ({ sleepMs })) },
  {
    weight: 6,
    arbitrary: fc
      .oneof(
        fc
          .constantFrom<SessionEvent['type'][]>('start', 'pause', 'resume', 'resume', 'forward', 'back', 'repeat')
          .map((type) => {
            return { type } as SessionEvent;
          }),
        fc.oneof(between(-50, 300), fc.constant(NaN)).map((toS): SessionEvent => ({ type: 'seek', toS })),
        fc.boolean().map((on): SessionEvent => ({ type: 'voice', on })),
        fc.boolean().map((visible): SessionEvent => ({ type: 'visibility-changed', visible })),
        fc.integer({ min: 0, max: 8 }).map((utterance): SessionEvent => ({ type: 'speech-ended', utterance })),
        fc.integer({ min: 0, max: 8 }).map((utterance): SessionEvent => ({ type: 'speech-failed', utterance })),
      )
      .map((event) => ({ event })),
  },
  { weight: 1, arbitrary: fc.constant({ event: { type: 'end' } as SessionEvent }) },
);

const device: fc.Arbitrary<Device> = fc.record({
  slowness: between(0.2, 4),
  reportsStart: fc.boolean(),
  reportsEnd: fc.boolean(),
});

const story = fc.record({ laid: timeline, device, happenings: fc.array(happening, { maxLength: 40 }) });

/** Plays a story; `look` sees the stage before and after each thing that happens. */
function tell(
  { laid, device: speaker, happenings }: typeof story extends fc.Arbitrary<infer Story> ? Story : never,
  look: (stage: Stage, happened: Happening, before: Stage['state'], effectsBefore: number) => void,
): Stage {
  const stage = new Stage(laid, speaker);
  stage.send({ type: 'start' });
  for (const happened of happenings) {
    const [before, effectsBefore] = [stage.state, stage.effects.length];
    if ('event' in happened) stage.send(happened.event);
    else if ('playMs' in happened) stage.play(happened.playMs, 150);
    else stage.sleep(happened.sleepMs);
    look(stage, happened, before, effectsBefore);
  }
  return stage;
}

describe('whatever happens to a session', () => {
  it('time runs backwards only by back, repeat and seek, and stays within the practice', () => {
    fc.assert(
      fc.property(story, (each) => {
        tell(each, ({ state }, happened, before) => {
          expect(state.clockS).toBeGreaterThanOrEqual(0);
          expect(state.clockS).toBeLessThanOrEqual(each.laid.totalS);
          const mayGoBack = 'event' in happened && ['back', 'repeat', 'seek'].includes(happened.event.type);
          if (!mayGoBack) expect(state.clockS).toBeGreaterThanOrEqual(before.clockS);
        });
      }),
    );
  });

  it('nothing talks over anything: what sounds is cancelled or has ended before a line begins', () => {
    const heardDevice = fc.record({
      slowness: between(0.2, 2),
      reportsStart: fc.constant(true),
      reportsEnd: fc.constant(true),
    });
    // Reports that no device makes are left out: they would tell the session that a line has ended which is still sounding.
    const honest = fc
      .record({ laid: timeline, device: heardDevice, happenings: fc.array(happening, { maxLength: 40 }) })
      .map((each) => ({
        ...each,
        happenings: each.happenings.filter((one) => !('event' in one && one.event.type.startsWith('speech'))),
      }));
    fc.assert(
      fc.property(honest, (each) => {
        expect(tell(each, () => {}).talkedOver).toEqual([]);
      }),
    );
  });

  it('the screen is kept awake exactly while it runs', () => {
    fc.assert(
      fc.property(story, (each) => {
        tell(each, (stage) => {
          expect(stage.effectsOf('keep-awake').at(-1)?.on).toBe(isRunning(stage.state));
        });
      }),
    );
  });

  it('paused, its clock stands and nothing is said', () => {
    fc.assert(
      fc.property(story, (each) => {
        tell(each, (stage, happened, before, effectsBefore) => {
          if (before.phase !== 'paused' || 'event' in happened) return;
          expect(stage.state.clockS).toBe(before.clockS);
          expect(stage.effects.length).toBe(effectsBefore);
        });
      }),
    );
  });

  it('over, nothing happens any more, and it is over only once', () => {
    fc.assert(
      fc.property(story, (each) => {
        const stage = tell(each, ({ effects }, _, before, effectsBefore) => {
          if (isOver(before)) expect(effects.length).toBe(effectsBefore);
        });
        expect(stage.effectsOf('finished').length).toBe(isOver(stage.state) ? 1 : 0);
      }),
    );
  });

  it('it can be saved and brought back at the same second, paused, with nothing lost', () => {
    fc.assert(
      fc.property(story, (each) => {
        tell(each, ({ state }) => {
          if (isOver(state)) return;
          const snapshot = serialise(state);
          const restored = restore(JSON.parse(JSON.stringify(snapshot)), each.laid, { voice: true });
          if (!restored.ok) throw new Error(restored.error);
          expect(serialise(restored.value)).toEqual(snapshot);
          expect(restored.value).toMatchObject({ phase: 'paused', clockS: state.clockS, heldS: state.heldS });
        });
      }),
    );
  });

  it('what was saved last is never more than a few seconds of playing behind', () => {
    fc.assert(
      fc.property(story, (each) => {
        tell(each, (stage) => {
          if (isOver(stage.state) || stage.state.phase === 'ready') return;
          const savedS = stage.effectsOf('save-progress').at(-1)?.snapshot.clockS ?? 0;
          expect(Math.abs(stage.state.clockS - savedS)).toBeLessThan(5 + 2);
        });
      }),
    );
  });
});

describe('a pause', () => {
  it('however often, by hand, by sleep or by a reload, loses no line: each is spoken to its end once, in order', () => {
    const breaks = fc.array(
      fc.record({
        playMs: fc.integer({ min: 200, max: 15_000 }),
        restMs: fc.constantFrom(0, 700),
        how: fc.constantFrom('pause', 'sleep', 'reload'),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(timeline, breaks, between(0.3, 2), (laid, interruptions, slowness) => {
        let stage = new Stage(laid, { ...goodDevice, slowness });
        stage.send({ type: 'start' });
        const spoken: string[] = [];
        const bells: string[] = [];
        const collect = (): void => {
          spoken.push(...stage.spokenToTheEnd);
          bells.push(...stage.effectsOf('bell').map((effect) => effect.cueId));
        };
        for (const { playMs, restMs, how } of interruptions) {
          stage.play(playMs);
          if (isOver(stage.state)) break;
          const { clockS } = stage.state;
          if (how === 'pause') stage.send({ type: 'pause' });
          if (how === 'sleep') stage.sleep(30_000);
          if (how === 'sleep') stage.send({ type: 'tick' });
          if (how === 'reload') {
            stage.send({ type: 'visibility-changed', visible: false });
            collect();
            const restored = restore(stage.effectsOf('save-progress').at(-1)?.snapshot, laid, { voice: true });
            if (!restored.ok) throw new Error(restored.error);
            stage = new Stage(laid, { ...goodDevice, slowness });
            stage.state = restored.value;
          }
          expect(stage.state).toMatchObject({ phase: 'paused', clockS });
          stage.play(restMs);
          stage.send({ type: 'resume' });
        }
        while (!isOver(stage.state) && stage.nowMs < 9_000_000) stage.play(100);
        collect();
        expect(stage.state.phase).toBe('finished');
        expect(spoken).toEqual(laid.cues.filter((cue) => cue.kind === 'say').map((cue) => cue.id));
        expect(bells).toEqual(laid.cues.filter((cue) => cue.kind === 'bell').map((cue) => cue.id));
      }),
      { numRuns: 60 },
    );
  });

  it('of the whole page never ends in a burst: after a long sleep the next tick gives nothing to say', () => {
    fc.assert(
      fc.property(timeline, fc.integer({ min: 2001, max: 10_000_000 }), (laid, sleepMs) => {
        const stage = new Stage(laid);
        stage.send({ type: 'start' });
        stage.play(1000);
        stage.sleep(sleepMs);
        const effects = stage.send({ type: 'tick' });
        expect(effects.filter((effect) => effect.type === 'say' || effect.type === 'bell')).toEqual([]);
        expect(stage.state.phase).toBe('paused');
      }),
    );
  });
});

describe('an event out of place', () => {
  it('changes nothing: starting what runs, resuming what runs or has not begun, pausing what stands', () => {
    fc.assert(
      fc.property(timeline, fc.integer({ min: 0, max: 20_000 }), (laid, playMs) => {
        const stage = new Stage(laid);
        const ignored = (...types: ('start' | 'resume' | 'pause' | 'end' | 'forward')[]): void => {
          for (const type of types) {
            const { clockS, phase, nextCue } = stage.state;
            expect(stage.send({ type })).toEqual([]);
            expect(stage.state).toMatchObject({ clockS, phase, nextCue });
          }
        };
        ignored('resume', 'pause', 'end', 'forward');
        stage.send({ type: 'start' });
        stage.play(playMs);
        if (isOver(stage.state)) return;
        ignored('start', 'resume');
        stage.send({ type: 'pause' });
        ignored('start', 'pause');
      }),
    );
  });
});

describe('what storage gives back', () => {
  it('is restored only when it belongs to this timeline and is whole', () => {
    const [laid] = fc.sample(timeline, 1);
    if (laid === undefined) throw new Error('no sample');
    const snapshot = serialise(new Stage(laid).state);
    const refuse = (stored: unknown) => restore(stored, laid, { voice: true });
    expect(refuse({ ...snapshot, fingerprint: 'another' })).toEqual({ ok: false, error: 'other-timeline' });
    for (const broken of [
      ...[null, 'text', [], {}, { ...snapshot, version: 2 }, { ...snapshot, clockS: -1 }, { ...snapshot, clockS: NaN }],
      ...[
        { ...snapshot, clockS: laid.totalS + 1 },
        { ...snapshot, nextCue: 0.5 },
        { ...snapshot, nextCue: 1e6 },
      ],
      ...[
        { ...snapshot, heldS: [] },
        { ...snapshot, heldS: 'x' },
        { ...snapshot, startedAtMs: 'noon' },
      ],
    ]) {
      expect(refuse(broken), JSON.stringify(broken)).toEqual({ ok: false, error: 'damaged' });
    }
  });
});
