import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centreOfMass, createState, directionToWorld, forwardKinematics, pointToWorld } from '@sacra/body';
import { norm, radFromDeg } from '@sacra/geometry';
import { bandsBetween, bandsOf, everydayLoads, leaning, loadsOf, pressN, solveKeyframe } from '../src/index.ts';
import { bandBetween, handsBand, type Band } from '../src/loads/band.ts';
import { bodies, referenceBody } from './random-bodies.ts';
import { noAnchors, shapes } from './shapes.ts';

const order: readonly Band[] = ['less', 'standing', 'between', 'most'];
const positive = fc.double({ min: 0.01, max: 1e4, noNaN: true });

describe('a band', () => {
  it('never falls when the load grows', () => {
    fc.assert(
      fc.property(positive, positive, positive, positive, (low, high, a, b) => {
        const [small, large] = [Math.min(a, b), Math.max(a, b)];
        expect(order.indexOf(bandBetween(large, low, high))).toBeGreaterThanOrEqual(
          order.indexOf(bandBetween(small, low, high)),
        );
      }),
    );
  });

  it('at a mark is about that mark, and clearly under, between and over them what they say', () => {
    fc.assert(
      fc.property(positive, fc.double({ min: 2, max: 20, noNaN: true }), (low, ratio) => {
        const high = low * ratio;
        expect(bandBetween(low, low, high)).toBe('standing');
        expect(bandBetween(low / 2, low, high)).toBe('less');
        expect(bandBetween(high, low, high)).toBe('most');
        expect(bandBetween(3 * high, low, high)).toBe('most');
        expect(bandBetween(Math.sqrt(low * high), low, high)).toBe('between');
      }),
    );
  });

  it('of the hands goes from nothing to about half', () => {
    expect([0, 0.1, 0.34, 0.45].map(handsBand)).toEqual(['nothing', 'a-little', 'about-a-third', 'about-half']);
  });
});

describe.each(bodies.map((body) => ({ who: `${body.person.sex}, ${body.person.statureM} m`, body })))(
  'everyday postures of $who',
  ({ body }) => {
    const state = createState(body);

    it('lean as far as they are told, on level feet, with the weight over the middle of them', () => {
      for (const deg of [0, 30, 53, 90]) {
        const { q } = leaning(body, radFromDeg(deg));
        forwardKinematics(body, q, state);
        const trunk = directionToWorld(state, 0, [0, 0, 1]);
        expect(Math.atan2(trunk[0], trunk[2])).toBeCloseTo(radFromDeg(deg), 9);
        const [heel, ball] = ['heel.right', 'ball-big.right'].map((name) => {
          const { segment, positionM } = body.landmarks.get(name)!;
          return pointToWorld(state, segment, positionM);
        });
        expect([heel![2], ball![2]].map((z) => Math.abs(z) < 1e-9)).toEqual([true, true]);
        expect(centreOfMass(body, state)[0]).toBeCloseTo((heel![0] + ball![0]) / 2, 6);
      }
    });

    it('are their own marks', () => {
      const everyday = everydayLoads(body);
      expect(bandsBetween(body, everyday.standing, everyday)).toEqual({
        lowerBack: 'standing',
        hips: { left: 'standing', right: 'standing' },
        knees: { left: 'standing', right: 'standing' },
        shoulders: { left: 'standing', right: 'standing' },
        hands: 'nothing',
      });
      expect(bandsBetween(body, everyday.bendingForward, everyday)).toMatchObject({
        lowerBack: 'most',
        hips: { left: 'most', right: 'most' },
        knees: { left: 'most', right: 'most' },
      });
      expect(bandsBetween(body, everyday.armsHeldOut, everyday).shoulders).toEqual({ left: 'most', right: 'most' });
    });

    it('on hands and knees the hands carry about a third, and the lower back less than bending forward', () => {
      const bands = bandsOf(body, solveKeyframe(body, 'hands and knees', shapes.handsAndKnees, noAnchors));
      expect(bands).toMatchObject({ ok: true, value: { hands: 'about-a-third' } });
      expect(bands.ok && bands.value.lowerBack).not.toBe('most');
      expect(bands.ok && order.indexOf(bands.value.shoulders.left)).toBeGreaterThan(order.indexOf('standing'));
    });

    it('a posture that nothing holds up has no bands', () => {
      const { q } = leaning(body, 0);
      expect(bandsOf(body, { q, contacts: [], props: [{ ...block, positionM: [9, 9, 9] }] }).ok).toBe(true);
      q[2] = q[2]! + 1;
      expect(bandsOf(body, { q, contacts: [], props: [] })).toMatchObject({ ok: false });
    });
  },
);

const block = { name: 'block', kind: 'block', positionM: [0, 0, 0], sizeM: [0.2, 0.2, 0.1], yawRad: 0 } as const;

describe('the lower back, against what is published', () => {
  const momentNm = (deg: number): number => {
    const loads = loadsOf(referenceBody, leaning(referenceBody, radFromDeg(deg)));
    return loads.ok ? norm(loads.value.joints.get('lumbar-lower')!.momentNm) : Number.NaN;
  };
  /** N m for 70 kg and 1.70 m by sums over published segments. */
  const bySegments: readonly (readonly [deg: number, momentNm: number])[] = [
    [30, 58],
    [45, 82],
    [60, 100],
    [90, 115],
  ];

  it.each(bySegments)('leaning %i degrees, its moment is within 15 percent of sums over segments', (deg, published) => {
    const forMassNm = (published * referenceBody.person.massKg) / 70;
    expect(momentNm(deg) / forMassNm).toBeGreaterThan(0.85);
    expect(momentNm(deg) / forMassNm).toBeLessThan(1.05);
  });

  it('upright its moment is small, and grows with the lean', () => {
    expect(momentNm(0)).toBeLessThan(0.1 * momentNm(90));
    for (const deg of [10, 30, 45, 60, 75]) expect(momentNm(deg + 10)).toBeGreaterThan(momentNm(deg));
  });

  it('bending forward presses it more than twice as much as standing, as discs measure', () => {
    const { standing, bendingForward } = everydayLoads(referenceBody);
    const [upright, bent] = [standing, bendingForward].map((loads) =>
      pressN(referenceBody, 'lowerBack', loads.joints.get('lumbar-lower')!),
    );
    expect(bent! / upright!).toBeGreaterThan(2);
  });
});
