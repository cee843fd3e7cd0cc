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

function inRange(q: Configuration): Configuration {
  for (const joint of body.joints) {
    if (joint.kind !== 'hinge') continue;
    q[joint.qIndex] = Math.min(joint.range.maxRad, Math.max(joint.range.minRad, q[joint.qIndex]!));
  }
  return q;
}

/** A clip that begins anywhere and goes on unevenly. */
function clipFrom(way: string, seed: number, knotCount: number): Clip {
  let q: Configuration = configurationFrom(body, seed);
  const knots = new Float32Array(knotCount * body.configurationSize);
  const lengths = sharesFrom(seed, knotCount).map((share, k) => (k === 0 ? 0 : 2 + share));
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  const at = lengths.map((_, k) => lengths.slice(0, k + 1).reduce((sum, length) => sum + length, 0) / whole);
  for (let k = 0; k < knotCount; k++) {
    knots.set(q, k * body.configurationSize);
    const step = sharesFrom(seed + k, body.velocitySize).map((share, v) => (v % 3 === 0 ? 0 : 0.05 * share));
    q = inRange(integrate(body, q, step, new Float64Array(q.length)));
  }
  const [from = '', to = ''] = way.split('>');
  return { way, from, to, at: Float32Array.from(at), knots };
}

const anyAtlas: fc.Arbitrary<Atlas> = fc
  .tuple(anySeed, fc.integer({ min: 0, max: 3 }), fc.integer({ min: 2, max: 30 }))
  .map(([seed, clipCount, frameCount]) => {
    const keyframes = ['standing', 'pigeon/fold@right', 'höhe'].map((key, i) => keyframeFrom(key, seed + i));
    const clips = Array.from({ length: clipCount }, (_, i) => clipFrom(`standing>höhe${i}`, seed + i, frameCount));
    return {
      person: body.person,
      keyframes: new Map(keyframes.map((keyframe) => [keyframe.key, keyframe])),
      fits: new Map(
        keyframes.map(({ key, yielded }) => [
          key,
          { key, shown: key, gaveWay: yielded, deviations: [{ group: 'knees', by: 12.3, unit: 'deg' as const }] },
        ]),
      ),
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
        for (const [way, { at, knots, ...clip }] of atlas.clips) {
          const back = clips.get(way)!;
          expect(back).toMatchObject(clip);
          expect(gap(at, back.at)).toBeLessThan(1e-5);
          expect(gap(knots, back.knots)).toBeLessThan(encodingError + 1e-6);
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

  it('a moment of a clip outside it is its nearer end, and with the left side the exact mirror', () => {
    fc.assert(
      fc.property(
        anySeed,
        fc.integer({ min: 2, max: 12 }),
        fc.double({ min: -0.5, max: 1.5, noNaN: true }),
        (seed, count, t) => {
          const clip = clipFrom('a>b', seed, count);
          const knot = (k: number): Configuration => Float64Array.from(clip.knots.subarray(k * 66, (k + 1) * 66));
          expect(body.configurationSize).toBe(66);
          expect(gap(sampleClip(body, clip, Math.min(0, t)), knot(0))).toBeLessThan(1e-6);
          expect(gap(sampleClip(body, clip, Math.max(1, t)), knot(count - 1))).toBeLessThan(1e-6);
          const q = sampleClip(body, clip, t);
          expect(gap(sampleClip(body, clip, t, 'left'), mirrorConfiguration(body, q))).toBe(0);
        },
      ),
      { numRuns: 30 },
    );
  });
});
