import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { integrate, mirrorConfiguration, type Configuration } from '@sacra/body';
import {
  decodeAtlas,
  encodeAtlas,
  encodingError,
  atlasKeyframe,
  sampleClip,
  type Atlas,
  type Clip,
  type Keyframe,
} from '../src/index.ts';
import { anySeed, configurationFrom, gap, referenceBody as body, sharesFrom } from './random-bodies.ts';

function keyframeFrom(key: string, seed: number): Keyframe {
  const numbers = sharesFrom(seed, 20);
  return {
    key,
    q: configurationFrom(body, seed),
    contacts: [
      {
        patch: 'palm.left',
        surface: 'mat',
        tier: 'must',
        pointsM: [
          [numbers[0]!, numbers[1]!, 0],
          [numbers[2]!, numbers[3]!, 0],
        ],
      },
      { patch: 'forehead', surface: 'bolster', tier: 'aim', pointsM: [[numbers[4]!, 0, 0.1]] },
    ],
    residualMm: 2 * Math.abs(numbers[5]!),
    yielded: ['knees'],
    props: [
      {
        name: 'bolster',
        kind: 'bolster',
        positionM: [numbers[6]!, numbers[7]!, 0],
        sizeM: [0.2, 0.6, 0.15],
        yawRad: 1.5,
      },
    ],
  };
}

/** A clip that begins anywhere and goes on unevenly. */
function clipFrom(way: string, seed: number, frameCount: number): Clip {
  let q: Configuration = configurationFrom(body, seed);
  const frames = new Float32Array(frameCount * body.configurationSize);
  for (let f = 0; f < frameCount; f++) {
    frames.set(q, f * body.configurationSize);
    const step = sharesFrom(seed + f, body.velocitySize).map((share, v) => (v % 3 === 0 ? 0 : 0.05 * share));
    q = integrate(body, q, step, new Float64Array(q.length));
  }
  const [from = '', to = ''] = way.split('>');
  return { way, from, to, frameCount, frames };
}

const anyAtlas: fc.Arbitrary<Atlas> = fc
  .tuple(anySeed, fc.integer({ min: 0, max: 3 }), fc.integer({ min: 2, max: 30 }))
  .map(([seed, clipCount, frameCount]) => {
    const keyframes = ['standing', 'pigeon/fold@right', 'höhe'].map((key, i) => keyframeFrom(key, seed + i));
    const clips = Array.from({ length: clipCount }, (_, i) => clipFrom(`standing>höhe${i}`, seed + i, frameCount));
    return {
      person: body.person,
      keyframes: new Map(keyframes.map((keyframe) => [keyframe.key, keyframe])),
      clips: new Map(clips.map((clip) => [clip.way, clip])),
    };
  });

const small: Atlas = fc.sample(anyAtlas, { seed: 3, numRuns: 1 })[0]!;

describe('an atlas', () => {
  it('comes back from its bytes: words as they were, numbers of the body within the promised error, places to a tenth of a millimetre', () => {
    fc.assert(
      fc.property(anyAtlas, (atlas) => {
        const result = decodeAtlas(encodeAtlas(atlas));
        if (!result.ok) throw new Error(result.error.type);
        const { person, keyframes, clips } = result.value;
        expect(person).toEqual(atlas.person);
        expect([...keyframes.keys()]).toEqual([...atlas.keyframes.keys()]);
        expect([...clips.keys()]).toEqual([...atlas.clips.keys()]);
        for (const [key, keyframe] of atlas.keyframes) {
          const back = keyframes.get(key)!;
          expect(gap(keyframe.q, back.q)).toBeLessThanOrEqual(encodingError + 1e-12);
          expect(Math.abs(back.residualMm - keyframe.residualMm)).toBeLessThanOrEqual(0.005 + 1e-12);
          expect(back).toMatchObject({ key, yielded: keyframe.yielded });
          keyframe.contacts.forEach(({ pointsM, ...contact }, i) => {
            expect(back.contacts[i]).toMatchObject(contact);
            expect(gap(pointsM.flat(), back.contacts[i]!.pointsM.flat())).toBeLessThanOrEqual(5.1e-5);
          });
          keyframe.props.forEach(({ positionM, yawRad, ...prop }, i) => {
            expect(back.props[i]).toMatchObject(prop);
            expect(
              gap([...positionM, yawRad], [...back.props[i]!.positionM, back.props[i]!.yawRad]),
            ).toBeLessThanOrEqual(5.1e-5);
          });
        }
        for (const [way, { frames, ...clip }] of atlas.clips) {
          const back = clips.get(way)!;
          expect(back).toMatchObject(clip);
          expect(gap(frames, back.frames)).toBeLessThan(encodingError + 1e-6);
        }
      }),
      { numRuns: 20, endOnFailure: true },
    );
  });

  it('encoded once more after that has the same bytes', () => {
    fc.assert(
      fc.property(anyAtlas, (atlas) => {
        const bytes = encodeAtlas(atlas);
        const result = decodeAtlas(bytes);
        if (!result.ok) throw new Error(result.error.type);
        expect(Buffer.compare(encodeAtlas(result.value), bytes)).toBe(0);
      }),
      { numRuns: 10, endOnFailure: true },
    );
  });

  it('promises an error that nobody sees: less than 0.05 mm and 0.003°', () => {
    expect(encodingError).toBeLessThan(0.05e-3);
    expect((encodingError * 180) / Math.PI).toBeLessThan(0.003);
  });
});

describe('bytes that are not a whole atlas are a fault, not a crash', () => {
  const bytes = encodeAtlas(small);

  it('cut off anywhere', () => {
    for (let length = 0; length < bytes.length; length += length < 600 ? 1 : 37) {
      const result = decodeAtlas(bytes.subarray(0, length));
      expect(result.ok, `${length} of ${bytes.length} bytes`).toBe(false);
      if (!result.ok) expect(result.error.type).toBe(length < 4 ? 'not-an-atlas' : 'damaged');
    }
  });

  it('with any one byte changed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = bytes.slice();
        changed[at] = changed[at]! ^ by;
        const result = decodeAtlas(changed);
        expect(result.ok).toBe(false);
        if (!result.ok)
          expect(result.error.type).toBe(at < 4 ? 'not-an-atlas' : at === 4 ? result.error.type : 'damaged');
      }),
      { numRuns: 1500 },
    );
  });

  it('with something after its end', () => {
    expect(decodeAtlas(Uint8Array.from([...bytes, 0]))).toMatchObject({ ok: false, error: { type: 'damaged' } });
  });

  it('of another kind', () => {
    for (const foreign of ['', 'PK', '<!doctype html><title>Not found</title>', '{"keyframes":[]}']) {
      expect(decodeAtlas(new TextEncoder().encode(foreign))).toEqual({ ok: false, error: { type: 'not-an-atlas' } });
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
        expect(decodeAtlas(noise).ok).toBe(false);
        // noise that claims to be an atlas of this version
        expect(decodeAtlas(Uint8Array.from([...bytes.subarray(0, 5), ...noise]))).toMatchObject({
          ok: false,
          error: { type: 'damaged' },
        });
      }),
    );
  });

  it('of a later version, which it names', () => {
    const later = bytes.slice();
    later[4] = 99;
    expect(decodeAtlas(later)).toEqual({ ok: false, error: { type: 'other-version', version: 99, known: bytes[4] } });
  });
});

describe('what the app asks of an atlas', () => {
  it('a keyframe of the left side is the exact mirror of the right one; an unknown one is undefined', () => {
    const right = small.keyframes.get('pigeon/fold@right')!;
    const left = atlasKeyframe(small, body, 'pigeon/fold@left')!;
    expect(left).toMatchObject({ key: 'pigeon/fold@left', contacts: [{ patch: 'palm.right' }, { patch: 'forehead' }] });
    expect(left.q).toEqual(mirrorConfiguration(body, right.q));
    const [x, y, z] = right.props[0]!.positionM;
    expect(left.props).toMatchObject([{ positionM: [x, -y, z], yawRad: -1.5 }]);
    expect(left.contacts[0]!.pointsM).toEqual(right.contacts[0]!.pointsM.map(([x, y, z]) => [x, -y, z]));
    expect(atlasKeyframe(small, body, 'pigeon/fold@right')).toBe(right);
    expect(atlasKeyframe(small, body, 'flying')).toBeUndefined();
  });

  it('a moment of a clip is its frame at a frame, lies between two frames between them, and outside is the nearer end', () => {
    fc.assert(
      fc.property(
        anySeed,
        fc.integer({ min: 2, max: 12 }),
        fc.double({ min: -0.5, max: 1.5, noNaN: true }),
        (seed, count, t) => {
          const clip = clipFrom('a>b', seed, count);
          const frame = (f: number): Configuration => Float64Array.from(clip.frames.subarray(f * 66, (f + 1) * 66));
          expect(body.configurationSize).toBe(66);
          for (let f = 0; f < count; f++)
            expect(gap(sampleClip(body, clip, f / (count - 1)), frame(f))).toBeLessThan(1e-6);
          const at = Math.min(1, Math.max(0, t)) * (count - 1);
          const [a, b] = [frame(Math.floor(at)), frame(Math.ceil(at))];
          const q = sampleClip(body, clip, t);
          for (const { kind, qIndex } of body.joints) {
            if (kind === 'hinge') {
              expect(q[qIndex]).toBeCloseTo(a[qIndex]! + (b[qIndex]! - a[qIndex]!) * (at - Math.floor(at)), 9);
            } else {
              const turn = kind === 'free' ? qIndex + 3 : qIndex;
              expect(Math.hypot(...q.subarray(turn, turn + 4))).toBeCloseTo(1, 12);
            }
          }
          expect(gap(sampleClip(body, clip, t, 'left'), mirrorConfiguration(body, q))).toBe(0);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('takes the shorter way where a turn is told by opposite quaternions', () => {
    const clip = clipFrom('a>b', 11, 2);
    const frames = Float32Array.from(clip.frames);
    for (let i = 66 + 3; i < 66 + 7; i++) frames[i] = -frames[i]!;
    const [one, other] = [sampleClip(body, clip, 0.5), sampleClip(body, { ...clip, frames }, 0.5)];
    expect(gap(one, other)).toBeLessThan(1e-9);
  });
});
