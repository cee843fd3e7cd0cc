import { createBody, mirrorConfiguration, neutralConfiguration, referencePerson, type BodyTables } from '@sacra/body';
import type { FigureMesh } from '@sacra/figure';
import type { FigureMoment } from '@sacra/practice';
import type { Clip, Keyframe } from '@sacra/solve';
import { describe, expect, test } from 'vitest';
import bodyTables from '../src/lib/content/generated/body.json';
import { FigureMotion } from '../src/lib/session/figure-motion.ts';
import { catalogue } from './support/test-session.ts';

const body = createBody(referencePerson, bodyTables as unknown as BodyTables);

/** The neutral body with every hinge that can bend so far turned by `angleRad`, less on the left. */
function bent(angleRad: number): Float64Array {
  const q = neutralConfiguration(body);
  for (const joint of body.joints) {
    if (joint.kind === 'hinge' && joint.range.maxRad > 0.8)
      q[joint.qIndex] = joint.name.endsWith('.left') ? angleRad / 2 : angleRad;
  }
  return q;
}

const keyframe = (key: string, angleRad: number): Keyframe => ({
  ...{ key, q: bent(angleRad), contacts: [], residualMm: 0, yielded: [], props: [] },
});
const keyframes = [keyframe('mat', 0), keyframe('rest', 0.4), keyframe('lean@right', 0.8)];
const clip: Clip = {
  ...{ way: 'mat>lean@right', from: 'mat', to: 'lean@right', at: Float32Array.of(0, 1) },
  knots: Float32Array.from([...bent(0), ...bent(0.8)]),
};
const newMotion = () =>
  new FigureMotion(
    {
      body,
      mesh: {} as FigureMesh,
      atlas: {
        person: referencePerson,
        keyframes: new Map(keyframes.map((one) => [one.key, one])),
        fits: new Map(),
        clips: new Map([[clip.way, clip]]),
      },
    },
    catalogue,
  );

const still = (key: string): FigureMoment => ({ kind: 'still', keyframe: key });
const farthest = (a: Float64Array, b: Float64Array) =>
  Math.max(...a.map((value, index) => Math.abs(value - b[index]!)));

describe("the figure's motion", () => {
  test('stands in the keyframe; with the left side leading in its mirror image', () => {
    expect(farthest(newMotion().frameAt(still('rest'), 0, 0, 0).q, bent(0.4))).toBe(0);
    const left = newMotion().frameAt(still('lean@left'), 0, 0, 0).q;
    expect(farthest(left, mirrorConfiguration(body, bent(0.8)))).toBe(0);
  });

  test('with another body’s kit it stands where that atlas says, at once and without a trace of the one before', () => {
    const motion = newMotion();
    motion.frameAt(still('rest'), 0, 0, 0);
    const atlas = {
      ...{ person: referencePerson, fits: new Map(), clips: new Map() },
      keyframes: new Map([['rest', keyframe('rest', 0.6)]]),
    };
    motion.takeKit({ body, mesh: {} as FigureMesh, atlas });
    expect(farthest(motion.frameAt(still('rest'), 0, 1, 10).q, bent(0.6))).toBe(0);
    // what that atlas doesn't have stays where the figure is
    expect(farthest(motion.frameAt(still('mat'), 0, 1, 20).q, bent(0.6))).toBe(0);
  });

  test('a clip is played to the given place; one without a clip goes straight from end to end', () => {
    const on = (way: string, clip01: number, to: string): FigureMoment => ({
      ...{ kind: 'way', way, side: 'right', clip01, from: 'mat', to },
    });
    const at = (moment: FigureMoment) => newMotion().frameAt(moment, 0, 0, 0).q;
    expect(farthest(at(on('mat>lean@right', 0.5, 'lean@right')), bent(0.4))).toBeLessThan(1e-6);
    expect(farthest(at(on('mat>rest', 0, 'rest')), bent(0))).toBeLessThan(1e-9);
    expect(farthest(at(on('mat>rest', 0.5, 'rest')), bent(0.2))).toBeLessThan(1e-9);
    expect(farthest(at(on('mat>rest', 1, 'rest')), bent(0.4))).toBeLessThan(1e-9);
  });

  test('over a leap it stands only where it was or where it should be, and changes while it is hardly to be seen', () => {
    const motion = newMotion();
    let before = motion.frameAt(still('mat'), 0, 0, 0);
    for (let nowMs = 0; nowMs <= motion.fadeS * 1000 + 20; nowMs += 16) {
      const frame = motion.frameAt(still('lean@right'), 0, 1, nowMs);
      const from = farthest(frame.q, bent(0));
      expect([from, farthest(frame.q, bent(0.8))]).toContain(0);
      if (farthest(frame.q, before.q) > 0) expect(frame.presence01).toBeLessThan(0.1);
      expect(Math.abs(frame.presence01 - before.presence01)).toBeLessThan(0.1);
      before = frame;
    }
    expect(farthest(before.q, bent(0.8))).toBe(0);
    expect(before.presence01).toBe(1);
  });

  test('the breath follows the guide softly and never overshoots', () => {
    const motion = newMotion();
    let last = motion.frameAt(still('mat'), 0, 0, 0).breath01;
    for (let nowMs = 16; nowMs < 4000; nowMs += 16) {
      const { breath01 } = motion.frameAt(still('mat'), 1, 0, nowMs);
      expect(breath01).toBeGreaterThanOrEqual(last);
      expect(breath01 - last).toBeLessThan(0.05);
      last = breath01;
    }
    expect(last).toBeGreaterThan(0.99);
    expect(last).toBeLessThanOrEqual(1);
  });

  test('on a way the camera has both ends in its picture; the left side is looked at from the other side', () => {
    const way = { way: 'mat>lean@right', reverse: false, side: 'right', from: 'mat', to: 'lean@right' } as const;
    const lookout = newMotion().lookoutOf({ kind: 'way', way });
    expect(lookout.over).toHaveLength(2);
    const right = newMotion().lookoutOf({ kind: 'still', keyframe: 'lean@right' });
    const left = newMotion().lookoutOf({ kind: 'still', keyframe: 'lean@left' });
    expect(left.view.azimuthRad).toBeCloseTo(-right.view.azimuthRad, 12);
    expect(left.view.elevationRad).toBe(right.view.elevationRad);
  });

  test('a cushion comes when the body has left its place free, and is away again before the body comes back there', () => {
    const cushion = { ...{ name: 'seat', kind: 'cushion', yawRad: 0 }, sizeM: [0.3, 0.3, 0.2] } as const;
    const lean = keyframe('lean@right', 0.8);
    const motionWith = (xM: number): FigureMotion => {
      const sat = { ...lean, props: [{ ...cushion, positionM: [xM, 0, 0] }] } as unknown as Keyframe;
      // The body goes 1 m forward, so that it stands where it began only at first.
      const gone = Float64Array.from(sat.q);
      gone[0] = gone[0]! + 1;
      const far = { ...sat, q: gone };
      const atlas = {
        ...{ person: referencePerson, fits: new Map() },
        keyframes: new Map([keyframes[0]!, far].map((one) => [one.key, one])),
        clips: new Map([[clip.way, { ...clip, knots: Float32Array.from([...bent(0), ...gone]) }]]),
      };
      return new FigureMotion({ body, mesh: {} as FigureMesh, atlas }, catalogue);
    };
    const on = (clip01: number): FigureMoment => ({
      ...{ kind: 'way', way: clip.way, side: 'right', clip01, from: 'mat', to: 'lean@right' },
    });
    const inTheWay = motionWith(0);
    expect(inTheWay.propsAt(on(0.05))).toEqual([]);
    expect(inTheWay.propsAt(on(0.95))).toHaveLength(1);
    expect(inTheWay.propsAt(on(0.95))).toBe(inTheWay.propsAt(still('lean@right')));
    expect(motionWith(-3).propsAt(on(0))).toHaveLength(1);
  });
});
