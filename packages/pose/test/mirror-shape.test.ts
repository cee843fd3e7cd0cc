import { describe, expect, it } from 'vitest';
import { mirrorShape } from '../src/mirror-shape.ts';
import type { PropWish, Shape } from '../src/shape.ts';

const shape: Shape = {
  symmetric: false,
  start: { heightM: 0.1, headwards: [1, 0.2, 0], front: 'left', yM: 0.2 },
  contacts: [{ patch: 'knee-outer.right', tier: 'must', group: 'knee' }, { patch: 'sacrum' }],
  touches: [{ from: 'knee.left', to: 'knee.right', distanceM: 0.1 }],
  spacings: [
    { from: 'palm.left', to: 'palm.right', along: 'left', distanceM: 0.4 },
    { from: 'palm.left', to: 'ankle.left', along: 'forward', distanceM: 1.1 },
  ],
  places: [
    { point: 'fingertip.left', xM: 1, yM: -0.3 },
    { point: 'crown', zM: 0.4 },
  ],
  facings: [
    { segment: 'head', face: 'front', towards: [0.1, 0.85, 0.5] },
    { segment: 'hand.right', face: 'inner', towards: 'left' },
    { segment: 'pelvis', face: 'left', towards: { segment: 'thigh.left', face: 'front' } },
  ],
  anchors: [{ patches: ['palm.left'], of: 'pigeon@right' }],
  angles: {
    'knee.flexion.right': 90,
    'neck-upper.rotation': { deg: 30, hold: 'firm' },
    'hip.external-rotation.left': 20,
    'lumbosacral.flexion': 8,
  },
  spine: { rotationDeg: 12, flexionDeg: 5 },
  neck: { sideBendDeg: -3 },
  shoulders: { 'shoulder.left': { elevationDeg: 90, planeDeg: 8, rotationDeg: 20 } },
  balance: { over: ['palm.left', 'knee.right'], marginM: 0.02 },
  givesWay: ['spine', 'knee-outer.right'],
  givesAtMost: { 'knee-outer.right': { lengthM: 0.05 } },
  props: [{ name: 'cushion', kind: 'cushion', sizeM: [0.4, 0.4, 0.1], at: { xM: 0, yM: 0.3 }, yawDeg: 10 }],
};

describe('the mirror of a shape', () => {
  it('twice is the shape', () => {
    expect(mirrorShape(mirrorShape(shape))).toEqual(shape);
  });

  it('swaps the names of paired parts and leaves angles of limbs and middle parts as they are', () => {
    const mirrored = mirrorShape(shape);
    expect(mirrored.contacts).toEqual([{ patch: 'knee-outer.left', tier: 'must', group: 'knee' }, { patch: 'sacrum' }]);
    expect(mirrored.angles).toEqual({
      ...{ 'knee.flexion.left': 90, 'neck-upper.rotation': { deg: -30, hold: 'firm' } },
      ...{ 'hip.external-rotation.right': 20, 'lumbosacral.flexion': 8 },
    });
    expect(mirrored.shoulders).toHaveProperty(['shoulder.right']);
  });

  it('turns what leans, turns or lies to one side to the other', () => {
    const mirrored = mirrorShape(shape);
    expect(mirrored.start).toEqual({ heightM: 0.1, headwards: [1, -0.2, 0], front: 'right', yM: -0.2 });
    expect(mirrored.spine).toEqual({ rotationDeg: -12, flexionDeg: 5 });
    expect(mirrored.facings.map((facing) => facing.towards)).toEqual([
      [0.1, -0.85, 0.5],
      'right',
      { segment: 'thigh.right', face: 'front' },
    ]);
    expect(mirrored.places[0]).toEqual({ point: 'fingertip.right', xM: 1, yM: 0.3 });
  });

  it('lets a thing stand as in the mirrored keyframe, or below the mirrored landmarks', () => {
    const at = (spot: PropWish['at']): PropWish['at'] | undefined =>
      mirrorShape({ ...shape, props: shape.props.map((prop) => ({ ...prop, at: spot })) }).props[0]?.at;
    expect(at({ asIn: 'lean@right' })).toEqual({ asIn: 'lean@left' });
    expect(at({ under: ['knee.left', 'sacrum'] })).toEqual({ under: ['knee.right', 'sacrum'] });
    expect(at({ xM: 0.2, yM: 0.3 })).toEqual({ xM: 0.2, yM: -0.3 });
  });

  it('keeps the distance between two hands: each stands where the other stood', () => {
    expect(mirrorShape(shape).spacings[0]).toEqual({
      from: 'palm.right',
      to: 'palm.left',
      along: 'left',
      distanceM: -0.4,
    });
  });
});
